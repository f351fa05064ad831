package io.github.easel.cli;

import io.github.easel.app.ServiceOptions;
import io.github.easel.generation.DeviceChoice;
import picocli.CommandLine.Option;

/** Where and how networks are run. */
final class RunningOptions {

  @Option(names = "--device", paramLabel = "auto|cpu|cuda", descriptionKey = "option.device")
  private DeviceChoice device = DeviceChoice.AUTO;

  @Option(names = "--threads", paramLabel = "N", descriptionKey = "option.threads")
  private int threads;

  @Option(names = "--memory", paramLabel = "auto|high|medium|low", descriptionKey = "option.memory")
  private String memory = "auto";

  /** Threads within a network; 0 for as many as suit. */
  int threads() {
    return threads;
  }

  /** As somebody chose it, in one of the four words. */
  String memory() {
    return memory;
  }

  /**
   * What the services are opened with.
   *
   * @throws UsageException if a value makes no sense
   */
  ServiceOptions services(Texts texts) {
    if (threads < 0) {
      throw new UsageException(texts.of("wrong.threads", Integer.toString(threads)));
    }
    if (!ServiceOptions.knowsMemory(memory)) {
      throw new UsageException(texts.of("wrong.memory", memory));
    }
    return ServiceOptions.on(device, threads).withMemory(memory);
  }
}
