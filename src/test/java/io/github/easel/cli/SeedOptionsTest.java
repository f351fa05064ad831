package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds, schedules and readings on the command line. */
class SeedOptionsTest {

  private final CommandLineHarness cli;

  SeedOptionsTest(@TempDir Path folder) {
    cli = new CommandLineHarness(folder);
  }

  private List<Seeding> seedings() {
    return cli.services.requests.stream().map(GenerationRequest::seeding).toList();
  }

  @Test
  void everyOptionArrives() {
    int code =
        cli.run(
            "generate",
            "a",
            "--seed",
            "7",
            "--random",
            "NV",
            "--variation-seed",
            "100",
            "--variation-strength",
            "0.25",
            "--seed-resize",
            "32x48",
            "--ensd",
            "31337",
            "--sampler",
            "DDPM",
            "--schedule",
            "karras",
            "--eta",
            "0.5",
            "--steps",
            "3",
            "--guidance",
            "2",
            "--clip-skip",
            "2",
            "--emphasis",
            "No norm",
            "--syntax",
            "INVOKE");

    assertThat(code).as(cli.err()).isZero();
    GenerationRequest request = cli.services.requests.get(0);
    assertThat(request.seeding())
        .isEqualTo(
            new Seeding(
                7,
                RandomKind.TORCH_CUDA,
                Optional.of(new Variation(100, 0.25)),
                Optional.of(new ImageSize(32, 48)),
                31337));
    assertThat(request.sampling())
        .isEqualTo(
            new Sampling(SamplerKind.DDPM, ScheduleKind.KARRAS, 3, 2, OptionalDouble.of(0.5)));
    assertThat(request.prompt().reading())
        .isEqualTo(new PromptReading(Syntax.INVOKE, Emphasis.NO_NORM, 2));
    assertThat(cli.err()).contains("seed: 7, variation 100 (0.25)");
  }

  @Test
  void aModelsScheduleStaysWithItsSampler() {
    cli.services.models =
        List.of(
            new ModelSummary(
                "m",
                Path.of("m"),
                new ImageSize(16, 16),
                new Sampling(
                    SamplerKind.DDIM, ScheduleKind.KARRAS, 4, 5, OptionalDouble.of(0.25))));

    cli.run("generate", "a");
    cli.run("generate", "a", "--sampler", "DDPM");

    assertThat(cli.services.requests)
        .extracting(GenerationRequest::sampling)
        .containsExactly(
            new Sampling(SamplerKind.DDIM, ScheduleKind.KARRAS, 4, 5, OptionalDouble.of(0.25)),
            new Sampling(SamplerKind.DDPM, 4, 5));
  }

  @Test
  void aBatchOfVariationsKeepsItsSeed() {
    cli.run(
        "generate",
        "a",
        "--seed",
        "7",
        "--variation-seed",
        "100",
        "--variation-strength",
        "0.1",
        "--count",
        "3",
        "--output",
        "x.png");

    assertThat(seedings()).extracting(Seeding::seed).containsExactly(7L, 7L, 7L);
    assertThat(seedings())
        .extracting(seeding -> seeding.variation().orElseThrow().seed())
        .containsExactly(100L, 101L, 102L);
    assertThat(cli.files()).containsExactly("x-1.png", "x-2.png", "x-3.png");
  }

  @Test
  void aVariationSeedThatIsNotGivenIsDrawnAndShown() {
    cli.run("generate", "a", "--seed", "7", "--variation-strength", "0.1", "--json");

    long drawn = seedings().get(0).variation().orElseThrow().seed();
    assertThat(drawn).isBetween(0L, 0xFFFFFFFFL);
    assertThat(cli.events().get(cli.events().size() - 1).get("variation_seed").longValue())
        .isEqualTo(drawn);
  }

  @Test
  void drawnSeedsLeaveRoomForABatchAndForTheStepsInNumpysGenerator() {
    for (int i = 0; i < 20; i++) {
      int code =
          cli.run(
              "generate",
              "a",
              "--random",
              "numpy",
              "--count",
              "2",
              "--ensd",
              "-4294967000",
              "--output",
              "x/");
      assertThat(code).as(cli.err()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--random dice | no generator is called 'dice'; choose one of: torch-cpu, torch-cuda,"
            + " numpy",
        "--schedule dice | no schedule is called 'dice'; choose one of: Automatic, Karras",
        "--emphasis dice | no emphasis is called 'dice'; choose one of: original, no-norm, ignore, none",
        "--syntax dice | no prompt syntax is called 'dice'; choose one of: a1111, invoke, comfyui, plain",
        "--variation-seed 3 | --variation-seed does nothing without --variation-strength",
        "--variation-strength 2 | Variation strength 2.0: choose a number from 0 to 1.",
        "--variation-seed -3 --variation-strength 1 | Seed -3: choose a whole number",
        "--eta 2 | Eta 2.0: choose a number from 0 to 1.",
        "--clip-skip 13 | Clip skip 13: choose a whole number from 1 to 12.",
        "--seed-resize 3 | Size “3”: write it as WIDTHxHEIGHT",
        "--random numpy --seed 4294967295 --count 2 | Seed 4294967296: the generator numpy takes",
        "--random numpy --seed 5 --ensd -6 | Seed -1: the generator numpy takes seeds from 0"
      })
  void wrongValuesAreRefusedBeforeAModelIsOpened(String options, String sentence) {
    String[] words = ("generate a " + options).split(" ");

    assertThat(cli.run(words)).isEqualTo(2);

    assertThat(cli.err()).contains(sentence);
    assertThat(cli.services.opened).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--random numpy --seed 5000000000 | საწყისი რიცხვი 5000000000: გენერატორი numpy იღებს",
        "--variation-seed -3 --variation-strength 1 | საწყისი რიცხვი -3: აირჩიეთ მთელი რიცხვი",
        "--variation-strength 2 | ვარიაციის სიძლიერე 2.0: აირჩიეთ რიცხვი 0-დან 1-მდე.",
        "--steps 0 | ნაბიჯები 0: აირჩიეთ მთელი რიცხვი 1-დან 1000-მდე.",
        "--guidance 101 | აღწერასთან სიახლოვე 101.0: აირჩიეთ რიცხვი 0-დან 100-მდე.",
        "--eta 3 | ეტა 3.0: აირჩიეთ რიცხვი 0-დან 1-მდე.",
        "--clip-skip 40 | CLIP-ის ფენების გამოტოვება 40: აირჩიეთ მთელი რიცხვი 1-დან 12-მდე.",
        "--size 63x64 | ზომა 63x64: აირჩიეთ სიგანე და სიმაღლე, რომლებიც 8-ის ჯერადია, 16-დან",
        "--seed-resize 3 | ზომა „3“: დაწერეთ როგორც"
      })
  void wrongValuesAreRefusedInGeorgian(String options, String sentence) {
    cli.locale = Locale.forLanguageTag("ka");

    assertThat(cli.run(("generate a " + options).split(" "))).isEqualTo(2);

    assertThat(cli.err()).contains(sentence).doesNotContain("choose");
  }

  @Test
  void speaksGeorgian() {
    cli.locale = Locale.forLanguageTag("ka");

    cli.run("generate", "a", "--seed", "7", "--variation-seed", "9", "--variation-strength", "0.1");

    assertThat(cli.err()).contains("საწყისი რიცხვი: 7, ვარიაცია 9 (0.1)");
  }
}
