package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.easel.generation.Notice;
import io.github.easel.generation.Notice.Kind;
import io.github.easel.prompt.DynamicPrompts.Expansion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WildcardTest {

  @TempDir private Path folder;

  @Test
  void takesALineOfAFile() throws IOException {
    write("color.txt", "\ufeffred\r\n# not this\r\n\r\n  blue  \r\n");
    write("animals/cat.txt", "tabby\nსიამური");

    assertThat(all("a __color__ __animals/cat__"))
        .isEqualTo(
            new Expansion(
                List.of("a red tabby", "a red სიამური", "a blue tabby", "a blue სიამური"),
                List.of()));
    assertThat(random("a __color__ __animals/cat__", 3).texts()).containsExactly("a red სიამური");
  }

  @Test
  void linesAreTemplates() throws IOException {
    write("a.txt", "x {1|2}\ny __b__");
    write("b.txt", "z");

    assertThat(all("__a__").texts()).containsExactly("x 1", "x 2", "y z");
  }

  @Test
  void linesHaveWeights() throws IOException {
    write("a.txt", "0::never\n1::always");

    assertThat(IntStream.range(0, 50).mapToObj(seed -> random("__a__", seed).texts().get(0)))
        .containsOnly("always");
  }

  @Test
  void severalDifferentLines() throws IOException {
    write("a.txt", "1\n2\n3");

    assertThat(all("{2$$__a__}").texts()).containsExactly("1, 2", "1, 3", "2, 3");
    assertThat(random("{3$$ $$__a__}", 1).texts().get(0).split(" ")).containsOnly("1", "2", "3");
  }

  @Test
  void starsStandForNames() throws IOException {
    write("color-warm.txt", "red");
    write("color-cold.txt", "blue");
    write("deep/color-dark.txt", "black");
    write("shape.txt", "round");

    assertThat(all("__col*__").texts()).containsExactly("blue", "red");
    assertThat(all("__**color*__").texts()).containsExactly("blue", "red", "black");
    assertThat(all("__deep/*__").texts()).containsExactly("black");
    assertThat(all("__*e/none*__").notices())
        .containsExactly(new Notice(Kind.WILDCARD_MISSING, "*e/none*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "**", "*a", "**a", "*a**"})
  void manyStarsAreAsQuickAsFew(String stars) throws IOException {
    write("a".repeat(100) + ".txt", "1");
    write("a/a/".repeat(7) + "a".repeat(50) + ".txt", "2");
    String name = stars.repeat(40) + "x";

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(all("__" + name + "__").notices())
                .containsExactly(new Notice(Kind.WILDCARD_MISSING, name)));
  }

  @Test
  void whatIsMissingStaysAndIsToldOnce() {
    Expansion expansion = random("__nothing__ and __nothing__", 1);
    assertThat(expansion.texts()).containsExactly("__nothing__ and __nothing__");
    assertThat(expansion.notices()).containsExactly(new Notice(Kind.WILDCARD_MISSING, "nothing"));

    Path none = folder.resolve("none");
    assertThat(new DynamicPrompts(new WildcardFolder(none)).all("{2$$__a__}", 5))
        .isEqualTo(
            new Expansion(List.of("__a__"), List.of(new Notice(Kind.WILDCARD_MISSING, "a"))));
  }

  @Test
  void emptyFilesAreTold() throws IOException {
    write("a.txt", "# nothing\n\n");

    assertThat(random("__a__", 1))
        .isEqualTo(
            new Expansion(List.of("__a__"), List.of(new Notice(Kind.WILDCARD_UNUSABLE, "a"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../secret", "a/../../secret", "..", "/etc/passwd", "a/.."})
  void noNameLeadsOutOfTheFolder(String name) throws IOException {
    Path inside = folder.resolve("wildcards");
    Files.createDirectories(inside.resolve("a"));
    write("secret.txt", "secret");

    Expansion expansion =
        new DynamicPrompts(new WildcardFolder(inside)).random("__" + name + "__", 1);
    assertThat(expansion.texts()).containsExactly("__" + name + "__");
    assertThat(expansion.notices()).containsExactly(new Notice(Kind.WILDCARD_OUTSIDE, name));
  }

  @Test
  void circlesEnd() throws IOException {
    write("a.txt", "__b__");
    write("b.txt", "x __a__");

    Notice circle = new Notice(Kind.WILDCARD_CIRCLE, "a → b → a");
    assertThat(random("__a__", 1)).isEqualTo(new Expansion(List.of("x __a__"), List.of(circle)));
    assertThat(all("__a__")).isEqualTo(new Expansion(List.of("x __a__"), List.of(circle)));
  }

  @Test
  void avalanchesEnd() throws IOException {
    write("a0.txt", "end");
    for (int i = 1; i < 12; i++) {
      write("a" + i + ".txt", ("__a" + (i - 1) + "__ ").repeat(50));
    }

    Expansion expansion = random("__a11__", 1);
    assertThat(expansion.texts().get(0)).hasSizeBetween(10_000, DynamicPrompts.MOST_CHARACTERS);
    assertThat(expansion.notices()).containsExactly(new Notice(Kind.PROMPT_OVERGROWN, "100000"));
    assertThat(all("__a11__").notices()).extracting(Notice::kind).contains(Kind.PROMPT_OVERGROWN);
  }

  @Test
  void hugeFilesAreRead() throws IOException {
    write(
        "huge.txt",
        IntStream.range(0, 300_000).mapToObj(i -> "entry " + i).collect(Collectors.joining("\n")));

    DynamicPrompts prompts = new DynamicPrompts(new WildcardFolder(folder));
    for (int seed = 0; seed < 20; seed++) {
      assertThat(prompts.random("__huge__", seed).texts().get(0)).startsWith("entry ");
    }
    assertThat(prompts.all("__huge__", 10).texts()).hasSize(10).contains("entry 9");
  }

  @Test
  void otherEncodingsAreReadAsWellAsTheyCan() throws IOException {
    Files.write(folder.resolve("a.txt"), new byte[] {'c', 'a', 'f', (byte) 0xe9, '\n'});

    assertThat(random("__a__", 1).texts()).containsExactly("caf\ufffd");
  }

  private Expansion random(String template, long seed) {
    return new DynamicPrompts(new WildcardFolder(folder)).random(template, seed);
  }

  private Expansion all(String template) {
    return new DynamicPrompts(new WildcardFolder(folder)).all(template, 100);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
