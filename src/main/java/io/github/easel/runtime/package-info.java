/** Our small interface to an inference engine: sessions, ports, devices. */
@NullMarked
package io.github.easel.runtime;

import org.jspecify.annotations.NullMarked;
