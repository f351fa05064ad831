/** The window's texts in the user's language. */
@NullMarked
package io.github.easel.ui.text;

import org.jspecify.annotations.NullMarked;
