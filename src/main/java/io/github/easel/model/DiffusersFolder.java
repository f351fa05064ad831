package io.github.easel.model;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.UNet;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetEnds;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.runtime.Session;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.weights.CheckpointFamily;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.CheckpointNames;
import io.github.easel.weights.Components;
import io.github.easel.weights.LoraTargets;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.TensorFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A model as diffusers saves it: a folder for each network, with its numbers and its weights. */
public final class DiffusersFolder implements ModelPackage {

  private static final String CONFIG = "config.json";
  private static final String FIRST = "text_encoder";
  private static final String SECOND = "text_encoder_2";
  private static final String UNET = "unet";
  private static final String VAE = "vae";
  private static final List<String> NETWORKS = List.of(FIRST, SECOND, UNET, VAE);

  private final Path root;
  private final ModelAdvice profile;
  private final AdaptedWeights adapted;

  /** A model in a folder; its files are looked for when they are needed. */
  public DiffusersFolder(Path root) {
    this(root, ModelAdvice.none(), AdaptedWeights.none());
  }

  private DiffusersFolder(Path root, ModelAdvice profile, AdaptedWeights adapted) {
    this.root = root;
    this.profile = profile;
    this.adapted = adapted;
  }

  /**
   * Finds the files below a folder.
   *
   * @param profile what the user said of the model
   * @throws GenerationException {@code MODEL_FILE_MISSING} naming the first file that is not there
   */
  static DiffusersFolder at(Path root, ModelAdvice profile) {
    DiffusersFolder folder = new DiffusersFolder(root, profile, AdaptedWeights.none());
    for (String network : folder.networks()) {
      folder.require(root.resolve(network).resolve(CONFIG));
      NetworkWeights.require(root.resolve(network), folder.name());
    }
    folder.require(folder.schedule());
    return folder;
  }

  /** Those that it needs: one text encoder or two, of which a refiner has the second alone. */
  private List<String> networks() {
    return NETWORKS.stream()
        .filter(one -> !one.equals(FIRST) || has(FIRST) || !has(SECOND))
        .filter(one -> !one.equals(SECOND) || has(SECOND))
        .toList();
  }

  private void require(Path file) {
    if (!Files.isRegularFile(file)) {
      throw ModelFiles.missing(file, root, name());
    }
  }

  /** Whether a folder is such a model, though it may lack something. */
  static boolean isModel(Path root) {
    return NetworkWeights.find(root.resolve("unet")).isPresent();
  }

  /** Whether a folder is such a model and no other, though it may lack even its UNet. */
  static boolean resembles(Path root) {
    return !ModelFolder.isModel(root)
        && NETWORKS.stream().anyMatch(one -> NetworkWeights.find(root.resolve(one)).isPresent());
  }

  @Override
  public Path root() {
    return root;
  }

  @Override
  public String name() {
    return String.valueOf(root.toAbsolutePath().normalize().getFileName());
  }

  @Override
  public Optional<Path> tokenizer() {
    return tokenizer("tokenizer").or(this::secondTokenizer);
  }

  @Override
  public Optional<Path> secondTokenizer() {
    return tokenizer("tokenizer_2");
  }

  private Optional<Path> tokenizer(String name) {
    Path folder = root.resolve(name);
    return Files.isRegularFile(folder.resolve("vocab.json"))
        ? Optional.of(folder)
        : Optional.empty();
  }

  @Override
  public ModelSettings settings() {
    return ModelSettings.of(root, profile);
  }

  @Override
  public ScheduleConfig scheduleConfig() {
    ScheduleConfig config = ScheduleConfigFile.read(schedule());
    return advice().prediction().map(config::withPrediction).orElse(config);
  }

  private ModelAdvice advice() {
    return ModelAdvice.of(root.resolve("easel.json")).under(profile);
  }

  private Path schedule() {
    return root.resolve("scheduler").resolve("scheduler_config.json");
  }

  @Override
  public Base base() {
    return CheckpointFamily.of(weights(UNET)).base();
  }

  @Override
  public boolean takesAdapters() {
    return true;
  }

