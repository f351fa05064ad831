/** The canvas in the window: what is painted on, the frame that is generated, and its results. */
@NullMarked
package io.github.easel.ui.canvas;

import org.jspecify.annotations.NullMarked;
