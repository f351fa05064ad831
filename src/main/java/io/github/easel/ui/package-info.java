/** The window: how it is opened and closed. */
@NullMarked
package io.github.easel.ui;

import org.jspecify.annotations.NullMarked;
