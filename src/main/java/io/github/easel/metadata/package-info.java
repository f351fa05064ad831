/**
 * The settings inside pictures, whichever program made them: the texts of a file, one reader a
 * program, and what becomes of them in a request.
 */
@NullMarked
package io.github.easel.metadata;

import org.jspecify.annotations.NullMarked;
