/** What is dropped or pasted into the window, and the questions about it. */
@NullMarked
package io.github.easel.ui.drop;

import org.jspecify.annotations.NullMarked;
