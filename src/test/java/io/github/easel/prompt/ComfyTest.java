package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import java.time.Duration;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComfyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a (cat) b | {a }{cat*1.1}{ b}",
        "((cat)) | {cat*1.21}",
        "(cat:1.5) | {cat*1.5}",
        "(cat: -.5 ) | {cat*-0.5}",
        "(a (b:1.2) c:0.5) | {a *0.5}{b*1.2}{ c*0.5}",
        "((a:1.5)) | {a*1.5}",
        "(a:abc) | {a:abc*1.1}",
        "(a:1e0) | {a}",
        "(a:\u00a02) | {a*2}",
        "(:1.5) | {:1.5*1.1}",
        "(a\\(b\\):2) | {a(b)*2}",
        "\\\\ a\\b \\(c\\) | {\\\\ a\\b (c)}",
        "a (b:1.5 | {a (b:1.5}",
        "a:1.5) | {a:1.5)}",
        "a cat #1 of a series | {a cat #1 of a series}",
        "a cat, red:1.5 | {a cat, red:1.5}",
        "a AND b BREAK c | {a AND b BREAK c}",
        "[a:b:0.5] [e] # | {[a:b:0.5] [e] #}",
        "<lora:x:0.8>a <hypernet:y:1> | {a <hypernet:y:1>}",
        "'' | {}"
      })
  void readsRoundBracketsAndNothingElse(String text, String expected) {
    assertThat(Scripts.wording(text, Scripts.COMFYUI)).isEqualTo(expected);
  }

  @Test
  void takesTimeThatGrowsWithTheText() {
    int depth = 200_000;
    String nested = "(".repeat(depth) + "a" + ")".repeat(depth);
    String colons = "(a" + ":".repeat(depth) + "1)";

    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          assertThat(Scripts.wording(nested, Scripts.COMFYUI)).isEqualTo("{a*1000000}");
          assertThat(Scripts.wording(colons, Scripts.COMFYUI)).endsWith(":}");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "COMFYUI | a [cat] (big (x:1.5):0.5) #1 | a \\[cat\\] (big :0.5)(x:1.5) \\#1",
        "COMFYUI | a cat, red:1.5 | a cat, red:1.5()",
        "INVOKE | a cat++ | a (cat:1.21)",
        "PLAIN | (a) AND b <lora:x:1> | \\(a\\) and b < lora:x:1>",
        "A1111 | [a:b:0.5] AND c | [a:b:0.5] AND c"
      })
  void isWrittenInA1111sGrammar(Syntax syntax, String text, String expected) {
    assertThat(A1111Text.of(text, reading(syntax))).isEqualTo(expected);
  }

  @Property(tries = 2000)
  void whatWasWrittenInA1111sGrammarIsReadAlike(@ForAll("heaps") String text) {
    for (Syntax syntax : new Syntax[] {Syntax.COMFYUI, Syntax.PLAIN}) {
      String translated = A1111Text.of(text, reading(syntax));
      PromptScript script = PromptParser.parse(translated, PromptReading.usual(), 3);
      assertThat(script.extras()).isEqualTo(PromptParser.parse(text, reading(syntax), 3).extras());
      assertThat(Scripts.wording(translated).toLowerCase(Locale.ROOT).replace("< ", "<"))
          .isEqualTo(
              Scripts.wording(text, reading(syntax)).toLowerCase(Locale.ROOT).replace("< ", "<"));
    }
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
            "<lora:a:1>",
            "<",
            "a",
            "ბ",
            "1",
            "0.5",
            "AND",
            " BREAK ",
            ":1.2)",
            ":0.5]",
            "x",
            ",")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  private static PromptReading reading(Syntax syntax) {
    return new PromptReading(syntax, Emphasis.ORIGINAL, 1);
  }
}
