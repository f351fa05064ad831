/** The left column: what to draw and how, and the button that draws it. */
@NullMarked
package io.github.easel.ui.compose;

import org.jspecify.annotations.NullMarked;
