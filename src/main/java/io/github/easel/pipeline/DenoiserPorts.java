package io.github.easel.pipeline;

import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a UNet's graph takes and gives.
 *
 * @param file of the graph, for messages
 * @param sample noisy latents
 * @param timestep the time
 * @param states text embeddings
 * @param pooled a vector for the whole text, of Stable Diffusion XL
 * @param numbers {@link MicroConditions}, of Stable Diffusion XL
 * @param guidance {@link GuidanceEmbedding}, of latent consistency models
 * @param stride between the pixels that others look at, of UNets that can leave some out
 * @param deepIn what {@link DenoiserEnds} go on from
 * @param prediction output
 * @param deepOut what they may go on from, of UNets that tell it
 * @param text what it is given of text
 */
record DenoiserPorts(
    Path file,
    Port sample,
    Port timestep,
    Port states,
    Optional<Port> pooled,
    Optional<Port> numbers,
    Optional<Port> guidance,
    Optional<Port> stride,
    Optional<Port> deepIn,
    Port prediction,
    Optional<Port> deepOut,
    TextShape text) {

  private static final String DEEP = "deep_features";
  private static final long USUAL_GUIDANCE_WIDTH = 256;

  /**
   * Finds them.
   *
   * @throws GenerationException if the graph lacks one, wants something else, or wants other text
   *     than there is
   */
  static DenoiserPorts of(Session session, TextShape text) {
    Ports inputs = new Ports(session.file(), "input", session.inputs());
    Ports outputs = new Ports(session.file(), "output", session.outputs());
    DenoiserPorts ports =
        new DenoiserPorts(
            session.file(),
            inputs.requireFloats("sample"),
            inputs.require("timestep"),
            inputs.requireFloats("encoder_hidden_states"),
            floats(inputs, "text_embeds"),
            floats(inputs, "time_ids"),
            floats(inputs, "timestep_cond"),
            inputs.find("token_stride"),
            floats(inputs, DEEP),
            outputs.requireFloats("out_sample", "noise_pred", "latent"),
            outputs.find(DEEP),
            text);
    Set<String> known =
        new HashSet<>(Set.of(ports.sample.name(), ports.timestep.name(), ports.states.name()));
    Stream.of(ports.pooled, ports.numbers, ports.guidance, ports.stride, ports.deepIn)
        .flatMap(Optional::stream)
        .forEach(port -> known.add(port.name()));
    inputs.allow(known);
    ports.checkText();
    ports.checkNumbers();
    return ports;
  }

  private static Optional<Port> floats(Ports inputs, String name) {
    return inputs.find(name).map(found -> inputs.requireFloats(name));
  }

  private void checkText() {
    long wanted = states.axis(2);
    if (wanted != Port.FREE && wanted != text.width()) {
      throw unusable(
          "text embeddings of width " + text.width() + " as the text encoder gives",
          "width " + wanted);
    }
    long fixed = states.axis(1);
    if (fixed != Port.FREE && (fixed < text.tokens() || fixed % text.tokens() != 0)) {
      throw unusable(
          text.tokens() + " text embeddings as the text encoder gives", Long.toString(fixed));
    }
    if (pooled.isPresent()) {
      long width = pooled.get().axis(1);
      if (text.pooledWidth() == 0 || (width != Port.FREE && width != text.pooledWidth())) {
        throw unusable(
            "text_embeds of width " + text.pooledWidth() + " as the text encoder gives",
            "width " + width);
      }
    }
  }

  private void checkNumbers() {
    int count = numberCount();
    if (count != MicroConditions.OF_THE_BASE && count != MicroConditions.OF_THE_REFINER) {
      throw unusable(
          "time_ids of %d or %d numbers"
              .formatted(MicroConditions.OF_THE_BASE, MicroConditions.OF_THE_REFINER),
          Integer.toString(count));
    }
  }

  private GenerationException unusable(String expected, String found) {
    return GenerationException.unusable(file, expected, found);
  }

  /** How many numbers it takes of a picture, where it takes any. */
  int numberCount() {
    long count = numbers.map(port -> port.axis(1)).orElse(Port.FREE);
    return count == Port.FREE ? MicroConditions.OF_THE_BASE : (int) count;
  }

  /** How many chunks of text it attends to at most, where the graph fixes that. */
  OptionalInt mostChunks() {
    long fixed = states.axis(1);
    return fixed == Port.FREE ? OptionalInt.empty() : OptionalInt.of((int) (fixed / text.tokens()));
  }

  /** How many samples it takes at once, if that is fixed; else {@link Port#FREE}. */
  long fixedBatch() {
    return sample.axis(0) == Port.FREE ? states.axis(0) : sample.axis(0);
  }

  /**
   * The shapes of all inputs.
   *
   * @param samples [batch, channels, height, width]
   * @param tokens embeddings that each sample attends to
   */
  Map<String, Shape> inputShapes(Shape samples, int tokens) {
    long batch = samples.axis(0);
    long times = timestep.axis(0) == Port.FREE ? 1 : timestep.axis(0);
    Map<String, Shape> shapes = new HashMap<>();
    shapes.put(sample.name(), samples);
    shapes.put(timestep.name(), timestep.rank() == 0 ? Shape.of() : Shape.of(times));
    shapes.put(states.name(), Shape.of(batch, tokens, text.width()));
    pooled.ifPresent(port -> shapes.put(port.name(), Shape.of(batch, text.pooledWidth())));
    numbers.ifPresent(port -> shapes.put(port.name(), Shape.of(batch, numberCount())));
    guidance.ifPresent(port -> shapes.put(port.name(), Shape.of(batch, guidanceWidth(port))));
    stride.ifPresent(port -> shapes.put(port.name(), Shape.of(1)));
    deepIn.ifPresent(port -> shapes.put(port.name(), withChannels(samples, port.axis(1))));
    return shapes;
  }

  /**
   * The shapes of the outputs that are wanted.
   *
   * @param samples as of {@link #inputShapes}
   * @param deepWidth channels of the deep features; 0 if nobody goes on from them
   */
  Map<String, Shape> outputShapes(Shape samples, long deepWidth) {
    Map<String, Shape> shapes = new HashMap<>();
    shapes.put(prediction.name(), withChannels(samples, Denoiser.CHANNELS));
    if (deepWidth > 0) {
      shapes.put(deepOut.orElseThrow().name(), withChannels(samples, deepWidth));
    }
    return shapes;
  }

  /** [batch, channels, height, width] with other channels. */
  static Shape withChannels(Shape samples, long channels) {
    return Shape.of(samples.axis(0), channels, samples.axis(2), samples.axis(3));
  }

  private static long guidanceWidth(Port port) {
    return port.axis(1) == Port.FREE ? USUAL_GUIDANCE_WIDTH : port.axis(1);
  }
}
