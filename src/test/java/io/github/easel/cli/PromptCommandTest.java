package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.app.PromptReport;
import io.github.easel.app.PromptReport.Chunk;
import io.github.easel.app.PromptReport.Part;
import io.github.easel.app.PromptReport.Phase;
import io.github.easel.app.PromptReport.Run;
import io.github.easel.app.PromptReport.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptCommandTest {

  private static final PromptReport REPORT =
      new PromptReport(
          List.of(
              new Part(
                  1,
                  List.of(
                      new Phase(
                          List.of(new Span(1, 1), new Span(3, 5)),
                          List.of(
                              List.of(new Run("a ", 1), new Run("cat", 1.1 * 1.1)),
                              List.of(new Run("ვაშლი", 1))),
                          List.of(new Chunk(2, 75, "a cat"), new Chunk(4, 75, "ვაშლი")),
                          79,
                          150))),
              new Part(
                  -0.5,
                  List.of(
                      new Phase(
                          List.of(new Span(1, 5)),
                          List.of(List.of(new Run("rain", 1))),
                          List.of(new Chunk(1, 75, "rain")),
                          1,
                          75)))),
          List.of("<lora:ink:0.8>"),
          79,
          150);

  private final CommandLineHarness cli;

  PromptCommandTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
    cli.services.prompt = REPORT;
  }

  @Test
  void showsHowAPromptIsUnderstood() {
    assertThat(cli.run("prompt", "a cat")).isZero();

    assertThat(cli.out())
        .isEqualTo(
            """
            tokens: 79 of 150
            part 1, weight 1
              steps 1, 3–5
                1 × a
                1.21 × cat
                BREAK
                1 × ვაშლი
                chunk 1, 2 of 75 tokens: a cat
                chunk 2, 4 of 75 tokens: ვაშლი
            part 2, weight -0.5
              steps 1–5
                1 × rain
                chunk 1, 1 of 75 tokens: rain
            cannot be used yet: <lora:ink:0.8>
            """);
    assertThat(cli.err()).isEmpty();
    assertThat(cli.services.prompts).containsExactly("a cat|POSITIVE|starter|A1111|4");
    assertThat(cli.services.closed).isTrue();
  }

  @Test
  void asksAsItWasTold() {
    assertThat(
            cli.run(
                "prompt",
                "@cat++",
                "--model",
                "other",
                "--syntax",
                "invoke",
                "--steps",
                "7",
                "--as-negative",
                "--tokenizer",
                "t"))
        .isZero();

    assertThat(cli.services.prompts).containsExactly("@cat++|NEGATIVE|other|INVOKE|7");
    assertThat(cli.services.opened.get(0).tokenizer())
        .isEqualTo(Optional.of(cli.folder.resolve("t")));
  }

  @Test
  void writesOneObject() {
    assertThat(cli.run("prompt", "a cat", "--json")).isZero();

    assertThat(cli.out()).matches("[ -~]+\n");
    JsonNode event = cli.events().get(0);
    assertThat(event.get("event").textValue()).isEqualTo("prompt");
    assertThat(event.get("used").intValue()).isEqualTo(79);
    assertThat(event.get("limit").intValue()).isEqualTo(150);
    assertThat(event.get("extras")).hasToString("[\"<lora:ink:0.8>\"]");
    JsonNode phase = event.at("/parts/0/phases/0");
    assertThat(phase.get("steps")).hasToString("[[1,1],[3,5]]");
    assertThat(phase.at("/segments/0/1/text").textValue()).isEqualTo("cat");
    assertThat(phase.at("/segments/0/1/weight").doubleValue()).isEqualTo(1.1 * 1.1);
    assertThat(phase.at("/chunks/1/text").textValue()).isEqualTo("ვაშლი");
    assertThat(phase.at("/chunks/1/used").intValue()).isEqualTo(4);
    assertThat(phase.at("/chunks/1/room").intValue()).isEqualTo(75);
    assertThat(event.at("/parts/1/weight").doubleValue()).isEqualTo(-0.5);
  }

  @Test
  void speaksGeorgian() {
    cli.locale = Locale.forLanguageTag("ka");
    assertThat(cli.run("prompt", "a cat")).isZero();
    assertThat(cli.out()).startsWith("ტოკენები: 79 / 150\nნაწილი 1, წონა 1\n  ნაბიჯები 1, 3–5\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1001"})
  void refusesStepsOutOfRange(String steps) {
    assertThat(cli.run("prompt", "a", "--steps", steps)).isEqualTo(2);
    assertThat(cli.err()).contains("Steps " + steps + ": choose a whole number from 1 to 1000.");
    assertThat(cli.services.opened).isEmpty();
  }

  @Test
  void saysWhenThereIsNoModel() {
    cli.services.models = List.of();
    assertThat(cli.run("prompt", "a")).isEqualTo(3);
    assertThat(cli.err()).contains("There is no model called “starter”");
  }
}
