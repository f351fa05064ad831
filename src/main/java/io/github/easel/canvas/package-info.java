/**
 * The canvas that pictures are painted on and extended: layers of sparse tiles, brushes,
 * selections, undo, project files. Knows neither models nor windows.
 */
@NullMarked
package io.github.easel.canvas;

import org.jspecify.annotations.NullMarked;
