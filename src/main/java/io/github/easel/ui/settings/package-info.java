/** The choices that hold for all pictures. */
@NullMarked
package io.github.easel.ui.settings;

import org.jspecify.annotations.NullMarked;
