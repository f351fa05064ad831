package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridCommandTest {

  private final CommandLineHarness cli;

  GridCommandTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  @Test
  void anAxisOfStrengthsIsEnoughForAVariationSeed() {
    int code =
        cli.run(
            "grid",
            "a cat",
            "--seed",
            "7",
            "--variation-seed",
            "9",
            "--x",
            "variation-strength=.25,1");
    assertThat(code).as(cli.err()).isZero();
    assertThat(cli.services.requests)
        .extracting(request -> request.seeding().variation().orElseThrow())
        .containsExactly(new Variation(9, 0.25), new Variation(9, 1));
    assertThat(cli.run("grid", "a cat", "--variation-seed", "9", "--x", "steps=1,2")).isEqualTo(2);
  }

  @Test
  void drawsEveryCombinationOntoOneSheet() {
    int code =
        cli.run(
            "grid",
            "a cat",
            "--seed",
            "7",
            "--x",
            "sampler=DDIM,DDPM",
            "--y",
            "steps=2,3",
            "--guidance",
            "2",
            "--negative",
            "dark");

    assertThat(code).as(cli.err()).isZero();
    assertThat(cli.services.requests)
        .extracting(request -> request.sampling().sampler() + " " + request.sampling().steps())
        .containsExactly("DDIM 2", "DDPM 2", "DDIM 3", "DDPM 3");
    assertThat(cli.services.requests)
        .allMatch(request -> request.seed() == 7 && request.sampling().guidanceScale() == 2);
    assertThat(cli.files()).containsExactly("easel-grid.png");
    assertThat(cli.out()).isEqualTo(cli.folder.resolve("easel-grid.png") + "\n");
    assertThat(cli.err())
        .contains("4 pictures on a sheet of ", "4/4 done in 6.75 s", "4 of 4 pictures in ");
    assertThat(PictureFile.settings(cli.folder.resolve("easel-grid.png")))
        .get()
        .isInstanceOfSatisfying(
            PictureSettings.Foreign.class,
            text ->
                assertThat(text.infotext().settings())
                    .containsEntry("X Type", "Sampler")
                    .containsEntry("Y Values", "2,3"));
    assertThat(cli.services.closed).isTrue();
  }

  @Test
  void oneRandomSeedServesAllPictures() {
    cli.run("grid", "a", "--x", "steps=1,2");
    cli.run("grid", "a", "--x", "steps=1,2");

    List<Long> seeds = cli.services.requests.stream().map(GenerationRequest::seed).toList();
    assertThat(seeds.get(0)).isEqualTo(seeds.get(1)).isNotEqualTo(seeds.get(2));
    assertThat(cli.files()).containsExactly("easel-grid-2.png", "easel-grid.png");
  }

  @Test
  void picturesAreKeptIfAsked() throws IOException {
    int code =
        cli.run(
            "grid",
            "a",
            "--seed",
            "7",
            "--x",
            "sampler=DDIM,DDPM",
            "--y",
            "size=16x16,24x16",
            "--cells",
            "parts",
            "--output",
            "sheets/all.png",
            "--quiet");

    assertThat(code).isZero();
    assertThat(cli.folder.resolve("sheets/all.png")).exists();
    try (Stream<Path> files = Files.list(cli.folder.resolve("parts"))) {
      assertThat(files.map(file -> file.getFileName().toString()).sorted())
          .containsExactly(
              "001-16x16-DDIM.png",
              "002-16x16-DDPM.png",
              "003-24x16-DDIM.png",
              "004-24x16-DDPM.png");
    }
    assertThat(PictureFile.settings(cli.folder.resolve("parts/004-24x16-DDPM.png")))
        .get()
        .isInstanceOfSatisfying(
            PictureSettings.Own.class,
            own -> {
              assertThat(own.provenance().request().size()).isEqualTo(new ImageSize(24, 16));
              assertThat(own.provenance().request().sampling().sampler())
                  .isEqualTo(SamplerKind.DDPM);
            });
    assertThat(cli.err()).isEmpty();
    assertThat(cli.out().lines()).hasSize(5);
  }

  @Test
  void tellsProgramsEverything() {
    cli.run(
        "grid",
        "a",
        "--seed",
        "7",
        "--x",
        "steps=2,3",
        "--z",
        "seed=1,2",
        "--json",
        "--cells",
        "parts");

    List<JsonNode> events = cli.events();
    assertThat(events).filteredOn(e -> e.get("event").textValue().equals("step")).hasSize(10);
    List<JsonNode> cells =
        events.stream().filter(e -> e.get("event").textValue().equals("cell")).toList();
    assertThat(cells).extracting(e -> e.get("number").intValue()).containsExactly(1, 2, 3, 4);
    assertThat(cells).extracting(e -> e.get("z").intValue()).containsExactly(0, 0, 1, 1);
    JsonNode last = events.get(events.size() - 1);
    assertThat(last.get("event").textValue()).isEqualTo("grid");
    assertThat(last.get("made").intValue()).isEqualTo(4);
    assertThat(last.get("failed").intValue()).isZero();
    assertThat(last.get("cancelled").booleanValue()).isFalse();
    assertThat(last.get("files")).hasSize(4);
    assertThat(last.get("width").intValue()).isPositive();
  }

  @Test
  void aFailedPictureIsToldAndTheRestGoesOn() {
    cli.services.atStep =
        () -> {
          if (cli.services.requests.size() == 2) {
            throw new GenerationException(Failure.NOT_FINITE, "NaN", "1");
          }
        };

    assertThat(cli.run("grid", "a", "--x", "steps=1-3")).isZero();

    assertThat(cli.err()).contains("picture 2: The picture broke at step 1", "2 of 3 pictures in");
    assertThat(cli.files()).containsExactly("easel-grid.png");
  }

  @Test
  void aFailureThatEndsTheGridLeavesWhatIsFinished() {
    cli.services.atStep =
        () -> {
          if (cli.services.requests.size() == 3) {
            throw new GenerationException(Failure.DEVICE_UNAVAILABLE, "", "GPU", "unplugged");
          }
        };

    assertThat(cli.run("grid", "a", "--x", "seed=1-5", "--json")).isEqualTo(3);

    assertThat(cli.services.requests).hasSize(3);
    assertThat(cli.files()).containsExactly("easel-grid.png");
    List<JsonNode> events = cli.events();
    JsonNode grid = events.get(events.size() - 2);
    assertThat(grid.get("made").intValue()).isEqualTo(2);
    assertThat(grid.get("failed").intValue()).isEqualTo(1);
    assertThat(grid.get("cancelled").booleanValue()).isFalse();
    assertThat(events.get(events.size() - 1).get("failure").textValue())
        .isEqualTo("DEVICE_UNAVAILABLE");
  }

  @Test
  void aFailureBeforeTheFirstPictureLeavesNoSheet() {
    cli.services.atStep =
        () -> {
          throw new GenerationException(Failure.DEVICE_UNAVAILABLE, "", "GPU", "unplugged");
        };

    assertThat(cli.run("grid", "a", "--x", "seed=1-5")).isEqualTo(3);

    assertThat(cli.services.requests).hasSize(1);
    assertThat(cli.files()).isEmpty();
  }

  @Test
  void cancellingWritesWhatIsFinished() {
    InterruptedGrid.cancelAtThirdPicture(cli);

    int code = cli.run("grid", "a", "--x", "seed=1-5", "--json");

    assertThat(code).isEqualTo(130);
    assertThat(cli.files()).containsExactly("easel-grid.png");
    List<JsonNode> events = cli.events();
    JsonNode grid = events.get(events.size() - 2);
    assertThat(grid.get("event").textValue()).isEqualTo("grid");
    assertThat(grid.get("cancelled").booleanValue()).isTrue();
    assertThat(grid.get("made").intValue()).isEqualTo(2);
    assertThat(events.get(events.size() - 1).get("failure").textValue()).isEqualTo("CANCELLED");
  }

  /** The command cancels by a signal; here the service ends as it does then. */
  private static final class InterruptedGrid {
    static void cancelAtThirdPicture(CommandLineHarness cli) {
      cli.services.atStep =
          () -> {
            if (cli.services.requests.size() == 3) {
              throw new GenerationException(Failure.CANCELLED, "cancelled");
            }
          };
    }
  }

  @Test
  void theFirstModelOfAnAxisGivesTheSettings() {
    cli.run("grid", "a", "--x", "model=other,starter");

    assertThat(cli.services.requests)
        .extracting(GenerationRequest::model)
        .containsExactly("other", "starter");
    assertThat(cli.services.requests)
        .allMatch(request -> request.size().equals(new ImageSize(32, 32)));
  }

  @Test
  void aModelThatIsNotThereIsSaidBeforeAnyIsDrawnWith() {
    assertThat(cli.run("grid", "a", "--x", "model=starter,none")).isEqualTo(3);

    assertThat(cli.err()).contains("There is no model called “none”");
    assertThat(cli.services.requests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--seed 1 | A grid needs an axis: give --x FIELD=VALUES",
        "--x stairs=1 | No axis is called “stairs”: choose one of sampler, schedule",
        "--x steps | The axis “steps” cannot be read: write it as field=values",
        "--x steps=0 | Steps 0: choose a whole number from 1 to 1000.",
        "--x prompt=dog,cat | The words “dog” are neither in the prompt",
        "--x steps=1 --y steps=2 | Two axes change the same thing, steps",
        "--x sampler=Eulr | The axis sampler knows no “Eulr”: choose one of Euler,",
        "--x steps=1 --output x.jpg | end the name in .png",
        "--x size=4096x4096 --y seed=1-9 | The sheet would be ",
      })
  void whatCannotBeDrawnIsRefusedInWords(String options, String sentence) {
    assertThat(cli.run(("grid a " + options).split(" "))).isEqualTo(2);

    assertThat(cli.err()).contains(sentence);
    assertThat(cli.services.requests).isEmpty();
    assertThat(cli.files()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clip-skip=40 | CLIP-ის ფენების გამოტოვება 40: აირჩიეთ მთელი რიცხვი 1-დან 12-მდე.",
        "size=63x64 | ზომა 63x64: აირჩიეთ სიგანე და სიმაღლე, რომლებიც 8-ის ჯერადია",
      })
  void valuesOutOfRangeAreRefusedInGeorgian(String axis, String sentence) {
    cli.locale = Locale.forLanguageTag("ka");

    assertThat(cli.run("grid", "a", "--x", axis)).isEqualTo(2);

    assertThat(cli.err()).contains(sentence).doesNotContain("choose");
  }

  @Test
  void refusalsAreToldToProgramsToo() {
    cli.run("grid", "a", "--x", "steps=0", "--json");

    assertThat(cli.events().get(0).get("failure").textValue()).isEqualTo("USAGE");
  }

  @Test
  void noticesAreToldOnce() {
    cli.services.notices = List.of(new Notice(Notice.Kind.PROMPT_TRUNCATED, "tail"));

    cli.run("grid", "a", "--x", "steps=2,4");
    assertThat(cli.err()).containsOnlyOnce("so “tail” was left out");

    cli.run("grid", "a", "--x", "steps=2,4", "--json");
    assertThat(cli.out().split("\"kind\":\"PROMPT_TRUNCATED\"", -1)).hasSize(3);
  }

  @Test
  void showsOneLineOnATerminal() {
    cli.terminal = true;

    cli.run("grid", "a", "--x", "steps=2,4");

    assertThat(cli.err())
        .contains("[########################] 2/2 step 4/4", "2 of 2 pictures in ")
        .doesNotContain("1/2 done");
  }

  @Test
  void speaksGeorgian() {
    cli.locale = Locale.forLanguageTag("ka");

    cli.run("grid", "a", "--x", "steps=2,4");
    cli.run("grid", "a", "--x", "stairs=2,4");
    cli.run("grid", "--help");

    assertThat(cli.err()).contains("2 სურათი ფურცელზე", "ღერძი „stairs“ არ არსებობს");
    assertThat(cli.out()).contains("რა იცვლება სვეტიდან სვეტამდე");
  }
}
