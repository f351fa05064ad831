package io.github.easel.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts with the selection between two bars, or the caret at one. */
class WeightStepTest {

  private static String step(String marked, int direction) {
    int from = marked.indexOf('¦');
    String text = marked.replace("¦", "");
    int second = marked.indexOf('¦', from + 1);
    int to = second < 0 ? from : second - 1;
    return WeightStep.of(text, from, to, direction)
        .map(
            edit -> {
              String after = edit.in(text);
              return after.substring(0, edit.anchor())
                  + "¦"
                  + after.substring(edit.anchor(), edit.caret())
                  + "¦"
                  + after.substring(edit.caret());
            })
        .orElse("nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a red ¦fox; a red (¦fox¦:1.1)",
        "a red fox¦; a red (¦fox¦:1.1)",
        "a ¦red fox ¦sits; a (¦red fox¦:1.1) sits",
        "a (¦red¦:1.1) fox; a (¦red¦:1.2) fox",
        "a (red¦:1.1) fox; a (¦red¦:1.2) fox",
        "a ¦(red:1.1)¦ fox; a (¦red¦:1.2) fox",
        "a (r¦ed) fox; a (¦red¦:1.2) fox",
        "a ((r¦ed)) fox; a (¦red¦:1.3) fox",
        "a [r¦ed] fox; a ¦red¦ fox",
        "a (red:0.9¦) fox; a ¦red¦ fox",
        "a (red hat, (f¦ox:1.25):1.1); a (red hat, (¦fox¦:1.35):1.1)",
        "a <lora:in¦k:0.8> fox; a <¦lora:ink¦:0.85> fox",
        "a <lora:in¦k> fox; a <¦lora:ink¦:1.05> fox",
        "a <lora:in¦k:0.95> fox; a <¦lora:ink¦:1.0> fox",
        "[cat|d¦og]; [cat|(¦dog¦:1.1)]",
        "[cat:d¦og:0.5]; [cat:(¦dog¦:1.1):0.5]",
        "a \\(f¦ox\\); a \\((¦fox¦:1.1)\\)",
        "__ani¦mal__; (¦__animal__¦:1.1)",
        "ლამაზი მ¦ელა; ლამაზი (¦მელა¦:1.1)",
        "cat BRE¦AK dog; nothing",
        "a  ¦  b; nothing",
        "¦; nothing"
      })
  void makesHeavier(String before, String after) {
    assertThat(step(before, 1)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a fox¦; a (¦fox¦:0.9)",
        "a (fox¦:1.1); a ¦fox¦",
        "a (fox¦:1.0); a (¦fox¦:0.9)",
        "a (fox¦:2); a (¦fox¦:1.9)",
        "a (fox¦:0.1); a (¦fox¦:0.0)",
        "<lora:in¦k:1>; <¦lora:ink¦:0.95>",
        "a (f¦ox); a ¦fox¦"
      })
  void makesLighter(String before, String after) {
    assertThat(step(before, -1)).isEqualTo(after);
  }

  @Test
  void goesOnWithTheSameWordsByFurtherSteps() {
    String text = "a red fox";
    int from = 2;
    int to = 5;
    for (int i = 0; i < 5; i++) {
      TextEdit edit = WeightStep.of(text, from, to, 1).orElseThrow();
      text = edit.in(text);
      from = edit.anchor();
      to = edit.caret();
    }
    assertThat(text).isEqualTo("a (red:1.5) fox");
  }

  @Property
  void neverFailsAndKeepsAllElse(
      @ForAll
          @StringLength(max = 14)
          @Chars({'(', ')', '[', ']', ':', '<', '>', '\\', '1', '.'})
          @CharRange(from = 'a', to = 'c')
          String text,
      @ForAll int place) {
    int caret = Math.floorMod(place, text.length() + 1);
    Optional<TextEdit> edit = WeightStep.of(text, caret, caret, 1);
    edit.ifPresent(
        one -> {
          assertThat(one.in(text)).startsWith(text.substring(0, one.from()));
          assertThat(one.in(text)).endsWith(text.substring(one.to()));
          assertThat(one.caret()).isBetween(one.anchor(), one.in(text).length());
        });
  }
}
