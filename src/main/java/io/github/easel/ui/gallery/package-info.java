/** The right column: pictures to choose from. */
@NullMarked
package io.github.easel.ui.gallery;

import org.jspecify.annotations.NullMarked;
