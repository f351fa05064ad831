package io.github.easel.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The picture of a model that lies beside it under its name, as A1111's users have it. */
final class SidePicture {

  /** The order in which A1111 looks for them. */
  static final List<String> ENDINGS =
      List.of(
          ".png",
          ".jpg",
          ".jpeg",
          ".webp",
          ".preview.png",
          ".preview.jpg",
          ".preview.jpeg",
          ".preview.webp");

  private SidePicture() {}

  /**
   * The picture of a model.
   *
   * @param name its own: of a file without the ending
   */
  static Optional<Path> of(Path model, String name) {
    Stream<Path> within =
        Files.isDirectory(model)
            ? Stream.of("preview.png", "preview.jpg", "cover.png").map(model::resolve)
            : Stream.of();
    return Stream.concat(
            ENDINGS.stream().map(ending -> model.resolveSibling(name + ending)), within)
        .filter(file -> !file.equals(model))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
