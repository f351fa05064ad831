package io.github.easel.cli;

import io.github.easel.app.PromptReport;
import io.github.easel.app.PromptReport.Chunk;
import io.github.easel.app.PromptReport.NamedAdapter;
import io.github.easel.app.PromptReport.Part;
import io.github.easel.app.PromptReport.Phase;
import io.github.easel.app.PromptReport.Run;
import io.github.easel.app.PromptReport.Span;
import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.PlainNumber;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a prompt as it is understood, indented by parts, phases and what is in them. */
final class TextPromptPrinter {

  private static final int DECIMALS = 3;

  private final Streams streams;
  private final Texts texts;

  TextPromptPrinter(Streams streams, Texts texts) {
    this.streams = streams;
    this.texts = texts;
  }

  void print(PromptReport report) {
    say("", "prompt.tokens", Integer.toString(report.used()), Integer.toString(report.limit()));
    for (int i = 0; i < report.parts().size(); i++) {
      Part part = report.parts().get(i);
      say("", "prompt.part", Integer.toString(i + 1), PlainNumber.rounded(part.weight(), DECIMALS));
      part.phases().forEach(this::print);
    }
    report.adapters().forEach(this::print);
    report.extras().forEach(extra -> say("", "prompt.extra", extra));
  }

  private void print(NamedAdapter adapter) {
    if (adapter.kind() == AdapterKind.EMBEDDING) {
      say("", "prompt.embedding", adapter.name(), Integer.toString(adapter.places()));
    } else if (adapter.there()) {
      say(
          "",
          "prompt.lora",
          adapter.name(),
          PlainNumber.rounded(adapter.unet(), DECIMALS),
          PlainNumber.rounded(adapter.text(), DECIMALS));
    } else {
      say("", "prompt.lora.missing", adapter.name());
    }
  }

  private void print(Phase phase) {
    String steps =
        phase.spans().stream().map(TextPromptPrinter::words).collect(Collectors.joining(", "));
    say("  ", "prompt.steps", steps);
    for (int i = 0; i < phase.segments().size(); i++) {
      if (i > 0) {
        streams.result("    BREAK");
      }
      print(phase.segments().get(i));
    }
    for (int i = 0; i < phase.chunks().size(); i++) {
      Chunk chunk = phase.chunks().get(i);
      say(
          "    ",
          "prompt.chunk",
          Integer.toString(i + 1),
          Integer.toString(chunk.used()),
          Integer.toString(chunk.room()),
          chunk.text());
    }
  }

  private void print(List<Run> segment) {
    for (Run run : segment) {
      String text = run.text().replaceAll("\\s+", " ").strip();
      if (!text.isEmpty()) {
        say("    ", "prompt.run", PlainNumber.rounded(run.weight(), DECIMALS), text);
      }
    }
  }

  private static String words(Span span) {
    String first = Integer.toString(span.first());
    return span.first() == span.last() ? first : first + "–" + span.last();
  }

  private void say(String indent, String key, String... values) {
    streams.result(indent + texts.of(key, values));
  }
}
