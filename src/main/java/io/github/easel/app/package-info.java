/** The services that the front ends call, wired by hand through constructors. */
@NullMarked
package io.github.easel.app;

import org.jspecify.annotations.NullMarked;
