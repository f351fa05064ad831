package io.github.easel.network;

import java.util.List;

/**
 * The numbers of a {@link UNet}, as in diffusers' {@code config.json} of UNet2DConditionModel.
 *
 * @param inChannels 4; 9 of an inpainting model; 8 of instruct-pix2pix
 * @param outChannels 4
 * @param levels from the full size to the smallest
 * @param middle transformer blocks in the middle; 0 for no attention there
 * @param contextWidth width of a text embedding ({@code cross_attention_dim})
 * @param normGroups groups of group norms
 * @param normEpsilon of the residual blocks' group norms
 * @param cosineFirst whether a timestep's embedding begins with cosines ({@code flip_sin_to_cos})
 * @param frequencyShift of a timestep's embedding ({@code freq_shift})
 * @param guidanceWidth width of an embedding of the guidance scale, of latent consistency models
 *     ({@code time_cond_proj_dim}); 0 for none
 * @param micro size and crop conditions of Stable Diffusion XL; {@link Micro#NONE} for none
 * @param extras what networks of other sizes have otherwise; {@link Extras#NONE} of published ones
 */
public record UNetConfig(
    int inChannels,
    int outChannels,
    List<Level> levels,
    int middle,
    int contextWidth,
    int normGroups,
    double normEpsilon,
    boolean cosineFirst,
    double frequencyShift,
    int guidanceWidth,
    Micro micro,
    Extras extras) {

  /** One without extras, as all published ones are. */
  public UNetConfig(
      int inChannels,
      int outChannels,
      List<Level> levels,
      int middle,
      int contextWidth,
      int normGroups,
      double normEpsilon,
      boolean cosineFirst,
      double frequencyShift,
      int guidanceWidth,
      Micro micro) {
    this(
        inChannels,
        outChannels,
        levels,
        middle,
        contextWidth,
        normGroups,
        normEpsilon,
        cosineFirst,
        frequencyShift,
        guidanceWidth,
        micro,
        Extras.NONE);
  }

  public UNetConfig {
    levels = List.copyOf(levels);
    if (levels.isEmpty() || inChannels < 1 || outChannels < 1 || normGroups < 1) {
      throw new IllegalArgumentException(
          "%d levels, %d channels in, %d groups".formatted(levels.size(), inChannels, normGroups));
    }
  }

  /**
   * One resolution.
   *
   * @param channels of its images
   * @param blocks residual blocks on the way down; one more on the way up
   * @param transformers transformer blocks after each residual block; 0 for no attention
   * @param transformersUp the same on the way up
   * @param heads of attention
   */
  public record Level(int channels, int blocks, int transformers, int transformersUp, int heads) {

    public Level {
      boolean attends = transformers > 0 || transformersUp > 0;
      if (channels < 1 || blocks < 1 || (attends && (heads < 1 || channels % heads != 0))) {
        throw new IllegalArgumentException(
            "%d channels in %d heads, %d blocks".formatted(channels, heads, blocks));
      }
    }
  }

  /**
   * Conditions on a picture's size beside the pooled text (Podell et al. 2023, section 2.2).
   *
   * @param numbers how many: 6, or 5 of the refiner; 0 for none
   * @param width of one number's embedding ({@code addition_time_embed_dim})
   * @param pooledWidth width of the pooled text
   */
  public record Micro(int numbers, int width, int pooledWidth) {

    /** No such conditions. */
    public static final Micro NONE = new Micro(0, 0, 0);

    /** What the embedding of all of them is made of. */
    int inputWidth() {
      return pooledWidth + numbers * width;
    }
  }

  /**
   * What Easel's own small networks have beyond diffusers' form.
   *
   * @param timeWidth width of a timestep's embedding once it went through its perceptron ({@code
   *     time_embedding_dim}); 0 for four times the first level's channels
   * @param widening of the transformers' perceptrons ({@code feed_forward_multiplier}), usually 4
   * @param textLast whether the text's last token is added to the timestep's embedding ({@code
   *     addition_embed_type} of {@code text_last})
   * @param placeWaves waves over height and over width by which each level on the way down is told
   *     where its pixels are ({@code place_waves}); 0 for none
   */
  public record Extras(int timeWidth, int widening, boolean textLast, int placeWaves) {

    /** Diffusers' form. */
    public static final Extras NONE = new Extras(0, 4, false, 0);

    public Extras {
      if (timeWidth < 0 || widening < 1 || placeWaves < 0) {
        throw new IllegalArgumentException(
            "a time embedding of %d, %d times as wide within, %d waves"
                .formatted(timeWidth, widening, placeWaves));
      }
    }
  }

  /** Width of a timestep's embedding once it went through its perceptron. */
  int timeWidth() {
    return extras.timeWidth() > 0 ? extras.timeWidth() : 4 * levels.get(0).channels();
  }

  Level lowest() {
    return levels.get(levels.size() - 1);
  }
}
