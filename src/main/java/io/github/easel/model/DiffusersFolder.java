package io.github.easel.model;

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
    Path folder = root.resolve("tokenizer");
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
    return engine.open(textEncoder("text_encoder", clipSkip - 1, true, false), true);
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
    return new NetworkGraph(lowered.model(), lowered.folder(), file.file(), lowered.weights());
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
