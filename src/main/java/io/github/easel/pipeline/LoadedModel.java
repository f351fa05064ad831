package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.model.LoraBlend;
import io.github.easel.model.LoraUse;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelSettings;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.MemoryPlanner;
import io.github.easel.runtime.Session;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.PromptChunker;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A model source with all that a picture from words needs of it opened and checked. */
public final class LoadedModel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoadedModel.class);

  private static final String SECOND_PADDING = "!";

  private final ModelPackage source;
  private final ModelSettings settings;
  private final ScheduleConfig schedule;
  private final String engineDescription;
  private final String fingerprint;
  private final TextEncoders textEncoders;
  private final AdaptedSide text;
  private final AdaptedSide image;
  private final MemoryTurns turns;
  private final Engine engine;
  private UnetForm form = UnetForm.FLOATS;
  private @Nullable Denoiser denoiser;
  private final ImageDecoder decoder;
  private final SourceEncoder sources;
  private Optional<LatentColours> colours = Optional.empty();
  private boolean coloursSought;

  /**
   * Opens a model.
   *
   * @param otherTokenizer a folder with vocab.json and merges.txt to use in the place of the
   *     model's own
   * @throws GenerationException saying file, expected and found if it cannot be used
   */
  public LoadedModel(ModelPackage source, Engine engine, Optional<Path> otherTokenizer) {
    this(source, engine, otherTokenizer, MemoryPlanner.roomy());
  }

  /**
   * Likewise.
   *
   * @param planner says which networks stay open while others compute
   */
  public LoadedModel(
      ModelPackage source, Engine engine, Optional<Path> otherTokenizer, MemoryPlanner planner) {
    this.source = source;
    this.engine = engine;
    turns = new MemoryTurns(planner);
    source.check();
    settings = source.settings();
    schedule = source.scheduleConfig();
    engineDescription = engine.description();
    fingerprint = source.fingerprint();
    Path folder = source.tokenizerOr(otherTokenizer);
    ClipTokenizer first = tokenizer(source, folder);
    checkVocabulary(folder, first);
    int tokens = first.maxLength();
    TextEncoders openedText =
        new TextEncoders(
            engine,
            source,
            new PromptChunker(first),
            () -> secondChunker(folder, otherTokenizer, tokens),
            tokens);
    Denoiser openedUnet = null;
    try {
      if (planner.cautious(openedText.weightBytes())) {
        openedText.rest();
      }
      openedUnet = denoiser(source, engine, openedText.shape());
      decoder = new ImageDecoder(source.openImageDecoder(engine), settings.vaeFactor());
    } catch (RuntimeException | Error e) {
      openedText.close();
      if (openedUnet != null) {
        openedUnet.close();
      }
      throw e;
    }
    textEncoders = openedText;
    denoiser = openedUnet;
    text = new AdaptedSide(LoraBlend.Side.TEXT, source, textEncoders::exchange);
    image = new AdaptedSide(LoraBlend.Side.UNET, source, this::exchangeUnet);
    sources = new SourceEncoder(engine, source, decoder.factor(), turns::plan);
  }

  private enum UnetForm {
    FLOATS,
    /** Floats that say what convolutions take. */
    OBSERVED,
    EIGHT_BITS
  }

  private void exchangeUnet(ModelPackage other) {
    TextShape shape = textEncoders.shape();
    closeDenoiser();
    form = UnetForm.FLOATS;
    denoiser = denoiser(other, engine, shape);
  }

  /** Whether the UNet computes with 8 bits. */
  boolean hasEightBits() {
    return form == UnetForm.EIGHT_BITS;
  }

  /** Has the UNet compute with floats, if it does not. */
  void floats() {
    if (hasEightBits()) {
      exchangeUnet(source);
    }
  }

  /**
   * Has the UNet compute with 8 bits; there must be no LoRAs in it.
   *
   * @param drawing draws a few pictures, if this was never done before with this model
   * @throws GenerationException EIGHT_BITS_IMPOSSIBLE, CANCELLED, MODEL_...; the UNet is as it was
   */
  void eightBits(Runnable drawing, Cancellation cancellation) {
    if (denoiser().edits()) {
      throw FastUnet.impossible(source);
    }
    FastUnet fast = FastUnet.of(source, engine);
    try {
      if (!fast.isKnown()) {
        fast.make(
            session -> {
              exchange(session, UnetForm.OBSERVED);
              drawing.run();
              closeDenoiser();
            },
            cancellation);
      }
      closeDenoiser();
      exchange(fast.open(), UnetForm.EIGHT_BITS);
    } catch (RuntimeException | Error e) {
      exchangeUnet(source);
      throw e;
    }
  }

  private void exchange(Session session, UnetForm other) {
    closeDenoiser();
    denoiser = new Denoiser(session, textEncoders.shape(), () -> source.openUnetEnds(engine));
    form = other;
  }

  private static Denoiser denoiser(ModelPackage model, Engine engine, TextShape text) {
    return new Denoiser(model.openUnet(engine), text, () -> model.openUnetEnds(engine));
  }

  private void closeDenoiser() {
    if (denoiser != null) {
      denoiser.close();
      denoiser = null;
    }
  }

  /**
   * Puts LoRAs into the weights, in the place of those before. Only networks whose weights change
   * by that are opened anew; without LoRAs they are the model's own again, to the last bit.
   *
   * @param work the folder for the changed weights
   * @param opening told before networks are opened anew
   * @return what there is of them that the model has no place for
   * @throws GenerationException ADAPTER_UNSUITABLE, ADAPTERS_IMPOSSIBLE, MODEL_FILE_UNUSABLE,
   *     FILE_UNWRITABLE, CANCELLED; the networks are as they were then
   */
  List<LoraBlend.Unmatched> adapt(
      List<LoraUse> loras, Path work, Runnable opening, Cancellation cancellation) {
    if (loras.isEmpty() && text.isOwn() && image.isOwn()) {
      return List.of();
    }
    LoraBlend blend = new LoraBlend(source, loras);
    if (text.differs(blend) || image.differs(blend)) {
      opening.run();
    }
    Path place = onOneDrive(work);
    text.adapt(blend, place, cancellation);
    image.adapt(blend, place, cancellation);
    return blend.unmatched();
  }

  /** A graph refers to files below one folder, which two drives do not have. */
  private Path onOneDrive(Path work) {
    Path own = source.root().toAbsolutePath();
    return Objects.equals(own.getRoot(), work.toAbsolutePath().getRoot())
        ? work
        : own.resolveSibling("");
  }

  /** Another model's tokenizer may fill up with another id. */
  private static ClipTokenizer tokenizer(ModelPackage source, Path folder) {
    ClipTokenizer read = ClipTokenizer.open(folder);
    OptionalInt padding = source.padding();
    return source.tokenizer().isEmpty() && padding.isPresent()
        ? read.withPadding(padding.getAsInt())
        : read;
  }

  /** A larger vocabulary has ids that the text encoder would read past its table. */
  private void checkVocabulary(Path tokenizerFolder, ClipTokenizer tokenizer) {
    int found = tokenizer.vocabularySize();
    int known = settings.vocabulary().orElse(Integer.MAX_VALUE);
    if (found > known) {
      throw GenerationException.unusable(
          tokenizerFolder,
          "at most " + known + " tokens, as the text encoder knows",
          found + " tokens");
    }
  }

  /**
   * For a second text encoder: its own tokenizer, or the first one's vocabulary with the padding
   * that the second ones of Stable Diffusion XL have.
   */
  private PromptChunker secondChunker(Path first, Optional<Path> other, int tokens) {
    Optional<Path> own = other.isPresent() ? Optional.empty() : source.secondTokenizer();
    ClipTokenizer tokenizer =
        own.map(ClipTokenizer::open).orElseGet(() -> ClipTokenizer.open(first, SECOND_PADDING));
    checkVocabulary(own.orElse(first), tokenizer);
    if (tokenizer.maxLength() != tokens) {
      throw GenerationException.unusable(
          own.orElse(first),
          tokens + " tokens at a time, as in " + first,
          Integer.toString(tokenizer.maxLength()));
    }
    return new PromptChunker(tokenizer);
  }

  ModelPackage source() {
    return source;
  }

  ModelSettings settings() {
    return settings;
  }

  ScheduleConfig schedule() {
    return schedule;
  }

  String engineDescription() {
    return engineDescription;
  }

  String fingerprint() {
    return fingerprint;
  }

  /** The text encoders for a clip skip; see {@link TextEncoders#skipping}. */
  List<TextTower> towers(int clipSkip) {
    return textEncoders.skipping(clipSkip);
  }

  Denoiser denoiser() {
    return Objects.requireNonNull(denoiser);
  }

  ImageDecoder decoder() {
    return decoder;
  }

  /**
   * Chooses how a picture is gone about with the memory there is; the UNet rests while what comes
   * before it is encoded, if that is the choice.
   *
   * @param latents [1, 4, height, width]
   * @param batch predictions of a step
   */
  void plan(Shape latents, int batch) {
    turns.choose(
        new MemoryPlanner.Need(
            textEncoders.weightBytes(),
            denoiser().weightBytes(),
            decoder.weightBytes(),
            latents.axis(2) * latents.axis(3),
            batch));
    denoiser().oneAtATime(turns.plan().oneAtATime());
    beforeCoding();
  }

  /** What was planned, and whether more sparingly is possible. */
  MemoryTurns turns() {
    return turns;
  }

  /** Lets go of what the UNet's steps do not need, if that is planned. */
  void beforeSteps() {
    if (turns.plan().encodersRest()) {
      textEncoders.rest();
      sources.rest();
      decoder.rest();
    }
  }

  /** Lets go of what encoders and decoder do not need, if that is planned. */
  void beforeCoding() {
    if (turns.plan().denoiserRests()) {
      denoiser().rest();
    }
  }

  /** Lets go of all networks' memory until they are next used. */
  void rest() {
    textEncoders.rest();
    sources.rest();
    decoder.rest();
    denoiser().rest();
  }

  /** The picture that latents stand for, as the sampler has them; they are left as they are. */
  PixelImage decode(FloatTensor latents, Cancellation cancellation) {
    FloatTensor scaled = latents.copy();
    float factor = (float) (1 / settings.scalingFactor());
    float shift = (float) settings.shiftFactor();
    for (int i = 0; i < scaled.size(); i++) {
      scaled.set(i, scaled.get(i) * factor + shift);
    }
    PixelImage picture = decoder.decode(scaled, turns.plan(), cancellation);
    if (turns.plan().encodersRest()) {
      decoder.rest();
    }
    return picture;
  }

  /**
   * The colours of latent cells, found when first asked for; nothing if the decoder does not take
   * the sample, as one exported for a single size.
   */
  Optional<LatentColours> colours(Cancellation cancellation) {
    if (!coloursSought) {
      colours = findColours(cancellation);
      coloursSought = true;
    }
    return colours;
  }

  private Optional<LatentColours> findColours(Cancellation cancellation) {
    try {
      return Optional.of(LatentColours.of(latents -> decode(latents, cancellation)));
    } catch (GenerationException e) {
      if (e.failure() == Failure.CANCELLED) {
        throw e;
      }
      LOG.warn("no colours for the latents of {}", source.root(), e);
      return Optional.empty();
    }
  }

  SourceEncoder sources() {
    return sources;
  }

  @Override
  public void close() {
    sources.close();
    textEncoders.close();
    closeDenoiser();
    decoder.close();
    text.close();
    image.close();
  }
}
