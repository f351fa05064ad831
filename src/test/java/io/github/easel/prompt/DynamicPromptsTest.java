package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.easel.generation.Notice;
import io.github.easel.prompt.DynamicPrompts.Expansion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicPromptsTest {

  private final DynamicPrompts prompts = new DynamicPrompts(WildcardFolder.none());

  /** These may never change: a seed and a template are promised to give the same words for ever. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          a {red|green|blue} {cat|dog}      ~ 0 ~ a blue cat
          a {red|green|blue} {cat|dog}      ~ 1 ~ a green dog
          a {red|green|blue} {cat|dog}      ~ 4294967295 ~ a green cat
          {2$$a|b|c|d}                      ~ 7 ~ b, a
          {1-3$$ and $$a|b|c|d}             ~ 7 ~ a and d
          {5::a|b}{5::a|b}{5::a|b}{5::a|b}  ~ 3 ~ aaaa
          a {b {c|d|e} f|g {h|i}}           ~ 11 ~ a b c f
          """)
  void theSameSeedGivesTheSameWordsForEver(String template, long seed, String words) {
    assertThat(prompts.random(template, seed)).isEqualTo(new Expansion(List.of(words), List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a [b|c] (d:1.2) | e",
        "a {b",
        "a} b",
        "{{{",
        "__",
        "____",
        "a __ b __ c",
        "__a b",
        "<lora:x:1> [a:b:0.5] AND c",
        "snake_case_name",
        "a \\(b\\) \\| \\"
      })
  void whatIsNoTemplateIsWords(String text) {
    assertThat(prompts.random(text, 5)).isEqualTo(new Expansion(List.of(text), List.of()));
    assertThat(prompts.all(text, 10)).isEqualTo(new Expansion(List.of(text), List.of()));
  }

  @Test
  void escapesAreTheCharactersThemselves() {
    assertThat(prompts.random("\\{a|b\\} \\__c__", 1).texts()).containsExactly("{a|b} __c__");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          {a}                  ~ a
          {}b                  ~ b
          {a|b}{c|d}           ~ ac/ad/bc/bd
          {a|b {c|d}}          ~ a/b c/b d
          {2$$a|b|c}           ~ a, b/a, c/b, c
          {2$$ and $$a|b|c}    ~ a and b/a and c/b and c
          {0-1$$a|b} x         ~ x/a x/b x
          {-1$$a|b}            ~ EMPTY/a/b
          {2-$$a|b|c}          ~ a, b/a, c/b, c/a, b, c
          {3-1$$a|b}           ~ a/b/a, b
          {9$$a|b}             ~ a, b
          {2::a|0.5::b}        ~ a/b
          {[a|b]|c}            ~ [a|b]/c
          {[a|b}               ~ [a/b
          {a (b|c)|d}          ~ a (b/c)/d
          {a\\|b}              ~ a\\|b
          {a|b {c              ~ {a|b {c
          {a {b|c}             ~ {a b/{a c
          """)
  void allCombinationsComeInOrder(String template, String texts) {
    List<String> all =
        prompts.all(template, 100).texts().stream()
            .map(text -> text.isEmpty() ? "EMPTY" : text.strip())
            .toList();
    assertThat(String.join("/", all)).isEqualTo(texts);
  }

  @Test
  void moreCombinationsThanWishedForAreCutWithANotice() {
    Expansion cut = prompts.all("{a|b|c}{d|e|f}", 4);
    assertThat(cut.texts()).containsExactly("ad", "ae", "af", "bd");
    assertThat(cut.notices()).containsExactly(new Notice(Notice.Kind.COMBINATIONS_CUT, "4"));
    assertThat(prompts.all("{a|b|c}{d|e|f}", 9).notices()).isEmpty();
    assertThat(prompts.all("{a|b}".repeat(5_000), 3).texts()).hasSize(3);
  }

  @Test
  void nothingIsMadeBeyondTheLimit() {
    String choice = "{" + ("a".repeat(1_000) + "|").repeat(9_999) + "b}";

    Expansion cut =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> prompts.all(choice + choice + choice, 10_000));

    assertThat(cut.texts()).hasSize(10_000);
    assertThat(cut.notices()).containsExactly(new Notice(Notice.Kind.COMBINATIONS_CUT, "10000"));
  }

  @Test
  void whatDoesNotFitIsNeverMade() {
    String choice = "{" + "a|".repeat(9_999) + "b}";
    String longText = "c".repeat(DynamicPrompts.MOST_CHARACTERS);

    Expansion cut =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () -> prompts.all("{" + longText + "|d}" + choice + choice, 100));

    assertThat(cut.texts()).hasSize(100).allMatch(text -> text.length() == 3);
    assertThat(cut.notices())
        .extracting(Notice::kind)
        .containsExactly(Notice.Kind.PROMPT_OVERGROWN, Notice.Kind.COMBINATIONS_CUT);
  }

  @Test
  void weightsCount() {
    Map<String, Integer> counts = new TreeMap<>();
    LongStream.range(0, 10_000)
        .forEach(
            seed ->
                counts.merge(
                    prompts.random("{3::a|b|0::c}", seed).texts().get(0), 1, Integer::sum));
    assertThat(counts).containsOnlyKeys("a", "b");
    assertThat(counts.get("a")).isBetween(7_300, 7_700);
  }

  @Test
  void weightsOfNothingAreEqual() {
    Map<String, Integer> counts = new TreeMap<>();
    LongStream.range(0, 1_000)
        .forEach(
            seed ->
                counts.merge(prompts.random("{0::a|0::b}", seed).texts().get(0), 1, Integer::sum));
    assertThat(counts.get("a")).isBetween(400, 600);
    assertThat(counts.get("b")).isBetween(400, 600);
  }

  @Test
  void neighbouringSeedsChooseFreely() {
    Map<String, Integer> pairs = new TreeMap<>();
    for (long seed = 0; seed < 4_000; seed++) {
      String both =
          prompts.random("{a|b}", seed).texts().get(0)
              + prompts.random("{a|b}", seed + 1).texts().get(0);
      pairs.merge(both, 1, Integer::sum);
    }
    assertThat(pairs).hasSize(4);
    assertThat(pairs.values()).allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
  }

  @Test
  void nestsAsDeepAsAnyoneTypes() {
    int deep = 100_000;
    assertThat(prompts.random("{".repeat(deep), 1).texts().get(0)).hasSize(deep);
    assertThat(prompts.random("{".repeat(20) + "a" + "}".repeat(20), 1).texts())
        .containsExactly("a");
    assertThat(prompts.random("{".repeat(deep) + "a" + "}".repeat(deep), 1).texts()).hasSize(1);
    assertThat(prompts.random("__a".repeat(deep / 3), 1).texts()).hasSize(1);
  }

  @Property
  void anyStringIsExpanded(@ForAll("heaps") String template, @ForAll long seed) {
    DynamicPrompts fresh = new DynamicPrompts(WildcardFolder.none());
    Expansion once = fresh.random(template, seed);
    assertThat(once.texts()).hasSize(1);
    assertThat(fresh.random(template, seed)).isEqualTo(once);
    assertThat(fresh.all(template, 20).texts()).hasSizeBetween(1, 20);
  }

  @Property
  void randomWordsAreOneOfAllCombinations(@ForAll("small") String template, @ForAll long seed) {
    DynamicPrompts fresh = new DynamicPrompts(WildcardFolder.none());
    assertThat(fresh.all(template, 100_000).texts())
        .containsAll(fresh.random(template, seed).texts());
  }

  @Provide
  Arbitrary<String> heaps() {
    return Arbitraries.of(
            "{",
            "}",
            "|",
            "$$",
            "2$$",
            "1-2$$",
            "::",
            "3::",
            "0.5::",
            "__",
            "a",
            "ბ",
            " ",
            "[",
            "]",
            "\\",
            "__a__",
            "\n",
            "🐈",
            "999999999999$$",
            "\ud800",
            "*")
        .list()
        .ofMaxSize(40)
        .map(pieces -> String.join("", pieces));
  }

  /** Choices of one option each, whose order the random choice cannot change. */
  @Provide
  Arbitrary<String> small() {
    return Arbitraries.of("{a|b}", "{2::a|b {c|d}}", "{0-1$$a|b}", "x", "{", "}", "|", " ")
        .list()
        .ofMaxSize(6)
        .map(pieces -> String.join("", pieces));
  }
}
