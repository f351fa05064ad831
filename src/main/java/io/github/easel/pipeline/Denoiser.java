package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The UNet: predicts from noisy latents, a timestep and text embeddings what the sampler asks for.
 * Its buffers for one size are kept for the next picture of that size.
 */
final class Denoiser implements AutoCloseable {

  /** Latent channels of Stable Diffusion's autoencoders. */
  static final int CHANNELS = 4;

  /** A prompt of three parts and a negative prompt. */
  static final int MOST_AT_ONCE = 4;

  private static final int SMALL_SIDE = 8;

  /** Of an inpainting model: the noisy latents, a mask, and the masked picture's latents. */
  private static final int INPAINTING_CHANNELS = 2 * CHANNELS + 1;

  private final Path file;
  private final Session session;
  private final Port sample;
  private final Port timestep;
  private final Port states;
  private final Port prediction;
  private final int chunk;
  private final int width;
  private final int channels;
  private final LastRun<Size> runs;
  private @Nullable DenoiserBatch batch;

  /**
   * What buffers are made for.
   *
   * @param samples [batch, channels, height, width]
   * @param tokens embeddings that each sample attends to
   */
  private record Size(Shape samples, int tokens) {}

  /**
   * Takes an opened network over.
   *
   * @param chunk embeddings that the text encoder makes at once, 77 in CLIP
   * @param width width of one text embedding, which the UNet must agree with
   */
  Denoiser(Session session, int chunk, int width) {
    this.session = session;
    this.file = session.file();
    this.chunk = chunk;
    this.width = width;
    runs = new LastRun<>(this::bind);
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
      checkTokens();
      channels = checkedChannels();
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

  private void checkTokens() {
    long fixed = states.axis(1);
    if (fixed != Port.FREE && (fixed < chunk || fixed % chunk != 0)) {
      throw GenerationException.unusable(
          file, chunk + " text embeddings as the text encoder gives", Long.toString(fixed));
    }
  }

  /** How many chunks of text it attends to at most, where the graph fixes that. */
  OptionalInt mostChunks() {
    long fixed = states.axis(1);
    return fixed == Port.FREE ? OptionalInt.empty() : OptionalInt.of((int) (fixed / chunk));
  }

  private int checkedChannels() {
    long known = sample.axis(1);
    long found = known == Port.FREE ? triedChannels() : known;
    if (found != CHANNELS && found != INPAINTING_CHANNELS) {
      throw unsupported("a model of " + found + " latent channels");
    }
    return (int) found;
  }

  /** Whether it was trained to paint parts anew, and wants to see a mask and what is kept. */
  boolean inpaints() {
    return channels == INPAINTING_CHANNELS;
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
    Shape small = Shape.of(atOnce(1), channels, SMALL_SIDE, SMALL_SIDE);
    int tokens = mostChunks().orElse(1) * chunk;
    session.measure(inputShapes(new Size(small, tokens)), prediction.name());
    return channels;
  }

  /**
   * Samples in one run: as many as are wanted, unless the graph fixes its batch or they are so many
   * that memory would grow with the words of a prompt.
   */
  private long atOnce(long wanted) {
    long fixed = sample.axis(0) == Port.FREE ? states.axis(0) : sample.axis(0);
    return fixed == Port.FREE ? Math.min(wanted, MOST_AT_ONCE) : fixed;
  }

  private BoundRun bind(Size size) {
    return session.bind(
        inputShapes(size), Map.of(prediction.name(), withChannels(size.samples(), CHANNELS)));
  }

  private static Shape withChannels(Shape samples, long channels) {
    return Shape.of(samples.axis(0), channels, samples.axis(2), samples.axis(3));
  }

  private Map<String, Shape> inputShapes(Size size) {
    long samples = size.samples().axis(0);
    long times = timestep.axis(0) == Port.FREE ? 1 : timestep.axis(0);
    Map<String, Shape> shapes = new HashMap<>();
    shapes.put(sample.name(), size.samples());
    shapes.put(timestep.name(), timestep.rank() == 0 ? Shape.of() : Shape.of(times));
    shapes.put(states.name(), Shape.of(samples, size.tokens(), width));
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
   * @param beside what an inpainting model sees beside each sample: [1, 5, height, width], a mask
   *     (1 where it paints) and the latents of the masked picture; nothing for other models
   * @param textEmbeddings one [1, tokens, width] for each of the batch, all of as many tokens
   */
  void prepare(Shape samples, Optional<FloatTensor> beside, List<FloatTensor> textEmbeddings) {
    if (beside.isPresent() != inpaints()) {
      throw new IllegalArgumentException(beside + " beside samples of " + channels + " channels");
    }
    int tokens = (int) textEmbeddings.get(0).shape().axis(1);
    Shape group = withChannels(samples.withFirst(atOnce(samples.axis(0))), channels);
    BoundRun ready = runs.of(new Size(group, tokens));
    DenoiserBatch.Names names =
        new DenoiserBatch.Names(sample.name(), timestep.name(), states.name(), prediction.name());
    batch = new DenoiserBatch(ready, names, (int) samples.axis(0), beside);
    attend(textEmbeddings);
  }

  /** Exchanges the text embeddings for others of the same shape. */
  void attend(List<FloatTensor> textEmbeddings) {
    ready().attend(textEmbeddings);
  }

  /** Nanoseconds spent in the network's own runs since {@link #prepare} made new buffers. */
  long engineNanos() {
    return ready().engineNanos();
  }

  private DenoiserBatch ready() {
    if (batch == null) {
      throw new IllegalStateException("prepare() comes first");
    }
    return batch;
  }

  /** Makes ready for samples that nothing is seen beside. */
  void prepare(Shape samples, List<FloatTensor> textEmbeddings) {
    prepare(samples, Optional.empty(), textEmbeddings);
  }

  /** What the network sees, [batch, channels, height, width]. */
  FloatTensor input() {
    return ready().input();
  }

  /** Shows the network a sample, [1, 4, height, width], in every place of the batch. */
  void show(FloatTensor sample) {
    ready().show(sample);
  }

  /** Predicts for the whole batch and gives the prediction, the same tensor each time. */
  FloatTensor predict(double time, Cancellation cancellation) {
    return ready().predict(time, cancellation);
  }

  @Override
  public void close() {
    runs.close();
    session.close();
  }
}
