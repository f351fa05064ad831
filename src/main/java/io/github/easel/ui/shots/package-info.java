/** Pictures of the window in all its states, without a display. */
@NullMarked
package io.github.easel.ui.shots;

import org.jspecify.annotations.NullMarked;
