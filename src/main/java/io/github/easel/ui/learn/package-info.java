/** The page that shows how pictures come of noise. */
@NullMarked
package io.github.easel.ui.learn;

import org.jspecify.annotations.NullMarked;
