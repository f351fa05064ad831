package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.MessageFiles;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineProgramTest {

  private final CommandLineHarness cli;

  CommandLineProgramTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void withoutArgumentsTheWindowOpens() {
    cli.windowCode = 5;

    assertThat(cli.run()).isEqualTo(5);

    assertThat(cli.windowsOpened).isEqualTo(1);
    assertThat(cli.out() + cli.err()).isEmpty();
  }

  @Test
  void theExampleIsDrawnIntoTheCurrentFolder() {
    cli.terminal = true;

    assertThat(cli.program().drawExample()).isZero();

    assertThat(cli.files()).containsExactly("easel.png");
    assertThat(cli.services.requests)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.prompt())
                  .isEqualTo(Prompt.of("a red apple on a white background"));
              assertThat(request.size()).isEqualTo(new ImageSize(64, 64));
            });
    assertThat(cli.err()).contains("[########################] step 4/4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gallery",
        "gallery import",
        "gallery search",
        "gallery rebuild",
        "gallery export",
        "generate",
        "grid",
        "inspect",
        "models",
        "models list",
        "models inspect",
        "models import",
        "models remove",
        "prompt",
        "samplers",
        "styles"
      })
  void everyCommandHasHelpAndAVersion(String command) {
    String[] words = command.isEmpty() ? new String[0] : command.split(" ", -1);

    assertThat(cli.run(with(words, "--help"))).isZero();
    assertThat(cli.out())
        .startsWith("Usage: easel")
        .contains("Show this help and end.", "Show the version and end.");
    assertThat(cli.run(with(words, "--version"))).isZero();
    assertThat(cli.out()).endsWith("Easel 0.1.0\n");
    assertThat(cli.err()).isEmpty();
  }

  @Test
  void helpExplainsEveryOption() {
    cli.run("generate", "--help");

    assertThat(cli.out())
        .contains("Makes pictures from words and prints the names of their files.")
        .contains("What the picture should show.")
        .contains("130   cancelled");
    for (String option :
        List.of(
            "--negative=TEXT",
            "--model=NAME|PATH",
            "--steps=N",
            "--guidance=X",
            "--sampler=NAME",
            "--seed=N",
            "--size=WxH",
            "--count=N",
            "--device=auto|cpu|cuda",
            "--output=FILE.png|DIR",
            "--json",
            "--quiet",
            "--tokenizer=DIR",
            "--dump-latents=FILE.safetensors",
            "--style=NAME",
            "--dynamic",
            "--combinations=N",
            "--matrix",
            "--wildcards=DIR",
            "--dry-run")) {
      assertThat(cli.out()).contains(option);
    }
  }

  @Test
  void helpSpeaksGeorgian() {
    cli.locale = Locale.forLanguageTag("ka");

    cli.run("generate", "--help");

    assertThat(cli.out()).startsWith("გამოყენება: easel generate").contains("რა უნდა ჩანდეს");
  }

  @Test
  void listsModels() {
    assertThat(cli.run("models", "list")).isZero();

    assertThat(cli.out())
        .startsWith(
            """
            starter
              folder: FOLDER
              size: 64x64
              defaults: DDIM, 4 steps, guidance 7.5
            other
            """
                .replace("FOLDER", Path.of("models", "starter").toString()));
    assertThat(cli.services.closed).isTrue();
  }

  @Test
  void inspectsAModel() {
    assertThat(cli.run("models", "inspect", "m")).isZero();

    assertThat(cli.out())
        .isEqualTo(
            """
            m
              family: Stable Diffusion 1.x
              prediction: epsilon
              unet: FILE, 12.3 MB
                input: sample float32[2, 4, 8, 8]
                output: out_sample float32[2, 4, 8, 8]
            """
                .replace("FILE", cli.folder.resolve("m").resolve("unet.onnx").toString()));
  }

  @Test
  void listsSamplers() {
    assertThat(cli.run("samplers")).isZero();

    assertThat(cli.out())
        .contains("DPM++ 2M: ")
        .contains("DPMSolverMultistepScheduler, dpmpp_2m\n")
        .contains("    schedules: Automatic, SGM Uniform\n")
        .contains("\nKarras: ");
    for (SamplerKind kind : SamplerKind.values()) {
      assertThat(cli.out()).contains(kind.label() + ": ");
    }
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() {
    MessageFiles.assertAgree(CommandLineProgram.class);
  }

  private static String[] with(String[] words, String last) {
    String[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = last;
    return all;
  }
}
