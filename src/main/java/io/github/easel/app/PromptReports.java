package io.github.easel.app;

import io.github.easel.app.PromptReport.Chunk;
import io.github.easel.app.PromptReport.Part;
import io.github.easel.app.PromptReport.Phase;
import io.github.easel.app.PromptReport.Run;
import io.github.easel.app.PromptReport.Span;
import io.github.easel.prompt.LoraTag;
import io.github.easel.prompt.PromptScript;
import io.github.easel.prompt.PromptScript.ExtraNetwork;
import io.github.easel.prompt.WeightedText;
import io.github.easel.prompt.Wording;
import io.github.easel.tokenizer.PromptChunker;
import io.github.easel.tokenizer.PromptChunks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From a prompt as the samplers follow it to one that people read. */
final class PromptReports {

  private final PromptChunker chunker;
  private final List<PromptReport.NamedAdapter> adapters;

  PromptReports(PromptChunker chunker, List<PromptReport.NamedAdapter> adapters) {
    this.chunker = chunker;
    this.adapters = adapters;
  }

  PromptReport of(PromptScript script) {
    List<Part> parts = script.parts().stream().map(this::part).toList();
    int used = 0;
    int limit = 0;
    for (Part part : parts) {
      for (Phase phase : part.phases()) {
        used = Math.max(used, phase.used());
        limit = Math.max(limit, phase.limit());
      }
    }
    List<String> extras =
        script.extras().stream()
            .filter(tag -> LoraTag.of(tag).isEmpty())
            .map(ExtraNetwork::toString)
            .toList();
    return new PromptReport(parts, extras, used, limit, adapters);
  }

  private Part part(PromptScript.Part part) {
    Map<Wording, List<Span>> spans = new LinkedHashMap<>();
    int first = 1;
    for (PromptScript.Phase phase : part.phases()) {
      spans
          .computeIfAbsent(phase.wording(), wording -> new ArrayList<>())
          .add(new Span(first, phase.lastStep()));
      first = phase.lastStep() + 1;
    }
    List<Phase> phases = new ArrayList<>();
    spans.forEach((wording, steps) -> phases.add(phase(wording, steps)));
    return new Part(part.weight(), phases);
  }

  private Phase phase(Wording wording, List<Span> spans) {
    PromptChunks chunks = chunker.chunks(wording);
    List<List<Run>> segments =
        wording.segments().stream()
            .map(segment -> segment.stream().map(PromptReports::run).toList())
            .toList();
    List<Chunk> shown =
        chunks.chunks().stream()
            .map(chunk -> new Chunk(chunk.used(), chunks.room(), chunk.text()))
            .toList();
    return new Phase(spans, segments, shown, chunks.used(), chunks.limit());
  }

  private static Run run(WeightedText text) {
    return new Run(text.text(), text.weight());
  }
}
