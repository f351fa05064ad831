package io.github.easel.runtime;

import java.nio.file.Path;

/** An inference engine on one device. Thread-safe. */
public interface Engine {

  /**
   * Opens a network's file; weights that lie in files beside it are found there.
   *
   * @throws io.github.easel.generation.GenerationException if it cannot be used
   */
  Session open(Path file);

  /** {@code CPU} or {@code CUDA}. */
  String device();

  /** Why this device, in one short English sentence. */
  String reason();

  /** Whether the reason is that the wished-for device cannot be had. */
  boolean fellBack();

  /** Engine, version and device, for example {@code ONNX Runtime 1.28.0 CPU}. */
  String description();
}
