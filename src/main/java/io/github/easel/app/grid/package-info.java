/** X/Y/Z grids: one picture for every combination of some values, on one labelled sheet. */
@NullMarked
package io.github.easel.app.grid;

import org.jspecify.annotations.NullMarked;
