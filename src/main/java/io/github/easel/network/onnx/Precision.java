package io.github.easel.network.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;

/** The floats that a graph computes with; those that go in and come out have 32 bits always. */
public enum Precision {
  /** 32 bits. */
  SINGLE(TensorProto.DataType.FLOAT_VALUE),
  /**
   * 16 bits, 5 of them for the exponent: half the memory, and twice as fast or more on a graphics
   * card. Numbers beyond 65504 are lost, so it suits UNets and not every autoencoder. Embeddings of
   * timesteps are computed with 32 bits; sums within norms, products and attention are the
   * engine's.
   */
  HALF(TensorProto.DataType.FLOAT16_VALUE);

  private final int type;

  Precision(int type) {
    this.type = type;
  }

  /** The number that ONNX has for it. */
  int type() {
    return type;
  }
}
