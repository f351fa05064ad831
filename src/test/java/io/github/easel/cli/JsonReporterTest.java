package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReporterTest {

  private final CommandLineHarness cli;

  JsonReporterTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void oneObjectALineForEveryStepAndPicture() {
    int code = cli.run("generate", "a", "--json", "--count", "2", "--seed", "5", "--steps", "3");

    assertThat(code).isZero();
    assertThat(cli.err()).isEmpty();
    assertThat(cli.events())
        .extracting(event -> event.get("event").textValue())
        .containsExactly("step", "step", "step", "image", "step", "step", "step", "image");
    JsonNode step = cli.events().get(5);
    assertThat(step)
        .hasToString(
            "{\"event\":\"step\",\"image\":2,\"images\":2,\"seed\":6,\"step\":2,\"steps\":3,"
                + "\"seconds_per_step\":1.25,\"seconds_left\":1.25}");
  }

  @Test
  void theLastLineNamesFilesSeedsAndSeconds() {
    cli.run("generate", "a", "--json", "--count", "2", "--seed", "5");

    JsonNode last = cli.events().get(cli.events().size() - 1);
    String first = cli.folder.resolve("easel-5.png").toString();
    String second = cli.folder.resolve("easel-6.png").toString();
    assertThat(last.get("file").textValue()).isEqualTo(second);
    assertThat(last.get("files")).extracting(JsonNode::textValue).containsExactly(first, second);
    assertThat(last.get("seed").longValue()).isEqualTo(6);
    assertThat(last.get("seeds")).hasToString("[5,6]");
    assertThat(last.get("seconds").doubleValue()).isEqualTo(6.75);
    assertThat(last.get("stages"))
        .hasToString(
            "{\"loading\":1.0,\"encoding\":0.25,\"sampling\":5.0,\"denoiser\":4.5,"
                + "\"decoding\":0.5}");
    assertThat(last.get("device").textValue()).isEqualTo("CPU");
    assertThat(last.get("size").textValue()).isEqualTo("64x64");
  }

  @Test
  void textsAreAsciiAndComeBackWhole() {
    cli.services.notices = List.of(new Notice(Notice.Kind.PROMPT_TRUNCATED, "ვაშლი\n🍎"));

    cli.run("generate", "a", "--json", "--output", "x.png");

    assertThat(cli.out()).matches("[ -~\n]+");
    JsonNode notice = cli.events().get(cli.events().size() - 1).at("/notices/0");
    assertThat(notice.get("kind").textValue()).isEqualTo("PROMPT_TRUNCATED");
    assertThat(notice.get("message").textValue()).contains("“ვაშლი\n🍎”");
  }

  @Test
  void aFailureIsTheLastLine() {
    cli.services.atStep =
        () -> {
          throw new GenerationException(Failure.NOT_FINITE, "nan", "3");
        };

    assertThat(cli.run("generate", "a", "--json")).isEqualTo(1);

    assertThat(cli.err()).isEmpty();
    assertThat(cli.events().get(cli.events().size() - 1))
        .hasToString(
            "{\"event\":\"error\",\"failure\":\"NOT_FINITE\",\"message\":\"The picture broke at"
                + " step 3 because its numbers went out of range: try a lower guidance or another"
                + " sampler.\"}");
  }

  @Test
  void aWrongCommandLineIsAnErrorToo() {
    assertThat(cli.run("generate", "a", "--json", "--steps", "0")).isEqualTo(2);
    assertThat(cli.run("generate", "a", "--json", "--stps", "0")).isEqualTo(2);

    assertThat(cli.events())
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.get("event").textValue()).isEqualTo("error");
              assertThat(event.get("failure").textValue()).isEqualTo("USAGE");
            });
  }
}
