package io.github.easel.runtime.onnx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in a few words why CUDA cannot be had; ONNX Runtime says it in a paragraph. */
final class CudaObstacle {

  private static final Pattern MISSING_ON_LINUX =
      Pattern.compile("(\\S+): cannot open shared object file");
  private static final Pattern CUDA_FAILURE = Pattern.compile("CUDA failure (\\d+: [^;]+)");
  private static final int LONGEST = 160;

  private CudaObstacle() {}

  static String inWords(String message) {
    Matcher missing = MISSING_ON_LINUX.matcher(message);
    if (missing.find()) {
      String library = missing.group(1);
      return library.startsWith("libcuda.")
          ? "NVIDIA's driver is not installed (" + library + ")"
          : "the library " + library + " of CUDA 12 or cuDNN 9 is missing";
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
}
