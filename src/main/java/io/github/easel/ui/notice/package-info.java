/** Tells that the work is done to a person who is looking at another window. */
@NullMarked
package io.github.easel.ui.notice;

import org.jspecify.annotations.NullMarked;
