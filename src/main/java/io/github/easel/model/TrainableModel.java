package io.github.easel.model;

import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.UNet;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.weights.WeightMap;

/**
 * What of a model a training needs: a text encoder that can be given learned words, and a UNet,
 * each with its weights, and the noise that it was trained with.
 */
public record TrainableModel(
    ClipTextEncoder text,
    WeightMap textWeights,
    UNet unet,
    WeightMap unetWeights,
    ScheduleConfig schedule) {

  static TrainableModel of(WeightedNetwork text, WeightedNetwork unet, ScheduleConfig schedule) {
    text.check();
    unet.check();
    return new TrainableModel(
        ((ClipTextEncoder) text.network()).withLearnedWords(),
        new WeightMap(text.file(), text.tensors()),
        (UNet) unet.network(),
        new WeightMap(unet.file(), unet.tensors()),
        schedule);
  }
}
