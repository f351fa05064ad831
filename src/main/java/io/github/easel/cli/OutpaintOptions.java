package io.github.easel.cli;

import io.github.easel.app.paint.Margins;
import io.github.easel.app.paint.Side;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the user typed behind {@code easel outpaint}. */
final class OutpaintOptions extends DrawingOptions {

  @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "option.outpaint-file")
  Path file = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PROMPT",
      descriptionKey = "option.outpaint-prompt")
  Optional<String> prompt = Optional.empty();

  @Option(names = "--left", paramLabel = "N", descriptionKey = "option.left")
  int left;

  @Option(names = "--right", paramLabel = "N", descriptionKey = "option.right")
  int right;

  @Option(names = "--top", paramLabel = "N", descriptionKey = "option.top")
  int top;

  @Option(names = "--bottom", paramLabel = "N", descriptionKey = "option.bottom")
  int bottom;

  @Option(names = "--prompt-left", paramLabel = "TEXT", descriptionKey = "option.prompt-left")
  Optional<String> promptLeft = Optional.empty();

  @Option(names = "--prompt-right", paramLabel = "TEXT", descriptionKey = "option.prompt-right")
  Optional<String> promptRight = Optional.empty();

  @Option(names = "--prompt-top", paramLabel = "TEXT", descriptionKey = "option.prompt-top")
  Optional<String> promptTop = Optional.empty();

  @Option(names = "--prompt-bottom", paramLabel = "TEXT", descriptionKey = "option.prompt-bottom")
  Optional<String> promptBottom = Optional.empty();

  @Option(names = "--overlap", paramLabel = "N", descriptionKey = "option.overlap")
  Optional<Integer> overlap = Optional.empty();

  @Option(names = "--strength", paramLabel = "X", descriptionKey = "option.outpaint-strength")
  double strength = 1;

  @Option(names = "--output", paramLabel = "FILE.png|DIR", descriptionKey = "option.outpaint-output")
  Optional<String> output = Optional.empty();

  Margins margins() {
    return new Margins(left, right, top, bottom);
  }

  /** The words of the sides that have some of their own. */
  Map<Side, String> prompts() {
    Map<Side, String> prompts = new EnumMap<>(Side.class);
    promptLeft.ifPresent(words -> prompts.put(Side.LEFT, words));
    promptRight.ifPresent(words -> prompts.put(Side.RIGHT, words));
    promptTop.ifPresent(words -> prompts.put(Side.TOP, words));
    promptBottom.ifPresent(words -> prompts.put(Side.BOTTOM, words));
    return prompts;
  }
}
