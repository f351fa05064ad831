package io.github.easel.metadata;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares models' names as programs write them: with folders, endings and hashes, or without. */
final class ModelNames {

  private static final Pattern HASH = Pattern.compile("\\s*\\[[0-9a-fA-F]{6,64}]$");
  private static final Pattern ENDING =
      Pattern.compile("\\.(safetensors|ckpt|pt|pth|bin|onnx|gguf)$", Pattern.CASE_INSENSITIVE);
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_-]+");

  private ModelNames() {}

  /** The model of that name: exactly, else whatever the case, folder and ending. */
  static Optional<KnownModel> find(String name, List<KnownModel> models) {
    return models.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .or(() -> models.stream().filter(model -> same(model.name(), name)).findFirst());
  }

  static boolean same(String one, String other) {
    return fold(one).equals(fold(other));
  }

  private static String fold(String name) {
    String stripped = ENDING.matcher(HASH.matcher(name.strip()).replaceAll("")).replaceAll("");
    String last =
        stripped.substring(Math.max(stripped.lastIndexOf('/'), stripped.lastIndexOf('\\')) + 1);
    return SEPARATORS.matcher(last).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
