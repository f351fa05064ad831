/** Colours and letters of the window. */
@NullMarked
package io.github.easel.ui.theme;

import org.jspecify.annotations.NullMarked;