  @Override
  public Components components() {
    Map<String, StoredTensor> none = Map.of();
    return new Components(
        weights(UNET).tensors(),
        none,
        has(FIRST) ? weights(FIRST).tensors() : none,
        has(SECOND) ? weights(SECOND).tensors() : none,
        none,
        List.of());
  }

  @Override
  public ModelPackage with(AdaptedWeights weights) {
    return new DiffusersFolder(root, profile, weights);
  }

  @Override
  public String fingerprint() {
    return ModelFingerprint.ofFolders(List.of(root.resolve("unet")));
  }

  @Override
  public void check() {
    parts().values().forEach(WeightedNetwork::check);
  }

  @Override
  public Optional<GenerationException> notFinite(Cancellation cancellation) {
    return parts().values().stream()
        .map(part -> NotFinite.in(part.tensors().values(), cancellation))
        .flatMap(Optional::stream)
        .findFirst();
  }

  @Override
  public Optional<ModelFacts> facts() {
    return Optional.of(
        new ModelFacts(
            ModelFacts.Kind.DIFFUSERS_FOLDER,
            ModelFamily.words(unetConfig()),
            "as its files say",
            parts().entrySet().stream()
                .map(part -> part.getValue().facts(part.getKey()))
                .toList()));
  }

  /** What drawing needs, in the order in which it runs. */
  private Map<String, WeightedNetwork> parts() {
    Map<String, WeightedNetwork> parts = new LinkedHashMap<>();
    if (has(FIRST)) {
      parts.put(FIRST, textWeights(FIRST, 0, true, false));
    }
    if (has(SECOND)) {
      parts.put(SECOND, textWeights(SECOND, 1, false, true));
    }
    parts.put(UNET, unetWeights());
    parts.put(VAE, decoderWeights());
    return parts;
  }

  @Override
  public Session openTextEncoder(Engine engine, int clipSkip) {
    if (!has(FIRST)) {
      return openedProjected(engine, clipSkip);
    }
    boolean two = has(SECOND);
    int skipped = two ? clipSkip : clipSkip - 1;
    checkLayers(FIRST, skipped, clipSkip);
    return engine.open(learning(FIRST, skipped, !two, false), true);
  }

  @Override
  public Optional<Session> openSecondTextEncoder(Engine engine, int clipSkip) {
    return has(FIRST) && has(SECOND)
        ? Optional.of(openedProjected(engine, clipSkip))
        : Optional.empty();
  }

  /** The second of two, or the one of a refiner. */
  private Session openedProjected(Engine engine, int clipSkip) {
    checkLayers(SECOND, clipSkip, clipSkip);
    return engine.open(learning(SECOND, clipSkip, false, true), true);
  }

  private boolean has(String encoder) {
    return Files.isRegularFile(root.resolve(encoder).resolve(CONFIG));
  }

  /** One layer at least must be left. */
  private void checkLayers(String encoder, int skipped, int clipSkip) {
    Path file = root.resolve(encoder).resolve(CONFIG);
    int layers = ClipConfigJson.text(file, 0, true, false).config().layers();
    if (skipped >= layers) {
      throw new GenerationException(
          Failure.CLIP_SKIP_UNSUITABLE,
          "clip skip " + clipSkip + " of " + layers + " layers in " + file,
          Integer.toString(clipSkip),
          Integer.toString(Math.max(1, layers - 1 - skipped + clipSkip)));
    }
  }

  @Override
  public boolean zeroesEmptyNegative() {
    return ModelJson.zeroesEmptyNegative(root);
  }

  @Override
  public Session openUnet(Engine engine) {
    return engine.open(unetWeights().graph(engine), true);
  }

  @Override
  public Optional<Session> openUnetEnds(Engine engine) {
    WeightedNetwork ends =
        weighted(new UNetEnds(unetConfig(), true), UNET).with(adapted, LoraTargets.Network.UNET);
    return Optional.of(engine.open(ends.graph(engine), false));
  }

  @Override
  public Optional<EightBitUnet> eightBitUnet() {
    return Optional.of(new EightBitUnet(unetWeights()));
  }

