package io.github.easel.model;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetConfig.Level;
import io.github.easel.network.UNetConfig.Micro;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a UNet that brings no config.json, as far as names and shapes tell them. They do
 * not tell heads, groups and epsilons; those are Stable Diffusion's: 8 heads of attention in
 * version 1, one for each 64 channels in version 2 and XL, which project by matrices.
 */
final class UNetShapes {

  private static final int HEADS = 8;
  private static final int HEAD_WIDTH = 64;
  private static final int GROUPS = 32;
  private static final double EPSILON = 1e-5;
  private static final int SIZE_NUMBERS = 6;
  private static final int AESTHETIC_NUMBERS = 5;
  private static final int NUMBER_WIDTH = 256;

  /** Of Stable Diffusion 1's text encoder. */
  private static final int FIRST_CONTEXT = 768;

  /** Of Stable Diffusion XL's refiner, the only one that knows a picture's aesthetic score. */
  private static final int REFINER_CONTEXT = 1280;

  private final TensorShapes tensors;

  private UNetShapes(TensorShapes tensors) {
    this.tensors = tensors;
  }

  /**
   * The numbers of the UNet that has these tensors, under diffusers' names.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE}, {@code SHAPES_UNUSUAL}, {@code
   *     MODEL_UNSUPPORTED}
   */
  static UNetConfig read(TensorShapes tensors) {
    try {
      return new UNetShapes(tensors).config();
    } catch (IllegalArgumentException e) {
      throw tensors.unusual("unet", "conv_in.weight", e);
    }
  }

  private UNetConfig config() {
    int count = tensors.count("down_blocks.");
    int context = context();
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      levels.add(level(i, count, context));
    }
    return new UNetConfig(
        tensors.axis("conv_in.weight", 1),
        tensors.axis("conv_out.weight", 0),
        levels,
        tensors.count("mid_block.attentions.0.transformer_blocks."),
        context,
        GROUPS,
        EPSILON,
        true,
        0,
        tensors.has("time_embedding.cond_proj.weight")
            ? tensors.axis("time_embedding.cond_proj.weight", 1)
            : 0,
        micro(context));
  }

  private Level level(int index, int count, int context) {
    String down = "down_blocks." + index + ".";
    String up = "up_blocks." + (count - 1 - index) + ".";
    String name = down + "resnets.0.conv1.weight";
    int channels = tensors.axis(name, 0);
    if (channels % GROUPS != 0) {
      throw tensors.unusual("unet", name);
    }
    try {
      return new Level(
          channels,
          tensors.count(down + "resnets."),
          transformers(down),
          transformers(up),
          heads(channels, context));
    } catch (IllegalArgumentException e) {
      throw tensors.unusual("unet", name, e);
    }
  }

  private int transformers(String block) {
    return tensors.count(block + "attentions.0.transformer_blocks.");
  }

  private int heads(int channels, int context) {
    return hasNarrowHeads(context) ? channels / HEAD_WIDTH : HEADS;
  }

  /** Known of published models by their text encoder, of others by the transformers' edges. */
  private boolean hasNarrowHeads(int context) {
    if (context == FIRST_CONTEXT) {
      return false;
    }
    return tensors.tensors().keySet().stream()
        .filter(name -> name.endsWith(".attentions.0.proj_in.weight"))
        .findFirst()
        .map(name -> tensors.rank(name) == 2)
        .orElse(false);
  }

  /** The width of what the first cross-attention takes its keys from. */
  private int context() {
    return tensors.tensors().keySet().stream()
        .filter(name -> name.endsWith(".attn2.to_k.weight"))
        .findFirst()
        .map(name -> tensors.axis(name, 1))
        .orElseThrow(() -> unsupported("a UNet that knows no text"));
  }

  private Micro micro(int context) {
    if (tensors.hasAny("class_embedding.")) {
      throw unsupported("a UNet with classes");
    }
    if (!tensors.has("add_embedding.linear_1.weight")) {
      return Micro.NONE;
    }
    int all = tensors.axis("add_embedding.linear_1.weight", 1);
    int numbers = context == REFINER_CONTEXT ? AESTHETIC_NUMBERS : SIZE_NUMBERS;
    int pooled = all - numbers * NUMBER_WIDTH;
    if (pooled < REFINER_CONTEXT) {
      throw unsupported("a UNet that is told " + all + " numbers of a picture, such as unCLIP's");
    }
    return new Micro(numbers, NUMBER_WIDTH, pooled);
  }

  private GenerationException unsupported(String what) {
    return new GenerationException(
        Failure.MODEL_UNSUPPORTED, tensors.file() + " is " + what, tensors.file().toString(), what);
  }
}
