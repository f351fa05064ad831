package io.github.easel.network;

/**
 * The numbers of one of CLIP's two towers.
 *
 * @param width of an embedding ({@code hidden_size})
 * @param inner width within a perceptron ({@code intermediate_size})
 * @param layers how many ({@code num_hidden_layers})
 * @param heads of attention ({@code num_attention_heads})
 * @param activation within a perceptron ({@code hidden_act})
 * @param epsilon of layer norms ({@code layer_norm_eps})
 * @param projection width that pictures and words share ({@code projection_dim})
 */
public record ClipConfig(
    int width,
    int inner,
    int layers,
    int heads,
    Activation activation,
    double epsilon,
    int projection) {

  public ClipConfig {
    boolean positive = width > 0 && inner > 0 && layers > 0 && heads > 0 && projection >= 0;
    if (!positive || width % heads != 0) {
      throw new IllegalArgumentException("a tower of width %d in %d heads".formatted(width, heads));
    }
  }
}
