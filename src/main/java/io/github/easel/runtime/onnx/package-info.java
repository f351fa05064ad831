/** The only importer of ONNX Runtime. */
@NullMarked
package io.github.easel.runtime.onnx;

import org.jspecify.annotations.NullMarked;
