/** Writes networks as ONNX graphs whose weights stay in the files that they were published in. */
@NullMarked
package io.github.easel.network.onnx;

import org.jspecify.annotations.NullMarked;
