package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
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

  /** Of a model that changes pictures: the noisy latents, and the picture's. */
  private static final int EDITING_CHANNELS = 2 * CHANNELS;

  /** Of an inpainting model: the noisy latents, a mask, and the masked picture's latents. */
  private static final int INPAINTING_CHANNELS = 2 * CHANNELS + 1;

  private final Session session;
  private final DenoiserPorts ports;
  private final int channels;
  private final Supplier<Optional<Session>> endsOpening;
  private final LastRun<Size> runs;
  private boolean oneAtATime;
  private @Nullable DenoiserBatch batch;
  private @Nullable DenoiserEnds ends;
  private @Nullable FloatTensor features;
  private long engineNanos;

  /**
   * What buffers are made for.
   *
   * @param samples [batch, channels, height, width]
   * @param tokens embeddings that each sample attends to
   * @param deepWidth channels of what its deep layers make; 0 if that is not asked for
   */
  private record Size(Shape samples, int tokens, long deepWidth) {}

  /** Takes an opened network over, whose first and last layers cannot be had alone. */
  Denoiser(Session session, TextShape text) {
    this(session, text, Optional::empty);
  }

  /**
   * Takes an opened network over.
   *
   * @param text what the text encoders give, which the UNet must agree with
   * @param endsOpening opens the network's first and last layers alone when they are asked for;
   *     nothing where they cannot be had
   */
  Denoiser(Session session, TextShape text, Supplier<Optional<Session>> endsOpening) {
    this.session = session;
    this.endsOpening = endsOpening;
    runs = new LastRun<>(this::bind);
    try {
      ports = DenoiserPorts.of(session, text);
      channels = checkedChannels();
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /** How many chunks of text it attends to at most, where the graph fixes that. */
  OptionalInt mostChunks() {
    return ports.mostChunks();
  }

  private int checkedChannels() {
    long known = ports.sample().axis(1);
    int found = known == Port.FREE ? triedChannels() : (int) known;
    if (!Set.of(CHANNELS, EDITING_CHANNELS, INPAINTING_CHANNELS).contains(found)) {
      String what = "a model of " + found + " latent channels";
      throw new GenerationException(
          Failure.MODEL_UNSUPPORTED, ports.file() + " is " + what, ports.file().toString(), what);
    }
    return found;
  }

  /** Whether it was trained to paint parts anew, and wants to see a mask and what is kept. */
  boolean inpaints() {
    return channels == INPAINTING_CHANNELS;
  }

  /** Whether it was trained to change pictures as it is told, and wants to see one. */
  boolean edits() {
    return channels == EDITING_CHANNELS;
  }

  /** Whether it follows the guidance scale by itself, so that nothing leads away from anything. */
  boolean guidesItself() {
    return ports.guidance().isPresent();
  }

  /** Whether pixels can look at some of the others only. */
  boolean takesStride() {
    return ports.stride().isPresent();
  }

  /** Some exports leave even the number of channels open: then a small run tells. */
  private int triedChannels() {
    for (int tried : new int[] {CHANNELS, INPAINTING_CHANNELS}) {
      try {
        return tried(tried);
      } catch (GenerationException e) {
        if (e.failure() != Failure.MODEL_FILE_UNUSABLE) {
          throw e;
        }
      }
    }
    return tried(EDITING_CHANNELS);
  }

  private int tried(int tried) {
    Shape small = Shape.of(atOnce(1), tried, SMALL_SIDE, SMALL_SIDE);
    int tokens = mostChunks().orElse(1) * ports.text().tokens();
    session.measure(ports.inputShapes(small, tokens), ports.prediction().name());
    return tried;
  }

  /**
   * Samples in one run: as many as are wanted, unless the graph fixes its batch or they are so many
   * that memory would grow with the words of a prompt.
   */
  private long atOnce(long wanted) {
    long fixed = ports.fixedBatch();
    return fixed == Port.FREE ? Math.min(wanted, oneAtATime ? 1 : MOST_AT_ONCE) : fixed;
  }

  private BoundRun bind(Size size) {
    return session.bind(
        ports.inputShapes(size.samples(), size.tokens()),
        ports.outputShapes(size.samples(), size.deepWidth()));
  }

  /**
   * Makes ready to {@link #predictAgain}, if the model's form allows it and all samples fit into
   * one run.
   *
   * @param batch samples at most
   * @throws GenerationException if the first and last layers cannot be opened
   */
  boolean canPredictAgain(int batch) {
    if (ports.deepOut().isEmpty() || atOnce(batch) != batch) {
      return false;
    }
    if (ends == null) {
      ends = endsOpening.get().map(opened -> new DenoiserEnds(opened, ports.text())).orElse(null);
    }
    return ends != null;
  }

  /** Makes ready for samples of a shape with these texts, each time in full. */
  void prepare(Shape samples, Circumstances told, List<TextCondition> texts) {
    prepare(samples, told, texts, false);
  }

  /**
   * Makes ready for samples of a shape with these texts.
   *
   * @param samples [batch, 4, height, width]
   * @param told of which {@code beside} has one for each of the batch: for an inpainting model [1,
   *     5, height, width], a mask (1 where it paints) and the latents of the masked picture; for
   *     one that changes pictures [1, 4, height, width], the picture's latents; none for others
   * @param texts one for each of the batch, all of as many tokens
   * @param again whether {@link #predictAgain} will be called
   */
  void prepare(Shape samples, Circumstances told, List<TextCondition> texts, boolean again) {
    if (told.beside().size() != (channels == CHANNELS ? 0 : texts.size())) {
      throw new IllegalArgumentException(
          told.beside().size() + " things beside samples of " + channels + " channels");
    }
    int tokens = (int) texts.get(0).states().shape().axis(1);
    Shape group = DenoiserPorts.withChannels(samples.withFirst(atOnce(samples.axis(0))), channels);
    BoundRun ready = runs.of(new Size(group, tokens, again ? ends().width() : 0));
    batch = new DenoiserBatch(ready, ports, (int) samples.axis(0));
    batch.tell(told);
    features = null;
    if (again) {
      ends().prepare(group, tokens, told);
      features = ready.output(ports.deepOut().orElseThrow().name());
    }
    attend(texts);
  }

  private DenoiserEnds ends() {
    return Objects.requireNonNull(ends, "canPredictAgain() comes first");
  }

  /** Exchanges the texts for others of the same shape. */
  void attend(List<TextCondition> texts) {
    ready().attend(texts);
    if (features != null) {
      ends().batch().attend(texts);
    }
  }

  private DenoiserBatch ready() {
    if (batch == null) {
      throw new IllegalStateException("prepare() comes first");
    }
    return batch;
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
    return timed(ready(), time, cancellation);
  }

  /**
   * Likewise from a sample, [1, 4, height, width], with the deep features of the last {@link
   * #predict}, for the same texts: sooner, and not quite the same.
   */
  FloatTensor predictAgain(FloatTensor sample, double time, Cancellation cancellation) {
    ends().goOnFrom(Objects.requireNonNull(features));
    DenoiserBatch again = ends().batch();
    again.show(sample);
    return timed(again, time, cancellation);
  }

  private FloatTensor timed(DenoiserBatch one, double time, Cancellation cancellation) {
    long before = one.engineNanos();
    FloatTensor prediction = one.predict(time, cancellation);
    engineNanos += one.engineNanos() - before;
    return prediction;
  }

  /** Nanoseconds spent in the network's own runs since it was opened. */
  long engineNanos() {
    return engineNanos;
  }

  /** Bytes of its weights. */
  long weightBytes() {
    return session.weightBytes();
  }

  /** Whether each run makes one prediction only, from the next {@link #prepare} on. */
  void oneAtATime(boolean wanted) {
    oneAtATime = wanted;
  }

  /** Lets go of its memory until {@link #prepare}. */
  void rest() {
    batch = null;
    closeEnds();
    runs.close();
    session.rest();
  }

  private void closeEnds() {
    features = null;
    if (ends != null) {
      ends.close();
      ends = null;
    }
  }

  @Override
  public void close() {
    closeEnds();
    runs.close();
    session.close();
  }
}
