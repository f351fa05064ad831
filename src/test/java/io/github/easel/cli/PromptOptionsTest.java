package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Prompt;
import io.github.easel.image.PictureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptOptionsTest {

  private final CommandLineHarness cli;
  private final Path data;

  PromptOptionsTest(@TempDir Path folder, @TempDir Path data) {
    cli = new CommandLineHarness(folder);
    this.data = data;
  }

  @BeforeEach
  void useTheDataFolder() {
    cli.services.prompting =
        LocalServices.open(
            new Places(Path.of("none"), data, Path.of("none")),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  }

  @Test
  void withoutOptionsTheWordsStayAsTheyAre() {
    cli.run("generate", "{a|b} | __c__", "--seed", "1");

    assertThat(prompts()).containsExactly("{a|b} | __c__");
    assertThat(cli.err()).doesNotContain("prompt:");
  }

  @Test
  void aDryRunListsWordsAndSeedsAndOpensNothing() {
    cli.services.models = List.of();

    assertThat(
            cli.run(
                "generate",
                "a {red|green|blue} {cat|dog}",
                "--negative",
                "dark",
                "--dynamic",
                "--seed",
                "0",
                "--count",
                "2",
                "--dry-run"))
        .isZero();

    assertThat(cli.out())
        .isEqualTo(
            """
            1/2 seed: 0
              prompt: a blue cat
              negative: dark
            2/2 seed: 1
              prompt: a green dog
              negative: dark
            """);
    assertThat(cli.services.requests).isEmpty();
    assertThat(cli.files()).isEmpty();
  }

  @Test
  void eachPictureOfABatchIsAsIfMadeAlone() {
    cli.run("generate", "a {red|green|blue} {cat|dog}", "--dynamic", "--seed", "0", "--count", "2");
    cli.run("generate", "a {red|green|blue} {cat|dog}", "--dynamic", "--seed", "1");

    assertThat(cli.services.requests.get(1)).isEqualTo(cli.services.requests.get(2));
    assertThat(prompts()).containsExactly("a blue cat", "a green dog", "a green dog");
    assertThat(cli.err()).contains("1/2 seed: 0\n  prompt: a blue cat\n");
  }

  @Test
  void thePictureKeepsItsFinalWords() {
    cli.run("generate", "{cat}", "--style", "cartoon", "--dynamic", "--seed", "5");

    assertThat(PictureFile.settings(cli.folder.resolve("easel-5.png")).toString())
        .contains("cat, cartoon")
        .doesNotContain("{cat}");
  }

  @Test
  void allCombinationsHaveTheSameSeeds() {
    cli.run("generate", "{a|b} c", "--combinations", "10", "--seed", "3", "--count", "2");

    assertThat(prompts()).containsExactly("a c", "a c", "b c", "b c");
    assertThat(cli.services.requests)
        .extracting(GenerationRequest::seed)
        .containsExactly(3L, 4L, 3L, 4L);
    assertThat(cli.files())
        .containsExactly("easel-3-2.png", "easel-3.png", "easel-4-2.png", "easel-4.png");
  }

  @Test
  void aMatrixHasEverySetOfTheOptions() {
    cli.run("generate", "a | b | c", "--matrix", "--seed", "3", "--output", "m.png");

    assertThat(prompts()).containsExactly("a", "a, b", "a, c", "a, b, c");
    assertThat(cli.files()).containsExactly("m-1.png", "m-2.png", "m-3.png", "m-4.png");
  }

  @Test
  void stylesAreAppliedInOrder() throws IOException {
    Files.writeString(
        data.resolve("styles.csv"),
        "name,prompt,negative_prompt\nMine,very {prompt},blur\nCartoon,{prompt}!,\n");

    cli.run("generate", "a cat # soft", "--style", "mine", "--style", "CARTOON", "--style", "ღამე");

    assertThat(cli.services.requests)
        .extracting(GenerationRequest::prompt)
        .containsExactly(new Prompt("very a cat ! at night", "blur"));
  }

  @Test
  void wildcardsAreTakenFromTheirFolder() throws IOException {
    Files.createDirectories(data.resolve("wildcards"));
    Files.writeString(data.resolve("wildcards/c.txt"), "red");
    Files.createDirectories(cli.folder.resolve("other"));
    Files.writeString(cli.folder.resolve("other/c.txt"), "blue");

    cli.run("generate", "__c__", "--dynamic");
    cli.run("generate", "__c__", "--dynamic", "--wildcards", "other");

    assertThat(prompts()).containsExactly("red", "blue");
  }

  @Test
  void aFolderOfWildcardsThatIsNoneIsRefused() {
    assertThat(cli.run("generate", "__c__", "--dynamic", "--wildcards", "nowhere")).isEqualTo(1);
    assertThat(cli.err()).contains("nowhere", "it is no folder");
  }

  @Test
  void aMissingWildcardIsTold() {
    assertThat(cli.run("generate", "a __c__", "--dynamic")).isZero();

    assertThat(prompts()).containsExactly("a __c__");
    assertThat(cli.err()).contains("The wildcard “c” has no file");
  }

  @Test
  void programsReadPlansAndNotices() {
    cli.run("generate", "{a|b|c}", "--combinations", "2", "--seed", "9", "--dry-run", "--json");

    List<JsonNode> events = cli.events();
    assertThat(events).hasSize(3);
    assertThat(events.get(0).toString())
        .startsWith("{\"event\":\"notice\",\"kind\":\"COMBINATIONS_CUT\"");
    assertThat(events.get(1).toString())
        .isEqualTo(
            "{\"event\":\"plan\",\"image\":1,\"images\":2,\"seed\":9,\"prompt\":\"a\","
                + "\"negative_prompt\":\"\"}");
    assertThat(events.get(2).path("prompt").asText()).isEqualTo("b");
  }

  @Test
  void theLastEventHasTheFinalPrompt() {
    cli.run("generate", "{a}", "--negative", "{n}", "--dynamic", "--json");

    List<JsonNode> events = cli.events();
    JsonNode image = events.get(events.size() - 1);
    assertThat(image.path("prompt").asText()).isEqualTo("a");
    assertThat(image.path("negative_prompt").asText()).isEqualTo("n");
  }

  @Test
  void unknownStylesAreRefusedWithOthers() {
    assertThat(cli.run("generate", "a", "--style", "water painting")).isEqualTo(2);

    assertThat(cli.err())
        .contains("No style is called “water painting”", "Watercolor painting", "Oil painting");
    assertThat(cli.services.requests).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10001"})
  void senselessLimitsAreRefused(String limit) {
    assertThat(cli.run("generate", "a", "--combinations", limit)).isEqualTo(2);
    assertThat(cli.err()).contains("Combinations " + limit + ": choose");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dynamic", "--matrix", "--combinations=5"})
  void optionsForTypedWordsAreRefusedWithoutAny(String option) {
    cli.run("generate", "{a|b} | c", "--output", "a.png");

    assertThat(cli.run("generate", "--from", "a.png", option)).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err())
        .contains(option.replaceAll("=.*", "") + " expands words that are typed")
        .contains("give a prompt too");
    assertThat(cli.services.requests).hasSize(1);
    assertThat(cli.run("generate", "{c}", "--from", "a.png", option)).isZero();
  }

  @Test
  void tooManyPicturesAreRefused() {
    assertThat(cli.run("generate", "a" + "|b".repeat(14), "--matrix")).isEqualTo(2);
    assertThat(cli.err()).contains("make 16384 pictures, but at most 10000");
    assertThat(cli.run("generate", "a" + "|b".repeat(30), "--matrix")).isEqualTo(2);
    assertThat(cli.run("generate", "{a|b}", "--combinations", "2", "--count", "9999")).isEqualTo(2);
  }

  @Test
  void aDamagedFileOfStylesIsNamed() throws IOException {
    Files.writeString(data.resolve("styles.csv"), "name,prompt\na,\"b\n");

    assertThat(cli.run("styles")).isEqualTo(1);
    assertThat(cli.err()).contains("styles.csv cannot be read (line");
    assertThat(cli.run("generate", "a")).isZero();
  }

  @Test
  void listsStyles() {
    assertThat(cli.run("styles")).isZero();
    assertThat(cli.out())
        .contains("Cartoon\n  for: the starter model\n  prompt: {prompt}, cartoon\n")
        .contains("Oil painting\n  for: Stable Diffusion\n  prompt: oil painting of {prompt}")
        .contains("  negative: photograph,");
  }

  @Test
  void listsStylesInGeorgianAndForPrograms() {
    cli.run("styles", "--json");
    assertThat(cli.events())
        .hasSizeGreaterThan(24)
        .allSatisfy(event -> assertThat(event.path("event").asText()).isEqualTo("style"));

    cli.locale = Locale.forLanguageTag("ka");
    cli.run("styles");
    assertThat(cli.out()).contains("მულტფილმი\n  განკუთვნილია: საწყისი მოდელისთვის\n");
  }

  private List<String> prompts() {
    return cli.services.requests.stream().map(request -> request.prompt().positive()).toList();
  }
}
