package io.github.easel.runtime.onnx;

import ai.onnxruntime.OrtException;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.List;

/** What ONNX Runtime's errors mean to us. It tells out-of-memory only in its message. */
final class OnnxFailures {

  private static final List<String> OUT_OF_MEMORY =
      List.of(
          "Failed to allocate memory",
          "bad_alloc",
          "bad allocation",
          "out of memory",
          "OUT_OF_MEMORY",
          "ALLOC_FAILED");

  private OnnxFailures() {}

  static GenerationException opening(Path file, OrtException e) {
    if (isOutOfMemory(e)) {
      return outOfMemory("opening " + file, e);
    }
    String message = String.valueOf(e.getMessage());
    if (message.contains("CUDA failure") || message.contains("CUDNN failure")) {
      String reason = CudaObstacle.inWords(message);
      return new GenerationException(
          Failure.DEVICE_UNAVAILABLE, "CUDA failed: " + message, e, "CUDA", reason);
    }
    return GenerationException.unusable(
        file, "an ONNX graph with all its weights", firstLine(e), e);
  }

  static GenerationException running(Path file, OrtException e) {
    if (isOutOfMemory(e)) {
      return outOfMemory("running " + file, e);
    }
    return new GenerationException(
        Failure.INTERNAL, "cannot run " + file + ": " + e.getMessage(), e, firstLine(e));
  }

  private static GenerationException outOfMemory(String what, OrtException e) {
    return new GenerationException(
        Failure.OUT_OF_MEMORY, "out of memory " + what + ": " + e.getMessage(), e, what);
  }

  private static boolean isOutOfMemory(OrtException e) {
    String message = String.valueOf(e.getMessage());
    return OUT_OF_MEMORY.stream().anyMatch(message::contains);
  }

  private static String firstLine(OrtException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
  }
}