  @Override
  public Session openImageDecoder(Engine engine) {
    return engine.open(imageDecoder(), true);
  }

  @Override
  public Session openImageEncoder(Engine engine) {
    return engine.open(imageEncoder(), true);
  }

  /** The UNet's graph. */
  public NetworkGraph unet() {
    return unetWeights().graph();
  }

  private WeightedNetwork unetWeights() {
    return unetWeights(UNet.strided(unetConfig()));
  }

  private WeightedNetwork unetWeights(UNet unet) {
    return weighted(unet, UNET).with(adapted, LoraTargets.Network.UNET);
  }

  @Override
  public Optional<TrainableModel> trainable() {
    return has(FIRST) && !has(SECOND)
        ? Optional.of(
            TrainableModel.of(
                textWeights(FIRST, 0, true, false),
                unetWeights(new UNet(unetConfig())),
                scheduleConfig()))
        : Optional.empty();
  }

  @Override
  public boolean hasTwoTextEncoders() {
    return has(FIRST) && has(SECOND);
  }

  private UNetConfig unetConfig() {
    boolean aesthetic =
        ModelJson.readIfPresent(root.resolve("model_index.json"))
            .path("requires_aesthetics_score")
            .asBoolean(false);
    return UNetConfigJson.read(root.resolve(UNET).resolve(CONFIG), aesthetic);
  }

  /**
   * The text encoder's graph.
   *
   * @param name {@code text_encoder} or {@code text_encoder_2}
   * @param skipped layers left out at the end
   * @param normalized whether the states are normalized at the end
   * @param projected whether the projected end-of-text token is wanted
   */
  public NetworkGraph textEncoder(String name, int skipped, boolean normalized, boolean projected) {
    return textWeights(name, skipped, normalized, projected).graph();
  }

  /** One that can be given learned words. */
  private NetworkGraph learning(String name, int skipped, boolean normalized, boolean projected) {
    ClipTextEncoder encoder = textNetwork(name, skipped, normalized, projected);
    return textWeights(name, encoder.withLearnedWords()).graph();
  }

  private WeightedNetwork textWeights(
      String name, int skipped, boolean normalized, boolean projected) {
    return textWeights(name, textNetwork(name, skipped, normalized, projected));
  }

  private ClipTextEncoder textNetwork(
      String name, int skipped, boolean normalized, boolean projected) {
    Path config = root.resolve(name).resolve(CONFIG);
    return ClipConfigJson.text(config, skipped, normalized, projected);
  }

  private WeightedNetwork textWeights(String name, ClipTextEncoder encoder) {
    return weighted(encoder, name)
        .with(
            adapted,
            name.equals(FIRST)
                ? LoraTargets.Network.TEXT_ENCODER
                : LoraTargets.Network.TEXT_ENCODER_2);
  }

  /** The graph of the autoencoder's first half. */
  public NetworkGraph imageEncoder() {
    return advice()
        .vae()
        .map(path -> OtherVae.open(path).encoder(settings().scalingFactor()))
        .orElseGet(() -> weighted(AutoencoderConfigJson.encoder(vaeConfig()), VAE))
        .graph();
  }

  /** The graph of the autoencoder's second half. */
  public NetworkGraph imageDecoder() {
    return decoderWeights().graph();
  }

  private WeightedNetwork decoderWeights() {
    return advice()
        .vae()
        .map(path -> OtherVae.open(path).decoder(settings().scalingFactor()))
        .orElseGet(() -> weighted(AutoencoderConfigJson.decoder(vaeConfig()), VAE));
  }

  private Path vaeConfig() {
    return root.resolve(VAE).resolve(CONFIG);
  }

  private WeightedNetwork weighted(Network network, String folder) {
    TensorFile file = weights(folder);
    boolean autoencoder = folder.equals(VAE); // whose attention once had other names
    return new WeightedNetwork(
        network, file.file(), autoencoder ? CheckpointNames.diffusersVae(file) : file.tensors());
  }

  private TensorFile weights(String folder) {
    return NetworkWeights.open(NetworkWeights.require(root.resolve(folder), name()));
  }
}
