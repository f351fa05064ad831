package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitCodeTest {

  private final CommandLineHarness cli;

  ExitCodeTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "MODEL_NOT_FOUND, 3",
    "MODEL_FILE_MISSING, 3",
    "MODEL_FILE_UNUSABLE, 3",
    "MODEL_UNSUPPORTED, 3",
    "DEVICE_UNAVAILABLE, 3",
    "OUT_OF_MEMORY, 4",
    "CANCELLED, 130",
    "NOT_FINITE, 1",
    "DOWNLOAD_FAILED, 1",
    "FILE_UNWRITABLE, 1",
    "FILE_UNREADABLE, 1",
    "INTERNAL, 1"
  })
  void everyFailureHasItsCodeAndItsSentence(Failure failure, int code) {
    cli.services.atStep =
        () -> {
          throw new GenerationException(failure, "facts for the log", "one", "two", "three");
        };

    assertThat(cli.run("generate", "a")).isEqualTo(code);

    assertThat(cli.err().lines().reduce("", (first, last) -> last))
        .matches("easel: [A-Z].*[.]")
        .doesNotContain("facts for the log");
    assertThat(cli.err()).doesNotContain("\tat ");
    assertThat(cli.services.closed).isTrue();
    assertThat(cli.files()).isEmpty();
  }

  @Test
  void aFullHeapIsOutOfMemory() {
    cli.services.atStep =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };

    assertThat(cli.run("generate", "a")).isEqualTo(4);
    assertThat(cli.err()).contains("There is not enough memory for the picture");
  }

  @Test
  void whatNobodyForesawIsASentenceToo() {
    cli.services.atStep =
        () -> {
          throw new IllegalArgumentException("a bug");
        };
    assertThat(cli.run("generate", "a")).isEqualTo(1);

    cli.services.atStep =
        () -> {
          throw new UnsatisfiedLinkError("no native library");
        };
    assertThat(cli.run("generate", "a")).isEqualTo(1);

    assertThat(cli.err()).contains("a bug", "no native library").doesNotContain("\tat ");
  }

  @Test
  void modelsThatAreNotThere() {
    assertThat(cli.run("generate", "a", "--model", "nothing")).isEqualTo(3);
    assertThat(cli.err()).contains("There is no model called “nothing”");

    cli.services.models = List.of();
    assertThat(cli.run("generate", "a")).isEqualTo(3);
    assertThat(cli.err()).contains("There is no model called “starter”");
  }

  @Test
  void cancellingLeavesNoFile() {
    cli.services.atStep =
        () -> {
          throw new GenerationException(Failure.CANCELLED, "cancelled");
        };
    cli.terminal = true;

    assertThat(cli.run("generate", "a", "--output", "x.png")).isEqualTo(130);

    assertThat(cli.err()).endsWith("\reasel: The picture was cancelled.\n");
    assertThat(cli.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--steps 0 | Steps 0: choose a whole number from 1 to 1000.",
        "--steps 1001 | Steps 1001: choose",
        "--steps many | 'many' is no whole number",
        "--guidance -1 | Guidance -1.0: choose a number from 0 to 100.",
        "--guidance NaN | Guidance NaN: choose",
        "--size 250x256 | Size 250x256: width and height must be multiples of 8",
        "--size big | Size “big”: write it as WIDTHxHEIGHT",
        "--seed -1 | Seed -1: choose a whole number from 0",
        "--seed 9223372036854775807 | seeds of all pictures included",
        "--seed x | 'x' is no whole number",
        "--count 0 | Count 0: choose a whole number from 1 to 10000.",
        "--sampler magic | no sampler is called 'magic'; the nearest are: DDIM",
        "--device tpu | no device is called 'tpu'; choose one of: auto, cpu, cuda.",
        "--output x.jpg | Output 'x.jpg': end the name in .png",
        "--output .png | Output '.png': end the name in .png",
        "--output | Missing required parameter for option '--output'",
        "--nonsense 1 | Unknown options: '--nonsense', '1'",
        "more | Unmatched argument at index 2: 'more'"
      })
  void commandLinesThatMakeNoSense(String options, String message) {
    String[] given = options.split(" ", -1);
    String[] args = new String[given.length + 2];
    args[0] = "generate";
    args[1] = "a";
    System.arraycopy(given, 0, args, 2, given.length);

    assertThat(cli.run(args)).isEqualTo(2);

    assertThat(cli.err())
        .contains(message)
        .contains("Try 'easel generate --help'.")
        .doesNotContain("Exception", "\tat ");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.services.opened).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--output", "--tokenizer", "--dump-latents"})
  void namesThatNoFileCanHave(String option) {
    assertThat(cli.run("generate", "a", option, "x\0.png")).isEqualTo(2);

    assertThat(cli.err())
        .contains("'x\0.png' cannot be the name of a file or folder on this system.")
        .doesNotContain("Exception", "\tat ");
    assertThat(cli.services.opened).isEmpty();
  }

  @Test
  void otherWrongCommands() {
    assertThat(cli.run("generate")).isEqualTo(2);
    assertThat(cli.run("paint")).isEqualTo(2);
    assertThat(cli.run("models")).isEqualTo(2);
    assertThat(cli.run("models", "inspect")).isEqualTo(2);

    assertThat(cli.err())
        .contains("Say what the picture should show, or give --from")
        .contains("'paint'", "Try 'easel --help'.", "Try 'easel models --help'.");
  }

  @Test
  void wrongValuesAreExplainedInGeorgian() {
    cli.locale = Locale.forLanguageTag("ka");

    assertThat(cli.run("generate", "a", "--sampler", "magic")).isEqualTo(2);

    assertThat(cli.err()).contains("სემპლერი 'magic' არ არსებობს", "დახმარება: 'easel generate");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsFoundOutBeforeTheWork() throws IOException {
    Files.writeString(cli.folder.resolve("file"), "in the way");

    assertThat(cli.run("generate", "a", "--output", "file/x.png")).isEqualTo(1);

    assertThat(cli.err()).contains("is not a folder");
    assertThat(cli.services.opened).isEmpty();
  }
}
