package io.github.easel.model;

import io.github.easel.generation.AdapterKind;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds files of adapters in folders that people keep them in, and below: Easel's own {@code loras}
 * and {@code embeddings}, those of A1111 ({@code models/Lora}, {@code models/LyCORIS}, {@code
 * embeddings}) and of ComfyUI ({@code models/loras}, {@code models/embeddings}). Nothing is copied
 * or changed.
 */
final class AdapterFolders {

  private static final Logger LOG = LoggerFactory.getLogger(AdapterFolders.class);
  private static final int DEPTH = 6;
  private static final List<String> ENDINGS = List.of(".safetensors", ".pt", ".bin", ".ckpt");
  private static final List<String> LORAS = List.of("loras", "Lora", "LyCORIS");
  private static final List<String> EMBEDDINGS = List.of("embeddings");

  /** Where programs keep models beside their adapters, which people choose as well. */
  private static final Set<String> MODELS = Set.of("models", "stable-diffusion", "checkpoints");

  private AdapterFolders() {}

  /** The files below the folders for one kind, each once. */
  static List<Path> files(AdapterKind kind, List<Path> roots) {
    Set<Path> folders = new LinkedHashSet<>();
    for (Path root : roots) {
      for (Path base : bases(root)) {
        for (String name : kind == AdapterKind.LORA ? LORAS : EMBEDDINGS) {
          addReal(base.resolve(name), folders);
        }
      }
    }
    List<Path> files = new ArrayList<>();
    folders.forEach(folder -> files.addAll(below(folder)));
    return files.stream().distinct().toList();
  }

  /** A folder of models, that of the program around it, and its {@code models}. */
  private static List<Path> bases(Path root) {
    Path path = root.toAbsolutePath().normalize();
    Path parent = path.resolve("..").normalize();
    boolean within = MODELS.contains(String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT));
    Path above = parent.resolve("..").normalize();
    return within
        ? List.of(path, path.resolve("models"), parent, above)
        : List.of(path, path.resolve("models"));
  }

  /** Where names' case does not count, two names are one folder. */
  private static void addReal(Path folder, Set<Path> folders) {
    if (Files.isDirectory(folder)) {
      try {
        folders.add(folder.toRealPath());
      } catch (IOException e) {
        LOG.warn("passed over: {}", folder, e);
      }
    }
  }

  private static List<Path> below(Path folder) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && isNamedSo(file)) {
                found.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              LOG.warn("passed over: {}", e.toString());
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      LOG.warn("passed over: {}", folder, e);
    }
    return found.stream().sorted().toList();
  }

  private static boolean isNamedSo(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
  }

  /** A name without the folder and the ending that people may write with it. */
  static String plain(String name) {
    String last = Stream.of(name.split("[/\\\\]", -1)).reduce(name, (a, b) -> b).strip();
    return ENDINGS.stream()
        .filter(ending -> last.toLowerCase(Locale.ROOT).endsWith(ending))
        .map(ending -> last.substring(0, last.length() - ending.length()))
        .findFirst()
        .orElse(last);
  }
}
