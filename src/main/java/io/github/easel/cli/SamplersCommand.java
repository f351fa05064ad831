package io.github.easel.cli;

import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.ScheduleKind;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/**
 * {@code easel samplers}: the samplers and the schedules, each with a line on what it is and with
 * other programs' names for it.
 */
@Command(name = "samplers", mixinStandardHelpOptions = true)
final class SamplersCommand implements Runnable {

  private static final String INDENT = "    ";

  private final Streams streams;
  private final Texts texts;

  SamplersCommand(Streams streams, Texts texts) {
    this.streams = streams;
    this.texts = texts;
  }

  @Override
  public void run() {
    for (SamplerKind kind : SamplerKind.values()) {
      streams.result(kind.label() + ": " + texts.of("sampler." + kind.name()));
      streams.result(INDENT + String.join(", ", kind.aliases()));
      if (kind.schedules().size() < ScheduleKind.values().length) {
        String schedules =
            kind.schedules().stream().map(ScheduleKind::label).collect(Collectors.joining(", "));
        streams.result(INDENT + texts.of("samplers.only", schedules));
      }
    }
    streams.result("");
    streams.result(texts.of("samplers.schedules"));
    for (ScheduleKind kind : ScheduleKind.values()) {
      String aliases = kind.names().skip(1).collect(Collectors.joining(", "));
      streams.result(
          kind.label()
              + (aliases.isEmpty() ? "" : " (" + aliases + ")")
              + ": "
              + texts.of("schedule." + kind.name()));
    }
  }
}
