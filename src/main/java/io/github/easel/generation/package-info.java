/**
 * Records that say everything that decides a picture, and what came of it. Imports nothing but
 * {@code java.base}.
 */
@NullMarked
package io.github.easel.generation;

import org.jspecify.annotations.NullMarked;
