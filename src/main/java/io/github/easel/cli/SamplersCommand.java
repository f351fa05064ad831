package io.github.easel.cli;

import io.github.easel.generation.SamplerKind;
import picocli.CommandLine.Command;

/** {@code easel samplers}: the samplers' names, each with other programs' names for it. */
@Command(name = "samplers", mixinStandardHelpOptions = true)
final class SamplersCommand implements Runnable {

  private final Streams streams;

  SamplersCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public void run() {
    for (SamplerKind kind : SamplerKind.values()) {
      String aliases = String.join(", ", kind.aliases());
      streams.result(aliases.isEmpty() ? kind.label() : kind.label() + " (" + aliases + ")");
    }
  }
}
