package io.github.easel.training;

import io.github.easel.model.TrainableModel;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.Input;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.UNet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a training will need, reckoned by going through both networks with shapes in the place of
 * values ({@link Reckoning}).
 *
 * @param bytes of memory beside the program's own
 * @param sparingBytes likewise, if the UNet's parts are computed again on the way back
 * @param multiplications of one step
 * @param sparingMultiplications likewise
 */
public record TrainingCost(
    long bytes, long sparingBytes, double multiplications, double sparingMultiplications) {

  /** PyTorch itself, once loaded, and what its allocator holds back. */
  private static final long ENGINE = 300L << 20;

  private static final int FLOAT = Float.BYTES;

  /** Forward, and back to the inputs; the weights themselves stay as they are. */
  private static final int PASSES = 2;

  /**
   * Reckons.
   *
   * @param batch pictures at once
   * @param height of the latents
   * @param width of the latents
   */
  public static TrainingCost of(TrainableModel model, int batch, long height, long width) {
    return of(model.text(), model.unet(), batch, height, width);
  }

  static TrainingCost of(ClipTextEncoder text, UNet unet, int batch, long height, long width) {
    long tokens = text.tokens();
    Reckoning words = reckoned(text, batch, tokens, height, width);
    Reckoning image = reckoned(unet, batch, tokens, height, width);
    double always = parameters(unet) + parameters(text) + words.kept() + image.fleeting();
    double once = words.multiplications() + image.multiplications();
    return new TrainingCost(
        bytes(always + image.kept()),
        bytes(always + image.keptOfParts()),
        PASSES * once,
        PASSES * once + image.multiplications());
  }

  private static long bytes(double values) {
    return (long) (ENGINE + FLOAT * values);
  }

  private static Reckoning reckoned(
      Network network, long batch, long tokens, long height, long width) {
    Map<String, long[]> inputs = new LinkedHashMap<>();
    for (Input input : network.inputs()) {
      long[] shape = new long[input.axes().size()];
      for (int i = 0; i < shape.length; i++) {
        Input.Axis axis = input.axes().get(i);
        shape[i] =
            switch (axis.name()) {
              case "" -> axis.length();
              case "height" -> height;
              case "width" -> width;
              case "tokens", "sequence" -> tokens;
              default -> batch;
            };
      }
      inputs.put(input.name(), shape);
    }
    Reckoning reckoning = new Reckoning();
    network.outputs(reckoning, inputs);
    return reckoning;
  }

  private static double parameters(Network network) {
    double sum = 0;
    for (Parameter parameter : Parameters.of(network)) {
      sum += parameter.shape().elements();
    }
    return sum;
  }
}
