/** Small building blocks of the window that know nothing of pictures. */
@NullMarked
package io.github.easel.ui.control;

import org.jspecify.annotations.NullMarked;
