package io.github.easel.app;

import io.github.easel.generation.DeviceChoice;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.EngineOptions.Memory;
import io.github.easel.settings.Settings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the services are opened with.
 *
 * @param engine how the networks are run
 * @param tokenizer a folder with vocab.json and merges.txt that takes the place of the model's own
 * @param configs a folder of config.json files, laid out as diffusers does, for models in a single
 *     file
 */
public record ServiceOptions(
    EngineOptions engine, Optional<Path> tokenizer, Optional<Path> configs) {

  /** The usual on a device. */
  public ServiceOptions(DeviceChoice device, Optional<Path> tokenizer) {
    this(EngineOptions.on(device), tokenizer, Optional.empty());
  }

  /**
   * The usual on a device with so many threads within a network.
   *
   * @param threads 0 for as many as suit
   */
  public static ServiceOptions on(DeviceChoice device, int threads) {
    return new ServiceOptions(
        new EngineOptions(device, threads, Memory.AUTO, false), Optional.empty(), Optional.empty());
  }

  /** The same with a folder of config.json files. */
  public ServiceOptions withConfigs(Optional<Path> folder) {
    return new ServiceOptions(engine, tokenizer, folder);
  }

  /**
   * The same, as sparing with memory as the label says.
   *
   * @param label one that {@link #knowsMemory} knows
   */
  public ServiceOptions withMemory(String label) {
    EngineOptions other =
        new EngineOptions(engine.device(), engine.threads(), memory(label), engine.exact());
    return new ServiceOptions(other, tokenizer, configs);
  }

  /** Whether there is such a way to go about memory: auto, high, medium or low. */
  public static boolean knowsMemory(String label) {
    return Stream.of(Memory.values()).anyMatch(memory -> memory.name().equalsIgnoreCase(label));
  }

  /** As somebody chose; the usual for what is not known. */
  public static ServiceOptions of(Settings.Engine chosen) {
    return new ServiceOptions(
        new EngineOptions(
            DeviceChoice.find(chosen.device()).orElse(DeviceChoice.AUTO),
            chosen.threads(),
            memory(chosen.memory()),
            chosen.precision().equals("full")),
        Optional.empty(),
        Optional.empty());
  }

  private static Memory memory(String label) {
    return switch (label.toLowerCase(Locale.ROOT)) {
      case "low" -> Memory.LOW;
      case "medium" -> Memory.MEDIUM;
      case "high" -> Memory.HIGH;
      default -> Memory.AUTO;
    };
  }
}
