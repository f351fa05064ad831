package io.github.easel.generation;

import java.util.Locale;
import java.util.Optional;

/** Where the networks should run. */
public enum DeviceChoice {
  /** CUDA where it works, else the CPU. */
  AUTO,
  CPU,
  CUDA;

  /** The choice of that name, whatever its case. */
  public static Optional<DeviceChoice> find(String name) {
    for (DeviceChoice choice : values()) {
      if (choice.name().equalsIgnoreCase(name.strip())) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  /** The name as people type it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
