package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a model, and what a copy calls them: a folder with all that is in it; or a
 * checkpoint's file, what lies beside it under its name, and its config folder.
 *
 * @param name the model's own
 * @param files in the order in which they are copied
 */
record ModelParts(String name, List<Part> files) {

  /** Of a config folder no weights are wanted, which may be those of a whole model. */
  private static final Set<String> SMALL = Set.of("json", "txt", "model");

  private static final int CONFIG_LEVELS = 2;

  private static final List<String> BESIDE =
      Stream.concat(
              Stream.of(".easel.json", ".vae.safetensors", ".vae.pt", ".vae.ckpt"),
              SidePicture.ENDINGS.stream())
          .toList();

  /** What other programs write beside a LoRA, under its name. */
  private static final List<String> NOTES = List.of(".json", ".civitai.info");

  ModelParts {
    files = List.copyOf(files);
  }

  /**
   * A file.
   *
   * @param ending follows the model's name in the copy's folder
   */
  record Part(Path file, String ending, long bytes) {}

  /**
   * The files of a model.
   *
   * @param configs a folder of config.json files that goes with a checkpoint; by default the one
   *     beside it
   * @throws GenerationException {@code FILE_UNREADABLE}
   */
  static ModelParts of(Path model, Optional<Path> configs) {
    String name = ModelCatalogue.name(model);
    List<Part> parts = new ArrayList<>();
    if (Files.isDirectory(model)) {
      walk(model, Integer.MAX_VALUE).forEach(file -> parts.add(below(model, file)));
      return new ModelParts(name, parts);
    }
    configs
        .or(() -> ModelPackages.configsOf(model))
        .ifPresent(
            folder ->
                walk(folder, CONFIG_LEVELS).stream()
                    .filter(file -> SMALL.contains(ending(file)))
                    .forEach(file -> parts.add(below(folder, file))));
    for (String ending : BESIDE) {
      Path file = model.resolveSibling(name + ending);
      if (Files.isRegularFile(file) && !file.equals(model)) {
        parts.add(new Part(file, ending, size(file)));
      }
    }
    // the last, so that it is not seen without the others
    parts.add(new Part(model, "." + ending(model), size(model)));
    return new ModelParts(name, parts);
  }

  /**
   * A LoRA or an embedding: its file, and notes and a picture beside it.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}
   */
  static ModelParts ofAddition(Path file) {
    String name = ModelCatalogue.name(file);
    List<Part> parts = new ArrayList<>();
    Stream.concat(NOTES.stream(), SidePicture.ENDINGS.stream())
        .map(ending -> new Part(file.resolveSibling(name + ending), ending, 0))
        .filter(part -> Files.isRegularFile(part.file()) && !part.file().equals(file))
        .map(part -> new Part(part.file(), part.ending(), size(part.file())))
        .forEach(parts::add);
    parts.add(new Part(file, "." + ending(file), size(file)));
    return new ModelParts(name, parts);
  }

  long bytes() {
    return files.stream().mapToLong(Part::bytes).sum();
  }

  /** Where a file goes, if the copy has that name. */
  String path(Part part, String copy) {
    return copy + part.ending;
  }

  /** What lies directly in the copy's folder, in the order of the files. */
  Stream<String> tops(String copy) {
    return files.stream().map(part -> path(part, copy)).map(ModelParts::first).distinct();
  }

  /** The folder or the file that is the model. */
  String main(String copy) {
    return first(path(files.get(files.size() - 1), copy));
  }

  private static String first(String path) {
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static Part below(Path folder, Path file) {
    String relative = folder.relativize(file).toString().replace('\\', '/');
    return new Part(file, "/" + relative, size(file));
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** A model's parts may be links to where they lie; a link that goes round is unreadable. */
  private static List<Path> walk(Path folder, int levels) {
    try (Stream<Path> all = Files.walk(folder, levels, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw GenerationException.unreadable(folder, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }
}
