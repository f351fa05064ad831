package io.github.easel.cli;

import io.github.easel.app.paint.Variations;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the user typed behind {@code easel generate}. */
final class GenerateOptions extends PictureOptions {

  @Option(names = "--count", paramLabel = "N", descriptionKey = "option.count")
  private Optional<Integer> count = Optional.empty();

  @Option(names = "--variations", descriptionKey = "option.variations")
  boolean variations;

  @Option(names = "--style-image", paramLabel = "FILE", descriptionKey = "option.style-image")
  Optional<Path> styleImage = Optional.empty();

  @Option(names = "--output", paramLabel = "FILE.png|DIR", descriptionKey = "option.output")
  Optional<String> output = Optional.empty();

  @Option(
      names = "--dump-latents",
      paramLabel = "FILE.safetensors",
      descriptionKey = "option.dump-latents")
  Optional<Path> dumpLatents = Optional.empty();

  /** How many pictures each prompt is drawn as. */
  int count() {
    return variations ? Variations.STRENGTHS.size() : count.orElse(1);
  }

  /**
   * Refuses what does not go together.
   *
   * @param several the option by which there are several prompts, if there are
   */
  void check(Optional<String> several, Texts texts) {
    if (source.image.isEmpty() && (variations || styleImage.isPresent())) {
      throw new UsageException(
          texts.of("wrong.source", variations ? "--variations" : "--style-image"));
    }
    Optional<String> other =
        source
            .strength
            .map(typed -> "--strength")
            .or(() -> count.map(typed -> "--count"))
            .or(() -> several);
    if (variations && other.isPresent()) {
      throw new UsageException(texts.of("wrong.variations", other.get()));
    }
  }

  /** Whether the words depend on a picture. */
  boolean needsPicture() {
    return ownWords() || styleImage.isPresent();
  }

  @Override
  boolean ownWords() {
    return variations && prompt.isEmpty() && from.isEmpty();
  }
}
