package io.github.easel.runtime;

import io.github.easel.generation.DeviceChoice;

/**
 * How an engine runs networks.
 *
 * @param device where
 * @param threads processor threads within a network, 1 or more; 0 for as many as the engine takes
 *     by itself
 * @param memory how sparing with memory
 * @param exact whether a CUDA device computes with all 32 bits of a float; if not, UNets whose
 *     weights Easel reads itself compute with 16, and for the others a device that can multiplies
 *     with fewer (TF32), which is faster and hardly ever to be seen
 */
public record EngineOptions(DeviceChoice device, int threads, Memory memory, boolean exact) {

  /** How sparing an engine is with memory; each choice is slower than the one before. */
  public enum Memory {
    /** By what is free when a model is opened: {@link MemoryPlanner}. */
    AUTO,
    /** All networks stay open, and working memory is kept for the next run. */
    HIGH,
    /** Networks take turns: each is open only while it is needed. */
    MEDIUM,
    /** As {@link #MEDIUM}, in small portions, and working memory is given back after each run. */
    LOW
  }

  /** The usual on a device. */
  public static EngineOptions on(DeviceChoice device) {
    return new EngineOptions(device, 0, Memory.AUTO, false);
  }

  /** Takes as many threads as suit for fewer than one. */
  public EngineOptions {
    threads = Math.max(0, threads);
  }
}
