/** What went wrong, in words, beside the place where it did. */
@NullMarked
package io.github.easel.ui.failure;

import org.jspecify.annotations.NullMarked;
