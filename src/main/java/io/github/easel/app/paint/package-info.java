/** Work on pictures that takes several generations: extending them past their edges. */
@NullMarked
package io.github.easel.app.paint;

import org.jspecify.annotations.NullMarked;
