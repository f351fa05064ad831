package io.github.easel.model;

import io.github.easel.file.FileReason;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.onnx.EightBitLowering;
import io.github.easel.network.onnx.Observed;
import io.github.easel.network.onnx.Span;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.weights.WeightMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model's UNet, to be computed with 8 bits once it is known what its convolutions take. */
public final class EightBitUnet {

  /**
   * The output of {@link #observed} that says it: of each the least and the greatest in and out.
   */
  public static final String BOUNDS = EightBitLowering.BOUNDS;

  /** Numbers that each convolution has there. */
  private static final int EACH = 4;

  private final WeightedNetwork unet;
  private final NetworkGraph observed;
  private final List<String> convolutions;

  EightBitUnet(WeightedNetwork unet) {
    this.unet = unet;
    EightBitLowering.Observing observing = EightBitLowering.observed(unet.network(), weights());
    convolutions = observing.convolutions();
    observed =
        new NetworkGraph(
            observing.graph().model(),
            observing.graph().folder(),
            unet.file(),
            observing.graph().weights(),
            true);
  }

  private WeightMap weights() {
    return new WeightMap(unet.file(), unet.tensors());
  }

  /** The file of its weights, or their index. */
  public Path file() {
    return unet.file();
  }

  /** What its form of 8 bits is known by. */
  public String key() {
    return observed.key(EightBitLowering.FORM);
  }

  /** The graph of floats that says what convolutions take and make. */
  public NetworkGraph observed() {
    return observed;
  }

  /** How many numbers {@link #BOUNDS} has; 0 if the network is too narrow for 8 bits. */
  public int bounds() {
    return EACH * convolutions.size();
  }

  /**
   * Writes the form of 8 bits, its weights in a file beside the graph.
   *
   * @param bounds least and greatest in turn, as many as {@link #bounds}
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code FILE_UNWRITABLE}, {@code CANCELLED}
   */
  public void write(float[] bounds, Path file, Cancellation cancellation) {
    Map<String, Observed> known = new LinkedHashMap<>();
    for (int i = 0; i < convolutions.size(); i++) {
      int at = EACH * i;
      Span in = new Span(bounds[at], bounds[at + 1]);
      known.put(convolutions.get(i), new Observed(in, new Span(bounds[at + 2], bounds[at + 3])));
    }
    try {
      EightBitLowering.write(unet.network(), weights(), known, file, cancellation);
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }
}
