/** Float tensors over direct buffers and the little mathematics that the sampling loop needs. */
@NullMarked
package io.github.easel.tensor;

import org.jspecify.annotations.NullMarked;
