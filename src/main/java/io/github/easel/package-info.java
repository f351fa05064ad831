/** Easel, a text-to-image studio: the entry point. */
@NullMarked
package io.github.easel;

import org.jspecify.annotations.NullMarked;
