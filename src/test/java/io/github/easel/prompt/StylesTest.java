package io.github.easel.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PromptReading;
import io.github.easel.prompt.BuiltInStyles.BuiltIn;
import io.github.easel.prompt.BuiltInStyles.Family;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylesTest {

  @TempDir private Path folder;

  @Test
  void thePlaceIsFilled() {
    StylePreset style = new StylePreset("s", "ink of {prompt}, {prompt}!", "not {prompt}");
    assertThat(style.appliedTo("a cat")).isEqualTo("ink of a cat, a cat!");
    assertThat(style.appliedToNegative("dark")).isEqualTo("not dark");
  }

  @Test
  void withoutAPlaceTheStyleFollows() {
    StylePreset style = new StylePreset("s", " ink ", "");
    assertThat(style.appliedTo("a cat ")).isEqualTo("a cat, ink");
    assertThat(style.appliedTo("")).isEqualTo("ink");
    assertThat(style.appliedToNegative("dark")).isEqualTo("dark");
    assertThat(style.appliedToNegative("")).isEmpty();
  }

  @Test
  void readsA1111sFile() throws IOException {
    assertThat(
            read(
                "\ufeffname,prompt,negative_prompt\r\n"
                    + "Ink,\"ink, {prompt}, \"\"fine\"\"\",\"a\nb\"\r\n"
                    + "\r\n"
                    + "Bare,only,\r\n"
                    + "Short,x\r\n"
                    + "Long,x,y,z,,\r\n"
                    + ",nameless,\r\n"
                    + "ტუში,\"ტუშით, {prompt}\",\r\n"))
        .containsExactly(
            new StylePreset("Ink", "ink, {prompt}, \"fine\"", "a\nb"),
            new StylePreset("Bare", "only", ""),
            new StylePreset("Short", "x", ""),
            new StylePreset("Long", "x", "y"),
            new StylePreset("ტუში", "ტუშით, {prompt}", ""));
  }

  @Test
  void readsOtherColumns() throws IOException {
    assertThat(read("negative_prompt,name,extra,text\nn,s,e,t\n"))
        .containsExactly(new StylePreset("s", "t", "n"));
    assertThat(read("name,prompt\ns,p")).containsExactly(new StylePreset("s", "p", ""));
    assertThat(read("name,prompt,negative_prompt\r\n")).isEmpty();
    assertThat(read("")).isEmpty();
  }

  @Test
  void readsWhatSpreadsheetsWithADecimalCommaWrite() throws IOException {
    assertThat(read("name;prompt;negative_prompt\nInk;{prompt}, ink;colour\n"))
        .containsExactly(new StylePreset("Ink", "{prompt}, ink", "colour"));
  }

  @Test
  void aFileWithoutNamesIsRefused() {
    assertThatThrownBy(() -> read("what,ever\na,b\n"))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("names no column 'name'");
  }

  @Test
  void aFileThatIsNoUtf8IsRefusedInWords() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> StylesCsv.read(file))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("it is no text in UTF-8");
  }

  @Test
  void whatIsNoCsvIsRefusedWithItsLine() throws IOException {
    Path file = folder.resolve("styles.csv");
    Files.writeString(file, "name,prompt\na,b\nc,\"never closed\n");
    assertThatThrownBy(() -> StylesCsv.read(file))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE);
              assertThat(e.details().get(0)).isEqualTo(file.toString());
              assertThat(e.details().get(1)).contains("line ");
            });
    assertThatThrownBy(() -> StylesCsv.read(folder.resolve("none.csv")))
        .isInstanceOf(GenerationException.class);
  }

  @Test
  void writesWhatA1111Reads() throws IOException {
    Path file = folder.resolve("styles.csv");
    StylesCsv.write(file, List.of(new StylePreset("Ink", "ink, {prompt}", "say \"no\"")));
    assertThat(Files.readString(file))
        .isEqualTo(
            "\ufeff\"name\",\"prompt\",\"negative_prompt\"\r\n\"Ink\",\"ink, {prompt}\",\"say \"\"no\"\"\"\r\n");
  }

  @Test
  void lineEndsOfAnyKindSurvive() {
    Path file = folder.resolve("styles.csv");
    StylePreset style = new StylePreset("s", "a\rb", "\n\r\n");
    StylesCsv.write(file, List.of(style));
    assertThat(StylesCsv.read(file)).containsExactly(style);
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll String prompt, @ForAll String negative) throws IOException {
    Path file = Files.createTempFile("styles", ".csv");
    try {
      // Lone surrogates are no characters; UTF-8 cannot say them.
      StylePreset style = new StylePreset("s", valid(prompt), valid(negative));
      StylesCsv.write(file, List.of(style));
      assertThat(StylesCsv.read(file)).containsExactly(style);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void theBuiltInStylesAreSound() {
    List<BuiltIn> styles = BuiltInStyles.all();
    assertThat(styles).filteredOn(s -> s.family() == Family.STARTER).hasSizeGreaterThan(11);
    assertThat(styles)
        .filteredOn(s -> s.family() == Family.STABLE_DIFFUSION)
        .hasSizeGreaterThan(11)
        .allSatisfy(s -> assertThat(s.preset().negative()).isNotBlank());
    assertThat(styles).extracting(s -> s.preset().name()).doesNotHaveDuplicates();
    assertThat(styles).extracting(BuiltIn::georgianName).doesNotHaveDuplicates();
    for (BuiltIn style : styles) {
      assertThat(style.georgianName()).containsPattern("[ა-ჰ]");
      assertThat(style.preset().prompt()).containsOnlyOnce("{prompt}");
      PromptScript script = Scripts.a1111(style.preset().appliedTo("a cat"), 20);
      assertThat(script)
          .isEqualTo(PromptParser.parse(style.preset().appliedTo("a cat"), Scripts.PLAIN, 20))
          .isEqualTo(
              PromptParser.parse(style.preset().appliedTo("a cat"), PromptReading.usual(), 20));
    }
  }

  private static String valid(String text) {
    return new String(
            text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            java.nio.charset.StandardCharsets.UTF_8)
        .replace("\ufeff", "");
  }

  private List<StylePreset> read(String text) throws IOException {
    Path file = folder.resolve("styles.csv");
    Files.writeString(file, text);
    return StylesCsv.read(file);
  }
}
