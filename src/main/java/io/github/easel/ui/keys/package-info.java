/** What can be done by keys, and which keys do it. */
@NullMarked
package io.github.easel.ui.keys;

import org.jspecify.annotations.NullMarked;
