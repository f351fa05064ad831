package io.github.easel.model;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.UNet;
import io.github.easel.network.onnx.OnnxLowering;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.runtime.Session;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.WeightMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A model as diffusers saves it: a folder for each network, with its numbers and its weights. */
public final class DiffusersFolder implements ModelPackage {

  private static final String CONFIG = "config.json";
  private static final String FIRST = "text_encoder";
  private static final String SECOND = "text_encoder_2";
  private static final List<String> NAMES = 
      List.of(
          "diffusion_pytorch_model.safetensors",
          "model.safetensors",
          "diffusion_pytorch_model.safetensors.index.json",
          "model.safetensors.index.json");

  private final Path root;

  /** A model in a folder; its files are looked for when they are needed. */
  public DiffusersFolder(Path root) {
    this.root = root;
  }

  /** Whether a folder looks like such a model at all. */
  public static boolean isModel(Path root) {
    return weightsFile(root.resolve("unet")).isPresent();
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
    return ModelSettings.of(root);
  }

  @Override
  public ScheduleConfig scheduleConfig() {
    return ScheduleConfigFile.read(root.resolve("scheduler").resolve("scheduler_config.json"));
  }

  @Override
  public String fingerprint() {
    return ModelFingerprint.ofFolders(List.of(root.resolve("unet")));
  }

  @Override
  public Session openTextEncoder(Engine engine, int clipSkip) {
    if (!has(FIRST)) {
      return openedProjected(engine, clipSkip);
    }
    boolean two = has(SECOND);
    int skipped = two ? clipSkip : clipSkip - 1;
    checkLayers(FIRST, skipped, clipSkip);
    return engine.open(textEncoder(FIRST, skipped, !two, false), true);
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
    return engine.open(textEncoder(SECOND, clipSkip, false, true), true);
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
    return engine.open(unet(), false);
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
    Path folder = root.resolve("unet");
    boolean aesthetic =
        ModelJson.readIfPresent(root.resolve("model_index.json"))
            .path("requires_aesthetics_score")
            .asBoolean(false);
    return lowered(new UNet(UNetConfigJson.read(folder.resolve(CONFIG), aesthetic)), folder);
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
    Path folder = root.resolve(name);
    return lowered(
        ClipConfigJson.text(folder.resolve(CONFIG), skipped, normalized, projected), folder);
  }

  /** The graph of the autoencoder's first half. */
  public NetworkGraph imageEncoder() {
    Path folder = root.resolve("vae");
    return lowered(
        new AutoencoderEncoder(AutoencoderConfigJson.read(folder.resolve(CONFIG))), folder);
  }

  /** The graph of the autoencoder's second half. */
  public NetworkGraph imageDecoder() {
    Path folder = root.resolve("vae");
    return lowered(
        new AutoencoderDecoder(AutoencoderConfigJson.read(folder.resolve(CONFIG))), folder);
  }

  private static NetworkGraph lowered(Network network, Path folder) {
    TensorFile file = weights(folder);
    OnnxLowering.Lowered lowered =
        OnnxLowering.lower(network, new WeightMap(file.file(), file.tensors()));
    return new NetworkGraph(lowered.model(), lowered.folder(), file.file());
  }

  private static TensorFile weights(Path folder) {
    Path file =
        weightsFile(folder)
            .orElseThrow(() -> GenerationException.missing(folder.resolve(NAMES.get(0))));
    boolean sharded = file.toString().endsWith(".json");
    return sharded ? Safetensors.openIndex(file) : Safetensors.open(file);
  }

  private static Optional<Path> weightsFile(Path folder) {
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }
}
