package io.github.easel.cli;

import io.github.easel.app.PromptExpansion;
import io.github.easel.app.PromptExpansion.Wishes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the user typed about how the words become prompts. */
final class PromptOptions {

  @Option(names = "--style", paramLabel = "NAME", descriptionKey = "option.style")
  List<String> styles = new ArrayList<>();

  @Option(names = "--dynamic", descriptionKey = "option.dynamic")
  boolean dynamic;

  @Option(names = "--combinations", paramLabel = "N", descriptionKey = "option.combinations")
  Optional<Integer> combinations = Optional.empty();

  @Option(names = "--matrix", descriptionKey = "option.matrix")
  boolean matrix;

  @Option(names = "--wildcards", paramLabel = "DIR", descriptionKey = "option.wildcards")
  Optional<Path> wildcards = Optional.empty();

  @Option(names = "--dry-run", descriptionKey = "option.dry-run")
  boolean dryRun;

  /** Refuses what cannot be meant. */
  void check(Texts texts) {
    int wished = combinations.orElse(1);
    if (wished < 1 || wished > PromptExpansion.MOST_PICTURES) {
      throw new UsageException(
          texts.of(
              "wrong.combinations",
              Integer.toString(wished),
              Integer.toString(PromptExpansion.MOST_PICTURES)));
    }
  }

  /** Refuses to expand the words of a picture that is made again: they are final. */
  void checkFinal(Texts texts) {
    String option = several().orElse(dynamic ? "--dynamic" : "");
    if (!option.isEmpty()) {
      throw new UsageException(texts.of("wrong.expansion", option));
    }
  }

  /** The option by which there are several prompts, if there are. */
  Optional<String> several() {
    return matrix ? Optional.of("--matrix") : combinations.map(most -> "--combinations");
  }

  /**
   * @param folder where relative paths begin
   */
  Wishes wishes(Path folder) {
    return new Wishes(matrix, styles, dynamic, combinations, wildcards.map(folder::resolve));
  }
}
