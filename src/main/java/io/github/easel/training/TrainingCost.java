package io.github.easel.training;

import io.github.easel.model.TrainableModel;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetConfig.Level;

/**
 * What a training will need, reckoned from the shapes of parameters and of what the way back needs;
 * right to about a third.
 *
 * @param bytes of memory beside the program's own
 * @param multiplications of one step
 */
public record TrainingCost(long bytes, double multiplications) {

  /** PyTorch itself, once loaded. */
  private static final long ENGINE = 300L << 20;

  /** Images that a residual block keeps for the way back, of its channels each. */
  private static final double IMAGES = 14;

  /** Tokens' widths that a transformer block keeps, besides attention's scores. */
  private static final double WIDTHS = 40;

  /** Copies of the scores: product, softmax, and their gradients. */
  private static final double SCORES = 4;

  private static final int FLOAT = Float.BYTES;

  /** Forward once, backward about twice as much. */
  private static final int PASSES = 3;

  /**
   * Reckons.
   *
   * @param batch pictures at once
   * @param height of the latents
   * @param width of the latents
   */
  public static TrainingCost of(TrainableModel model, int batch, long height, long width) {
    UNetConfig config = model.unet().config();
    double kept = 0;
    int last = config.levels().size() - 1;
    for (int i = 0; i <= last; i++) {
      Level level = config.levels().get(i);
      double pixels = (double) height * width / (1L << (2 * i));
      int blocks = 2 * level.blocks() + 1 + (i == last ? 2 : 0);
      kept += blocks * IMAGES * level.channels() * pixels;
      int attending =
          level.transformers() * level.blocks()
              + level.transformersUp() * (level.blocks() + 1)
              + (i == last ? config.middle() : 0);
      double scores = level.heads() * pixels * (pixels + model.text().tokens());
      kept += attending * (WIDTHS * level.channels() * pixels + SCORES * scores);
    }
    double weights = parameters(model.unet()) + parameters(model.text());
    double pixels = (double) height * width;
    // most weights are convolutions of the middle levels, used at about an eighth of the pixels
    double work = PASSES * batch * parameters(model.unet()) * pixels / 8;
    return new TrainingCost((long) (ENGINE + FLOAT * (weights + batch * kept)), work);
  }

  private static double parameters(Network network) {
    double sum = 0;
    for (Parameter parameter : Parameters.of(network)) {
      sum += parameter.shape().elements();
    }
    return sum;
  }
}
