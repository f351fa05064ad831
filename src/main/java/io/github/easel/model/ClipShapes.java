package io.github.easel.model;

import io.github.easel.network.Activation;
import io.github.easel.network.ClipConfig;
import io.github.easel.network.ClipTextEncoder;

/**
 * The numbers of a CLIP text encoder that brings no config.json, as names and shapes tell them.
 * Heads are 64 wide in all published ones; OpenAI's, the narrowest, has its own activation.
 */
final class ClipShapes {

  private static final int HEAD_WIDTH = 64;

  /** Of OpenAI's ViT-L/14 (Radford et al. 2021); OpenCLIP's encoders are wider. */
  private static final int OPEN_AI_WIDTH = 768;

  private static final double EPSILON = 1e-5;
  private static final String EMBEDDINGS = "text_model.embeddings.";
  private static final String LAYERS = "text_model.encoder.layers.";

  private ClipShapes() {}

  /**
   * The text encoder that has these tensors, under transformers' names.
   *
   * @param skipped layers left out at the end
   * @param normalized whether the states are normalized at the end
   * @param projected whether the projected end-of-text token is wanted
   * @throws io.github.easel.generation.GenerationException {@code MODEL_FILE_UNUSABLE}, {@code
   *     SHAPES_UNUSUAL}
   */
  static ClipTextEncoder read(
      TensorShapes tensors, int skipped, boolean normalized, boolean projected) {
    String tokens = EMBEDDINGS + "token_embedding.weight";
    int width = tensors.axis(tokens, 1);
    if (width % HEAD_WIDTH != 0) {
      throw tensors.unusual("text_encoder", tokens);
    }
    try {
      return new ClipTextEncoder(
          new ClipConfig(
              width,
              tensors.axis(LAYERS + "0.mlp.fc1.weight", 0),
              layers(tensors),
              width / HEAD_WIDTH,
              width == OPEN_AI_WIDTH ? Activation.QUICK_GELU : Activation.GELU,
              EPSILON,
              tensors.has("text_projection.weight")
                  ? tensors.axis("text_projection.weight", 0)
                  : 0),
          vocabulary(tensors),
          tensors.axis(EMBEDDINGS + "position_embedding.weight", 0),
          -1,
          skipped,
          normalized,
          projected);
    } catch (IllegalArgumentException e) {
      throw tensors.unusual("text_encoder", tokens, e);
    }
  }

  /** How many layers there are. */
  static int layers(TensorShapes tensors) {
    return tensors.count(LAYERS);
  }

  /** How many tokens it knows. */
  static int vocabulary(TensorShapes tensors) {
    return tensors.axis(EMBEDDINGS + "token_embedding.weight", 0);
  }
}
