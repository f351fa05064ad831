package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.prompt.PromptScript.Part;
import io.github.easel.prompt.PromptScript.Phase;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class PromptParserPropertyTest {

  @Property
  void anyStringIsUnderstood(
      @ForAll @StringLength(max = 300) String text,
      @ForAll Syntax syntax,
      @ForAll @IntRange(min = 1, max = 1000) int steps) {
    check(text, syntax, steps);
  }

  @Property(tries = 3000)
  void anyHeapOfGrammarIsUnderstood(
      @ForAll("heaps") String text,
      @ForAll Syntax syntax,
      @ForAll @IntRange(min = 1, max = 30) int steps) {
    check(text, syntax, steps);
  }

  @Property
  void textWithoutGrammarIsPreserved(@ForAll("plain") String text, @ForAll Syntax syntax) {
    PromptScript script = PromptParser.parse(text, reading(syntax), 20);
    assertThat(script.extras()).isEmpty();
    assertThat(script.parts())
        .containsExactly(new Part(1, List.of(new Phase(20, Wording.of(text)))));
    assertThat(PromptParser.parseNegative(text, reading(syntax), 20)).isEqualTo(script);
  }

  @Property
  void escapedTextIsPreserved(@ForAll("heaps") String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.replaceAll("AND|BREAK|[<>:\\d#]", "x").toCharArray()) {
      escaped.append("()[]\\".indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    String expected = text.replaceAll("AND|BREAK|[<>:\\d#]", "x");
    assertThat(Scripts.a1111(escaped.toString(), 5).parts())
        .containsExactly(new Part(1, List.of(new Phase(5, Wording.of(expected)))));
  }

  private static void check(String text, Syntax syntax, int steps) {
    for (PromptScript script :
        List.of(
            PromptParser.parse(text, reading(syntax), steps),
            PromptParser.parseNegative(text, reading(syntax), steps),
            PromptParser.parse(text, reading(syntax), new StepSpan(steps, 7)))) {
      assertThat(script.parts()).isNotEmpty();
      for (Part part : script.parts()) {
        assertThat(part.weight()).isFinite();
        int last = 0;
        for (Phase phase : part.phases()) {
          assertThat(phase.lastStep()).isGreaterThan(last);
          last = phase.lastStep();
          assertThat(phase.wording().segments())
              .allSatisfy(runs -> assertThat(runs).isNotEmpty())
              .allSatisfy(
                  runs ->
                      assertThat(runs)
                          .allSatisfy(
                              run ->
                                  assertThat(Math.abs(run.weight()))
                                      .isLessThanOrEqualTo(PromptParser.MOST_WEIGHT)));
        }
        assertThat(last).isEqualTo(steps);
      }
    }
  }

  private static PromptReading reading(Syntax syntax) {
    return new PromptReading(syntax, Emphasis.ORIGINAL, 1);
  }

  @Provide
  Arbitrary<String> heaps() {
    return Arbitraries.of(
            "(",
            ")",
            "[",
            "]",
            ":",
            "|",
            "\\",
            "#",
            "\n",
            "<lora:a:1>",
            "<",
            ">",
            " ",
            "a",
            "ბ",
            "🐈",
            "1",
            "0.5",
            ".",
            "-",
            "+",
            "AND",
            "BREAK",
            " AND ",
            " BREAK ",
            ",",
            "\"",
            ".and(",
            ":1.2)",
            "[a:b:",
            ":0.5]",
            ":3]",
            "[a|b]",
            "9999999999999999999",
            "1e9",
            "\ud800")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  /** Words that no grammar gives a meaning to. */
  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.of(
            "a", "cat", ",", " ", "წითელი", ".", "!", "1.5", "\n", "🐈", "and", "'", "\t")
        .list()
        .ofMaxSize(60)
        .map(pieces -> String.join("", pieces));
  }
}
