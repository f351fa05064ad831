package io.github.easel.model;

import io.github.easel.network.AutoencoderConfig;
import java.util.ArrayList;
import java.util.List;

/** The numbers of an autoencoder that brings no config.json, as names and shapes tell them. */
final class AutoencoderShapes {

  private static final int GROUPS = 32;

  private AutoencoderShapes() {}

  /**
   * The numbers of the autoencoder that has these tensors, under diffusers' names.
   *
   * @throws io.github.easel.generation.GenerationException {@code MODEL_FILE_UNUSABLE}, {@code
   *     SHAPES_UNUSUAL}
   */
  static AutoencoderConfig read(TensorShapes tensors) {
    List<Integer> channels = new ArrayList<>();
    int levels = tensors.count("encoder.down_blocks.");
    for (int i = 0; i < levels; i++) {
      String name = "encoder.down_blocks." + i + ".resnets.0.conv1.weight";
      int width = tensors.axis(name, 0);
      if (width % GROUPS != 0) {
        throw tensors.unusual("vae", name);
      }
      channels.add(width);
    }
    try {
      return new AutoencoderConfig(
          tensors.axis("encoder.conv_in.weight", 1),
          tensors.axis("decoder.conv_in.weight", 1),
          channels,
          tensors.count("encoder.down_blocks.0.resnets."),
          GROUPS,
          tensors.hasAny("decoder.mid_block.attentions.0."),
          tensors.has("quant_conv.weight"),
          tensors.has("post_quant_conv.weight"));
    } catch (IllegalArgumentException e) {
      throw tensors.unusual("vae", "decoder.conv_in.weight", e);
    }
  }
}
