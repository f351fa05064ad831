package io.github.easel.ui;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.PromptReport;
import io.github.easel.app.PromptService;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.PromptReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a prompt as if every word were a token; 75 fit into a chunk. */
final class FakeWords implements PromptService {

  private static final int ROOM = 75;

  /** The services of a computer without any file of the user's: built-in styles, no wildcards. */
  static Services builtIn() {
    Path nowhere = Path.of("no-such-folder");
    return LocalServices.open(
        new Places(nowhere, nowhere, nowhere),
        new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  }

  @Override
  public PromptReport read(String text, Role role, String model, PromptReading reading, int steps) {
    List<String> words = text.isBlank() ? List.of() : List.of(text.strip().split("[\\s,]+"));
    List<PromptReport.Chunk> chunks = new ArrayList<>();
    for (int i = 0; i == 0 || i < words.size(); i += ROOM) {
      List<String> part = words.subList(i, Math.min(words.size(), i + ROOM));
      chunks.add(new PromptReport.Chunk(part.size(), ROOM, String.join(" ", part)));
    }
    int limit = ROOM * chunks.size();
    PromptReport.Phase phase =
        new PromptReport.Phase(
            List.of(new PromptReport.Span(1, steps)),
            List.of(List.of(new PromptReport.Run(text, 1))),
            chunks,
            words.size(),
            limit);
    return new PromptReport(
        List.of(new PromptReport.Part(1, List.of(phase))), List.of(), words.size(), limit);
  }
}
