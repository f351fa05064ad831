package io.github.easel.cli;

import io.github.easel.app.ModelMerge;
import io.github.easel.app.ModelMerge.Merged;
import io.github.easel.app.ModelMerge.Recipe;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel models merge}: makes one checkpoint of two or three. */
@Command(name = "merge", mixinStandardHelpOptions = true)
final class ModelsMergeCommand implements Callable<Integer> {

  /** How to merge. */
  enum Mode {
    WEIGHTED,
    ADD_DIFFERENCE;

    static Optional<Mode> find(String text) {
      return switch (text) {
        case "weighted" -> Optional.of(WEIGHTED);
        case "add-difference" -> Optional.of(ADD_DIFFERENCE);
        default -> Optional.empty();
      };
    }
  }

  private static final int PERCENT = 100;

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(arity = "2..3", paramLabel = "MODEL", descriptionKey = "option.merge.models")
  private final List<String> models = new ArrayList<>();

  @Option(names = "--alpha", paramLabel = "SHARE", descriptionKey = "option.merge.alpha")
  private double alpha = 0.5;

  @Option(names = "--mode", paramLabel = "MODE", descriptionKey = "option.merge.mode")
  private Optional<String> mode = Optional.empty();

  @Option(names = "--blocks", paramLabel = "SHARES", descriptionKey = "option.merge.blocks")
  private Optional<String> blocks = Optional.empty();

  @Option(names = "--half", descriptionKey = "option.merge.half")
  private boolean half;

  @Option(names = "--to", paramLabel = "FILE", required = true, descriptionKey = "option.merge.to")
  private Path to = Path.of("");

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  ModelsMergeCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Recipe recipe = recipe();
    Inquiry inquiry = new Inquiry(surroundings, texts, messages, json);
    StatusLine line = new StatusLine(surroundings.streams());
    return new Failures(texts, messages, Optional.of(texts.of("merge.cancelled")))
        .guardCancellable(
            inquiry.reporter(),
            cancellation -> {
              try (Services services = inquiry.open(Optional.empty())) {
                merge(services.modelMerge(), recipe, line, cancellation);
              } finally {
                line.clear();
              }
            });
  }

  /** Checks all that can be checked before files are read. */
  private Recipe recipe() {
    boolean three = models.size() > 2;
    Mode wanted =
        mode.map(
                text ->
                    Mode.find(text)
                        .orElseThrow(() -> new UsageException(texts.of("wrong.merge.mode", text))))
            .orElse(three ? Mode.ADD_DIFFERENCE : Mode.WEIGHTED);
    if (three != (wanted == Mode.ADD_DIFFERENCE)) {
      throw new UsageException(texts.of("wrong.merge.count"));
    }
    if (!Double.isFinite(alpha)) {
      throw new UsageException(texts.of("wrong.merge.alpha"));
    }
    checkBlocks();
    if (!to.toString().endsWith(".safetensors")) {
      throw new UsageException(texts.of("wrong.merge.to", to.toString()));
    }
    return new Recipe(
        place(models.get(0)),
        place(models.get(1)),
        models.stream().skip(2).findFirst().map(this::place),
        alpha,
        blocks,
        half,
        surroundings.folder().resolve(to));
  }

  private void checkBlocks() {
    try {
      blocks.ifPresent(ModelMerge::checkBlocks);
    } catch (IllegalArgumentException e) {
      throw new UsageException(texts.of("wrong.merge.blocks", String.valueOf(e.getMessage())));
    }
  }

  /** Where there is such a file from the current folder, that; else it is a model's name. */
  private String place(String nameOrPath) {
    Path path = surroundings.folder().resolve(nameOrPath);
    return Files.isRegularFile(path) ? path.toString() : nameOrPath;
  }

  private void merge(
      ModelMerge merging, Recipe recipe, StatusLine line, Cancellation cancellation) {
    boolean shown = surroundings.streams().terminal() && !json;
    int[] told = {-1};
    Merged merged =
        merging.merge(
            recipe,
            share -> {
              int percent = (int) (PERCENT * share);
              if (shown && percent > told[0]) {
                told[0] = percent;
                line.show(texts.of("merge.progress", Integer.toString(percent)));
              }
            },
            cancellation);
    line.clear();
    if (json) {
      new JsonLines(surroundings.streams())
          .write(
              JsonLines.event("merged")
                  .put("file", merged.file().toString())
                  .put("bytes", merged.bytes())
                  .put("tensors", merged.tensors()));
    } else {
      surroundings.streams().result(merged.file().toString());
    }
  }
}
