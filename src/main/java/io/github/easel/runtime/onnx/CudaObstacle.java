package io.github.easel.runtime.onnx;

import java.util.List;
import java.util.Locale;
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

  private CudaObstacle() {}

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
