package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.UNetConfig;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Session;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.scheduler.TimestepConfig;
import io.github.easel.scheduler.TimestepSpacing;
import io.github.easel.weights.CheckpointFamily;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.Components;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A model in a single file, {@code .safetensors} or {@code .ckpt}, with the names of
 * latent-diffusion's code base, as most fine-tuned models are published. It brings neither numbers
 * nor a tokenizer: numbers follow from its shapes, or are in a folder of {@code config.json} files.
 */
public final class CheckpointFile implements ModelPackage {

  private final CheckpointNetworks networks;
  private final ModelAdvice advice;

  private CheckpointFile(CheckpointNetworks networks, ModelAdvice advice) {
    this.networks = networks;
    this.advice = advice;
  }

  /**
   * Looks into a file.
   *
   * @param chosen a folder laid out as diffusers does, whose {@code config.json} files count more
   *     than the file's shapes; by default {@code NAME} beside {@code NAME.safetensors}
   * @param profile what the user said of it
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code MODEL_FILE_UNUSABLE}, {@code
   *     MODEL_UNSUPPORTED}
   */
  static CheckpointFile at(Path file, Optional<Path> chosen, ModelAdvice profile) {
    CheckpointContents contents = CheckpointContents.of(file);
    contents.requireModel();
    Optional<Path> configs = chosen.or(() -> CheckpointPaths.configs(file));
    ModelAdvice advice = CheckpointPaths.advice(file, configs).under(profile);
    Optional<OtherVae> vae = advice.vae().or(() -> CheckpointPaths.vae(file)).map(OtherVae::open);
    CheckpointNetworks networks =
        new CheckpointNetworks(
            contents,
            vae.map(OtherVae::file).orElse(file),
            vae.map(OtherVae::tensors).orElse(contents.components().vae()),
            configs,
            AdaptedWeights.none());
    networks.requireAll();
    return new CheckpointFile(networks, advice);
  }

  @Override
  public Path root() {
    return networks.file();
  }

  @Override
  public String name() {
    return CheckpointPaths.stem(root());
  }

  @Override
  public Optional<Path> tokenizer() {
    return tokenizer("tokenizer").or(this::secondTokenizer);
  }

  /** OpenCLIP fills up with zeros, where OpenAI's encoders have the end token again. */
  @Override
  public OptionalInt padding() {
    ModelFamily family = ModelFamily.of(networks.unetConfig());
    boolean openClip = family == ModelFamily.TWO || !networks.hasFirst();
    return openClip ? OptionalInt.of(0) : OptionalInt.empty();
  }

  @Override
  public Optional<Path> secondTokenizer() {
    return tokenizer("tokenizer_2");
  }

  private Optional<Path> tokenizer(String name) {
    return networks
        .configs()
        .map(folder -> folder.resolve(name))
        .filter(folder -> Files.isRegularFile(folder.resolve("vocab.json")));
  }

  @Override
  public ModelSettings settings() {
    UNetConfig unet = networks.unetConfig();
    ClipTextEncoder text = networks.textConfig();
    ModelFamily family = ModelFamily.of(unet);
    int factor = networks.vaeFactor();
    int side = side(family);
    ImageSize usual =
        networks
            .config("unet")
            .map(file -> ModelJson.read(file).path("sample_size"))
            .filter(sample -> sample.isInt() || sample.isArray())
            .map(sample -> ModelSettings.size(sample, side / factor, factor))
            .orElseGet(() -> new ImageSize(side, side));
    JsonNode vae = networks.config("vae").map(ModelJson::read).orElseGet(MissingNode::getInstance);
    return new ModelSettings(
        networks.scalingFactor(),
        vae.path("shift_factor").asDouble(0),
        OptionalInt.of(factor),
        1 << (unet.levels().size() - 1),
        OptionalInt.of(text.vocabulary()),
        // of two text encoders the UNet never sees the last layers
        OptionalInt.of(text.config().layers() - (networks.hasSecond() ? 1 : 0)),
        advice.inRange(said -> said.size(usual)),
        advice.inRange(ModelAdvice::sampling),
        advice.inRange(ModelAdvice::clipSkip));
  }

  /** Version 2's models of the smaller size are those that predict noise. */
  private int side(ModelFamily family) {
    boolean small = family == ModelFamily.TWO && prediction().type() != PredictionType.V_PREDICTION;
    return small ? ModelFamily.ONE.side() : family.side();
  }

  /** What it predicts, and how that is known. */
  CheckpointPrediction prediction() {
    Optional<PredictionType> configured =
        schedule().map(file -> ScheduleConfigFile.read(file).prediction());
    if (configured.isPresent() && advice.prediction().isEmpty()) {
      return new CheckpointPrediction(configured.get(), "as its scheduler_config.json says");
    }
    UNetConfig unet = networks.unetConfig();
    return CheckpointPrediction.of(
        networks.contents().file(),
        advice,
        ModelFamily.of(unet),
        unet.inChannels() != unet.outChannels());
  }

