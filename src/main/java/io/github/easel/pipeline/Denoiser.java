package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The UNet: predicts from noisy latents, a timestep and text embeddings what the sampler asks for.
 * Its buffers for one size are kept for the next picture of that size.
 */
final class Denoiser implements AutoCloseable {

  /** Latent channels of Stable Diffusion's autoencoders. */
  static final int CHANNELS = 4;

  private static final int SMALL_SIDE = 8;
  private static final int INPAINTING_CHANNELS = 9;

  private final Path file;
  private final Session session;
  private final Port sample;
  private final Port timestep;
  private final Port states;
  private final Port prediction;
  private final int tokens;
  private final int width;
  private final LastRun runs;
  private @Nullable BoundRun run;

  /**
   * Opens the network.
   *
   * @param tokens length of the text embeddings
   * @param width width of one text embedding, which the UNet must agree with
   */
  Denoiser(Engine engine, Path file, int tokens, int width) {
    this.file = file;
    this.tokens = tokens;
    this.width = width;
    session = engine.open(file);
    runs = new LastRun(this::bind);
    try {
      Ports inputs = new Ports(file, "input", session.inputs());
      sample = inputs.requireFloats("sample");
      timestep = inputs.require("timestep");
      states = inputs.requireFloats("encoder_hidden_states");
      refuseOtherFamilies(inputs);
      prediction =
          new Ports(file, "output", session.outputs())
              .requireFloats("out_sample", "noise_pred", "latent");
      checkWidth();
      checkChannels();
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private void refuseOtherFamilies(Ports inputs) {
    if (inputs.find("text_embeds", "time_ids").isPresent()) {
      throw unsupported("Stable Diffusion XL");
    }
    if (inputs.find("timestep_cond").isPresent()) {
      throw unsupported("a latent consistency model with guidance embedding");
    }
    inputs.allow(Set.of(sample.name(), timestep.name(), states.name()));
  }

  private void checkWidth() {
    long wanted = states.axis(2);
    if (wanted != Port.FREE && wanted != width) {
      throw GenerationException.unusable(
          file,
          "text embeddings of width " + width + " as the text encoder gives",
          "width " + wanted);
    }
  }

  private void checkChannels() {
    long known = sample.axis(1);
    long channels = known == Port.FREE ? triedChannels() : known;
    if (channels == INPAINTING_CHANNELS) {
      throw unsupported("an inpainting model, which needs a picture and a mask");
    }
    if (channels != CHANNELS) {
      throw unsupported("a model of " + channels + " latent channels");
    }
  }

  /** Some exports leave even the number of channels open: then one small run tells. */
  private long triedChannels() {
    try {
      return tried(CHANNELS);
    } catch (GenerationException e) {
      if (e.failure() != Failure.MODEL_FILE_UNUSABLE) {
        throw e;
      }
      return tried(INPAINTING_CHANNELS);
    }
  }

  private long tried(long channels) {
    Shape small = Shape.of(1, channels, SMALL_SIDE, SMALL_SIDE);
    session.measure(inputShapes(small), prediction.name());
    return channels;
  }

  private BoundRun bind(Shape samples) {
    return session.bind(inputShapes(samples), Map.of(prediction.name(), samples));
  }

  private Map<String, Shape> inputShapes(Shape samples) {
    Map<String, Shape> shapes = new HashMap<>();
    shapes.put(sample.name(), samples);
    shapes.put(timestep.name(), timestep.rank() == 0 ? Shape.of() : Shape.of(1));
    shapes.put(states.name(), Shape.of(samples.axis(0), tokens, width));
    return shapes;
  }

  private GenerationException unsupported(String found) {
    return new GenerationException(
        Failure.MODEL_UNSUPPORTED, file + " is " + found, file.toString(), found);
  }

  /**
   * Makes ready for samples of a shape with these text embeddings.
   *
   * @param samples [batch, 4, height, width]
   * @param textEmbeddings one [1, tokens, width] for each of the batch
   */
  void prepare(Shape samples, List<FloatTensor> textEmbeddings) {
    BoundRun ready = runs.of(samples);
    run = ready;
    FloatTensor target = ready.input(states.name());
    int each = tokens * width;
    for (int i = 0; i < textEmbeddings.size(); i++) {
      target.copy(i * each, textEmbeddings.get(i), 0, each);
    }
  }

  /** Nanoseconds spent in the network's own runs since {@link #prepare} made new buffers. */
  long engineNanos() {
    return ready().engineNanos();
  }

  private BoundRun ready() {
    if (run == null) {
      throw new IllegalStateException("prepare() comes first");
    }
    return run;
  }

  /** What the network sees; to be written before {@link #predict}. */
  FloatTensor input() {
    return ready().input(sample.name());
  }

  /** Runs the network once and gives its prediction, the same tensor each time. */
  FloatTensor predict(double time, Cancellation cancellation) {
    BoundRun ready = ready();
    ready.fill(timestep.name(), time);
    ready.execute(cancellation);
    return ready.output(prediction.name());
  }

  @Override
  public void close() {
    runs.close();
    session.close();
  }
}
