package io.github.easel.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.ui.compose.PromptMarks.Mark;
import io.github.easel.ui.compose.PromptMarks.Tint;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptMarksTest {

  private static String told(String text, boolean dynamic) {
    return PromptMarks.of(text, dynamic).stream()
        .map(mark -> mark.tint() + " " + text.substring(mark.from(), mark.to()))
        .sorted()
        .collect(Collectors.joining(" + "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a (red) fox; HEAVIER_1 (red)",
        "a (red:1.3) fox; HEAVIER_2 (red:1.3)",
        "a (red:1.6) fox; HEAVIER_3 (red:1.6)",
        "a [red] fox; LIGHTER_1 [red]",
        "(red:0.5); LIGHTER_2 (red:0.5)",
        "(red:1); ''",
        "[cat:dog:0.5]; EDITING [cat:dog:0.5]",
        "[cat|dog]; EDITING [cat|dog]",
        "a AND b BREAK c; KEYWORD AND + KEYWORD BREAK",
        "BRAND LAND BREAKS; ''",
        "{a|b} __animal__; VARIANT {a|b} + WILDCARD __animal__",
        "<lora:ink:0.8> fox; NETWORK <lora:ink:0.8>",
        "fox # of (mine; COMMENT # of (mine",
        "a (fox; UNBALANCED (",
        "a fox); UNBALANCED )",
        "[a (b]; LIGHTER_1 [a (b] + UNBALANCED (",
        "\\(a\\); ''",
        "ერთი (მელა); HEAVIER_1 (მელა)"
      })
  void marksTheGrammar(String text, String marks) {
    assertThat(told(text, true)).isEqualTo(marks);
  }

  @Test
  void multipliesNestedWeights() {
    assertThat(told("((a)b)", true)).isEqualTo("HEAVIER_1 ( + HEAVIER_1 b) + HEAVIER_2 (a)");
    assertThat(told("([a])", true)).doesNotContain("LIGHTER");
  }

  @Test
  void bracesAreTextUnlessPromptsAreDynamic() {
    assertThat(told("{a|b} __animal__ {", false)).isEmpty();
  }

  @Property
  void stayInTheText(
      @ForAll
          @StringLength(max = 30)
          @Chars({'(', ')', '[', ']', '{', '}', '|', ':', '1', '_', '<', '>', '#', '\\', 'a', '\n'})
          String text) {
    List<Mark> marks = PromptMarks.of(text, true);
    for (Mark mark : marks) {
      assertThat(mark.from()).isBetween(0, mark.to() - 1);
      assertThat(mark.to()).isLessThanOrEqualTo(text.length());
    }
    boolean balanced = marks.stream().noneMatch(mark -> mark.tint() == Tint.UNBALANCED);
    if (balanced && text.indexOf('\\') < 0 && text.indexOf('#') < 0 && text.indexOf('<') < 0) {
      assertThat(text.chars().filter(c -> c == '(').count())
          .isEqualTo(text.chars().filter(c -> c == ')').count());
    }
  }
}
