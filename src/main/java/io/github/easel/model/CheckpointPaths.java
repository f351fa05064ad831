package io.github.easel.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What lies around a single-file checkpoint {@code NAME.safetensors}: its config folder {@code
 * NAME}, its advice {@code NAME.easel.json} and an autoencoder of its own, {@code
 * NAME.vae.safetensors}, which A1111 looks for as well.
 */
final class CheckpointPaths {

  /** A pickle's other endings are those of autoencoders and embeddings more often. */
  private static final List<String> ENDINGS = List.of(".safetensors", ".ckpt");

  private static final List<String> VAE_ENDINGS =
      List.of(".vae.safetensors", ".vae.pt", ".vae.ckpt");

  private static final String ADVICE = "easel.json";

  private CheckpointPaths() {}

  /** Whether a file is named like a checkpoint, and not like the autoencoder of one. */
  static boolean isNamedSo(Path file) {
    String name = name(file).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith)
        && VAE_ENDINGS.stream().noneMatch(name::endsWith)
        && !name.startsWith(".");
  }

  /** The name without its ending. */
  static String stem(Path file) {
    String name = name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** The folder {@code NAME} beside it, if it holds something that belongs to a model. */
  static Optional<Path> configs(Path file) {
    return Optional.of(file.resolveSibling(stem(file)))
        .filter(folder -> !folder.equals(file) && Files.isDirectory(folder))
        .filter(CheckpointPaths::isConfigFolder);
  }

  /** Whether a folder has files that say how a model is made. */
  static boolean isConfigFolder(Path folder) {
    return Stream.of(
            "unet/config.json",
            "text_encoder/config.json",
            "vae/config.json",
            "scheduler/scheduler_config.json",
            "tokenizer/vocab.json",
            ADVICE)
        .map(folder::resolve)
        .anyMatch(Files::isRegularFile);
  }

  /** Whether a folder is the config folder of a checkpoint beside it. */
  static boolean belongsToCheckpoint(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    return ENDINGS.stream()
        .map(ending -> path.resolveSibling(name(path) + ending))
        .anyMatch(Files::isRegularFile);
  }

  /** Its advice: in its config folder, beside it under its name, or for all files of the folder. */
  static ModelAdvice advice(Path file, Optional<Path> configs) {
    return Stream.concat(
            configs.map(folder -> folder.resolve(ADVICE)).stream(),
            Stream.of(file.resolveSibling(stem(file) + "." + ADVICE), file.resolveSibling(ADVICE)))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(ModelAdvice::of)
        .orElseGet(ModelAdvice::none);
  }

  /** An autoencoder that takes the place of its own. */
  static Optional<Path> vae(Path file) {
    return VAE_ENDINGS.stream()
        .map(ending -> file.resolveSibling(stem(file) + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }
}
