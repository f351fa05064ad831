package io.github.easel.scheduler;

import io.github.easel.tensor.FloatTensor;

/** The arrays that one step works on, kept from step to step so that none is allocated. */
final class Prediction {

  final float[] sample;
  final float[] output;

  /** The clean sample that the output stands for, x_0. */
  final float[] clean;

  /** The noise that the output stands for. */
  final float[] noise;

  Prediction(int size) {
    sample = new float[size];
    output = new float[size];
    clean = new float[size];
    noise = new float[size];
  }

  void read(FloatTensor sampleTensor, FloatTensor outputTensor) {
    sampleTensor.get(sample);
    outputTensor.get(output);
  }
}