  private Optional<Path> schedule() {
    return networks
        .configs()
        .map(folder -> folder.resolve("scheduler").resolve("scheduler_config.json"))
        .filter(Files::isRegularFile);
  }

  @Override
  public ScheduleConfig scheduleConfig() {
    ScheduleConfig config =
        schedule().map(ScheduleConfigFile::read).orElseGet(ScheduleConfig::stableDiffusion);
    ScheduleConfig predicting = config.withPrediction(prediction().type());
    // trainers put this tensor there as a sign
    return networks.contents().file().tensors().containsKey("ztsnr")
        ? predicting
            .withBetas(predicting.betas().withZeroTerminalSnr(true))
            .withTimesteps(new TimestepConfig(Optional.of(TimestepSpacing.TRAILING), 0, false))
        : predicting;
  }

  @Override
  public Base base() {
    return CheckpointFamily.of(networks.contents().file()).base();
  }

  @Override
  public boolean takesAdapters() {
    return true;
  }

  @Override
  public Components components() {
    return networks.contents().components();
  }

  @Override
  public ModelPackage with(AdaptedWeights weights) {
    return new CheckpointFile(networks.with(weights), advice);
  }

  @Override
  public String fingerprint() {
    return ModelFingerprint.ofFile(root());
  }

  @Override
  public void check() {
    networks.parts().values().forEach(WeightedNetwork::check);
  }

  @Override
  public Optional<GenerationException> notFinite(Cancellation cancellation) {
    return networks.parts().values().stream()
        .map(part -> NotFinite.in(part.tensors().values(), cancellation))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public Optional<ModelFacts> facts() {
    return Optional.of(
        new ModelFacts(
            ModelFacts.Kind.SINGLE_FILE,
            ModelFamily.words(networks.unetConfig()),
            prediction().reason(),
            networks.parts().entrySet().stream()
                .map(part -> part.getValue().facts(part.getKey()))
                .toList()));
  }

  @Override
  public Session openTextEncoder(Engine engine, int clipSkip) {
    if (!networks.hasFirst()) {
      return openProjected(engine, clipSkip);
    }
    int skipped = networks.hasSecond() ? clipSkip : clipSkip - 1;
    checkLayers(networks.textConfig().config().layers(), skipped, clipSkip);
    return engine.open(networks.textEncoder(skipped).graph(), true);
  }

  @Override
  public Optional<Session> openSecondTextEncoder(Engine engine, int clipSkip) {
    return networks.hasFirst() && networks.hasSecond()
        ? Optional.of(openProjected(engine, clipSkip))
        : Optional.empty();
  }

  /** The second of two, or the one of a refiner, which give the states before the last layer. */
  private Session openProjected(Engine engine, int clipSkip) {
    checkLayers(networks.secondLayers(), clipSkip, clipSkip);
    return engine.open(networks.secondTextEncoder(clipSkip).graph(), true);
  }

  /** One layer at least must be left. */
  private static void checkLayers(int layers, int skipped, int clipSkip) {
    if (skipped >= layers) {
      throw ModelPackage.clipSkipUnsuitable(clipSkip, Math.max(1, layers - 1 - skipped + clipSkip));
    }
  }

  @Override
  public boolean zeroesEmptyNegative() {
    return networks.hasFirst()
        && networks.hasSecond()
        && networks
            .configs()
            .map(folder -> ModelJson.readIfPresent(folder.resolve("model_index.json")))
            .map(json -> json.path("force_zeros_for_empty_prompt").asBoolean(true))
            .orElse(true);
  }

  @Override
  public Optional<TrainableModel> trainable() {
    return networks.hasFirst() && !networks.hasSecond()
        ? Optional.of(
            TrainableModel.of(networks.textEncoder(0), networks.wholeUnet(), scheduleConfig()))
        : Optional.empty();
  }

  @Override
  public boolean hasTwoTextEncoders() {
    return networks.hasFirst() && networks.hasSecond();
  }

  @Override
  public Session openUnet(Engine engine) {
    return engine.open(networks.unet().graph(engine), true);
  }

  @Override
  public Optional<Session> openUnetEnds(Engine engine) {
    return Optional.of(engine.open(networks.unetEnds().graph(engine), false));
  }

  @Override
  public Optional<EightBitUnet> eightBitUnet() {
    return Optional.of(new EightBitUnet(networks.unet()));
  }

  @Override
  public Session openImageDecoder(Engine engine) {
    return engine.open(networks.imageDecoder().graph(), true);
  }

  @Override
  public Session openImageEncoder(Engine engine) {
    if (!networks.hasImageEncoder()) {
      throw new GenerationException(
          Failure.NO_IMAGE_ENCODER, "no encoder in " + networks.vaeFile(), name());
    }
    WeightedNetwork encoder = networks.imageEncoder();
    encoder.check();
    return engine.open(encoder.graph(), true);
  }
}
