package io.github.easel.model;

import io.github.easel.file.DeadLink;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Session;
import io.github.easel.scheduler.ScheduleConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a diffusers-style ONNX folder. They are looked for when it is made, opened later.
 *
 * @param root the folder
 * @param textEncoder {@code text_encoder/model.onnx}
 * @param unet {@code unet/model.onnx}
 * @param vaeDecoder {@code vae_decoder/model.onnx}
 * @param vaeEncoder {@code vae_encoder/model.onnx}, which only img2img needs
 * @param tokenizer the folder with vocab.json and merges.txt; some exports bring none
 * @param schedule {@code scheduler/scheduler_config.json}
 * @param profile what the user said of the model
 */
public record ModelFolder(
    Path root,
    Path textEncoder,
    Path unet,
    Path vaeDecoder,
    Optional<Path> vaeEncoder,
    Optional<Path> tokenizer,
    Path schedule,
    ModelAdvice profile)
    implements ModelPackage {

  private static final String GRAPH = "model.onnx";
  private static final List<String> PARTS =
      List.of("text_encoder", "unet", "vae_decoder", "tokenizer", "scheduler");

  /**
   * Finds the files below a folder.
   *
   * @throws GenerationException naming the first file that is not there, or the model's kind if it
   *     is one that Easel cannot draw with
   */
  public static ModelFolder at(Path root) {
    return at(root, ModelAdvice.none());
  }

  /** Likewise, with what the user said of the model. */
  static ModelFolder at(Path root, ModelAdvice profile) {
    if (!Files.isDirectory(root)) {
      throw DeadLink.to(root)
          .orElseGet(
              () ->
                  new GenerationException(
                      Failure.MODEL_NOT_FOUND, "no model folder " + root, root.toString()));
    }
    return new ModelFolder(
        root,
        required(root, "text_encoder", GRAPH),
        required(root, "unet", GRAPH),
        required(root, "vae_decoder", GRAPH),
        optional(root.resolve("vae_encoder").resolve(GRAPH)),
        optional(root.resolve("tokenizer").resolve("vocab.json")).map(ModelFolder::parent),
        required(root, "scheduler", "scheduler_config.json"),
        profile);
  }

  /** Whether the folder looks like a model at all. */
  public static boolean isModel(Path root) {
    return Files.isRegularFile(root.resolve("unet").resolve(GRAPH));
  }

  /** {@code image_encoder/model.onnx}, which tells how near pictures and words are. */
  public Optional<Path> imageEncoder() {
    return optional(root.resolve("image_encoder").resolve(GRAPH));
  }

  /** Whether the folder is a model, or was meant to be one that lacks something. */
  public static boolean resemblesModel(Path root) {
    return isModel(root)
        || Files.isRegularFile(root.resolve("model_index.json"))
        || PARTS.stream().filter(part -> Files.isDirectory(root.resolve(part))).count() > 1;
  }

  /** The folder's own. */
  @Override
  public String name() {
    return name(root);
  }

  private static String name(Path root) {
    return String.valueOf(root.toAbsolutePath().normalize().getFileName());
  }

  @Override
  public ModelSettings settings() {
    return ModelSettings.of(root, profile);
  }

  @Override
  public ScheduleConfig scheduleConfig() {
    ScheduleConfig config = ScheduleConfigFile.read(schedule);
    return advice().prediction().map(config::withPrediction).orElse(config);
  }

  private ModelAdvice advice() {
    return ModelAdvice.of(root.resolve("easel.json")).under(profile);
  }

  @Override
  public String fingerprint() {
    return ModelFingerprint.of(this);
  }

  @Override
  public Session openTextEncoder(Engine engine, int clipSkip) {
    return secondTextEncoder().isPresent()
        ? openedWhole(engine, textEncoder)
        : engine.openTextEncoder(textEncoder, clipSkip);
  }

  @Override
  public Optional<Session> openSecondTextEncoder(Engine engine, int clipSkip) {
    return secondTextEncoder().map(file -> openedWhole(engine, file));
  }

  private Optional<Path> secondTextEncoder() {
    return optional(root.resolve("text_encoder_2").resolve(GRAPH));
  }

  /** Of two encoders the states of the layer before the last are wanted, not normalized. */
  private static Session openedWhole(Engine engine, Path file) {
    Session session = engine.openTextEncoder(file, 1);
    if (!session.outputs().containsKey("hidden_states.0")) {
      String found = String.join(", ", session.outputs().keySet());
      session.close();
      throw GenerationException.unusable(
          file, "outputs hidden_states.0, hidden_states.1 and so on", found);
    }
    return session;
  }

  @Override
  public Optional<Path> secondTokenizer() {
    return optional(root.resolve("tokenizer_2").resolve("vocab.json")).map(ModelFolder::parent);
  }

  @Override
  public boolean zeroesEmptyNegative() {
    return ModelJson.zeroesEmptyNegative(root);
  }

  @Override
  public Session openUnet(Engine engine) {
    return engine.open(unet, true);
  }

  @Override
  public Session openImageDecoder(Engine engine) {
    return advice()
        .vae()
        .map(
            path ->
                engine.open(OtherVae.open(path).decoder(settings().scalingFactor()).graph(), true))
        .orElseGet(() -> engine.open(vaeDecoder, true));
  }

  @Override
  public Session openImageEncoder(Engine engine) {
    Optional<Path> other = advice().vae();
    if (other.isPresent()) {
      return engine.open(
          OtherVae.open(other.get()).encoder(settings().scalingFactor()).graph(), true);
    }
    return engine.openImageEncoder(
        vaeEncoder.orElseThrow(
            () ->
                new GenerationException(
                    Failure.NO_IMAGE_ENCODER, "no vae_encoder in " + root, name())));
  }

  private static Path parent(Path file) {
    return file.resolveSibling("");
  }

  private static Path required(Path root, String folder, String name) {
    Path file = root.resolve(folder).resolve(name);
    return optional(file).orElseThrow(() -> ModelFiles.missing(file, root, name(root)));
  }

  private static Optional<Path> optional(Path file) {
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }
}
