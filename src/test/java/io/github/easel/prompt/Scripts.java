package io.github.easel.prompt;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.prompt.PromptScript.Part;
import io.github.easel.prompt.PromptScript.Phase;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/** Prompts read, and scripts as short strings for tables of expectations. */
final class Scripts {

  static final PromptReading INVOKE = new PromptReading(Syntax.INVOKE, Emphasis.ORIGINAL, 1);
  static final PromptReading PLAIN = new PromptReading(Syntax.PLAIN, Emphasis.ORIGINAL, 1);
  static final PromptReading COMFYUI = new PromptReading(Syntax.COMFYUI, Emphasis.NO_NORM, 1);

  private Scripts() {}

  static PromptScript a1111(String text, int steps) {
    return PromptParser.parse(text, PromptReading.usual(), steps);
  }

  /** The only wording of a prompt that does not change. */
  static String wording(String text) {
    return wording(text, PromptReading.usual());
  }

  static String wording(String text, PromptReading reading) {
    PromptScript script = PromptParser.parse(text, reading, 10);
    if (script.parts().size() != 1 || script.parts().get(0).phases().size() != 1) {
      throw new AssertionError("changes: " + script);
    }
    return shown(script.parts().get(0).phases().get(0).wording());
  }

  /** {@code {a }{b*1.1} / {c}}: runs, their weights unless 1, and breaks. */
  static String shown(Wording wording) {
    return wording.segments().stream()
        .map(
            runs ->
                runs.stream()
                    .map(run -> "{" + run.text() + weight(run.weight()) + "}")
                    .collect(Collectors.joining()))
        .collect(Collectors.joining(" / "));
  }

  /** {@code 3:{a} 10:{b}}: the last step of each phase and its wording. */
  static String phases(String text, int steps) {
    return phases(a1111(text, steps).parts().get(0).phases());
  }

  static String phases(List<Phase> phases) {
    return phases.stream()
        .map(phase -> phase.lastStep() + ":" + shown(phase.wording()))
        .collect(Collectors.joining(" "));
  }

  /** {@code {a cat}*1.2 + {a dog}}. */
  static String parts(String text) {
    return a1111(text, 1).parts().stream().map(Scripts::part).collect(Collectors.joining(" + "));
  }

  private static String part(Part part) {
    return shown(part.phases().get(0).wording()) + weight(part.weight());
  }

  private static String weight(double weight) {
    return weight == 1
        ? ""
        : "*"
            + new BigDecimal(weight).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }
}
