/** Bit-exact random generators, named, recorded with the seed. */
@NullMarked
package io.github.easel.random;

import org.jspecify.annotations.NullMarked;
