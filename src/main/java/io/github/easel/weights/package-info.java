/** Tensors in files: safetensors, checkpoints, LoRA, embeddings. */
@NullMarked
package io.github.easel.weights;

import org.jspecify.annotations.NullMarked;
