package io.github.easel.random;

import io.github.easel.tensor.FloatTensor;

/** Draws standard normal noise. Each call goes on where the last one ended. */
public interface NoiseSource {

  /** Fills the whole tensor with independent draws from N(0, 1), in row-major order. */
  void fill(FloatTensor noise);

  /** The generator's name as it is recorded with pictures, for example {@code torch-cpu}. */
  String name();
}
