package io.github.easel.runtime.onnx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a few words why CUDA cannot be had; ONNX Runtime says it in a paragraph. */
final class CudaObstacle {

  private static final Pattern MISSING_ON_LINUX =
      Pattern.compile("(\\S+): cannot open shared object file");
  private static final Pattern MISSING_ON_WINDOWS =
      Pattern.compile("which depends on \"([^\"]+)\" which is missing");
  private static final Pattern CUDA_FAILURE = Pattern.compile("CUDA failure (\\d+: [^;]+)");
  private static final int LONGEST = 160;

  /** What NVIDIA's driver makes on Linux; the second below Windows (WSL). */
  private static final List<String> DRIVER_FILES = List.of("nvidiactl", "dxg");

  private CudaObstacle() {}

  /**
   * That there is no driver, where a look tells: to have the libraries say so costs seconds, since
   * they are unpacked first.
   *
   * @param devices the folder of device files
   */
  static Optional<String> atFirstSight(String system, Path devices) {
    boolean tells = system.equals("Linux") && Files.isDirectory(devices);
    boolean there = DRIVER_FILES.stream().anyMatch(name -> Files.exists(devices.resolve(name)));
    return tells && !there ? Optional.of("NVIDIA's driver is not installed") : Optional.empty();
  }

  static String inWords(String message) {
    for (Pattern missing : List.of(MISSING_ON_LINUX, MISSING_ON_WINDOWS)) {
      Matcher matcher = missing.matcher(message);
      if (matcher.find()) {
        return missing(matcher.group(1));
      }
    }
    if (message.contains("LoadLibrary failed")) {
      return "a library of CUDA 12 or cuDNN 9, or NVIDIA's driver, is missing";
    }
    Matcher failure = CUDA_FAILURE.matcher(message);
    if (failure.find()) {
      return "CUDA says " + failure.group(1).strip();
    }
    if (message.toLowerCase(Locale.ROOT).contains("driver")) {
      return "NVIDIA's driver is missing or too old";
    }
    String line = message.lines().findFirst().orElse("").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  private static String missing(String library) {
    boolean driver = library.startsWith("libcuda.") || library.startsWith("nvcuda.");
    return driver
        ? "NVIDIA's driver is not installed (" + library + ")"
        : "the library " + library + " of CUDA 12 or cuDNN 9 is missing";
  }
}
