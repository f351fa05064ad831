package io.github.easel.runtime.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The run-time libraries of CUDA and cuDNN that a package of the profile {@code cuda} brings along,
 * in the folder {@code cuda} beside the jars. The system knows nothing of that folder, so they are
 * loaded before ONNX Runtime asks for them by name.
 */
final class CudaLibraries {

  /** What ONNX Runtime asks for, each behind what it needs; these find the others beside them. */
  private static final List<String> ORDER =
      List.of("cudart", "cublasLt", "cublas", "curand", "cudnn");

  private CudaLibraries() {}

  /**
   * Loads those of this package, if it has any. What does not load is left to the system's own, and
   * ONNX Runtime says what it misses.
   */
  static void load() {
    beside(OrtEnvironment.class).ifPresent(folder -> load(folder, System::load));
  }

  /**
   * Loads those of a folder.
   *
   * @param loader is given absolute paths
   */
  static void load(Path folder, Consumer<String> loader) {
    for (Path file : inOrder(folder)) {
      try {
        loader.accept(file.toAbsolutePath().toString());
      } catch (UnsatisfiedLinkError e) {
        return;
      }
    }
  }

  private static Optional<Path> beside(Class<?> known) {
    CodeSource source = known.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()).resolveSibling("cuda"));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The files of {@link #ORDER} under their names of Linux and Windows. */
  static List<Path> inOrder(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    for (String name : ORDER) {
      Pattern own = Pattern.compile("(lib" + name + "\\.so\\.\\d+)|(" + name + "64_\\d+\\.dll)");
      files.stream()
          .filter(file -> own.matcher(file.getFileName().toString()).matches())
          .forEach(found::add);
    }
    return found;
  }
}
