package io.github.easel.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfotextReaderTest {

  private static final String MODERN =
      """
      a cat (big:1.2)
      Negative prompt: dog
      Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7, Seed: 5, Size: 512x768, \
      Model hash: 0123456789, Model: sd15, Variation seed: 9, Variation seed strength: 0.5, \
      Seed resize from: 256x320, Denoising strength: 0.4, Clip skip: 2, ENSD: 31337, RNG: NV, \
      Hires upscale: 2, Lora hashes: "x: 0123456789ab", Emphasis: No norm, Version: v1.10.1""";

  @Test
  void namesEverySettingByItsMeaning() {
    FoundSettings found = InfotextReader.read(MODERN);

    assertThat(found.program()).isEqualTo(SourceProgram.A1111);
    assertThat(found.prompt()).isEqualTo(new Prompt("a cat (big:1.2)", "dog"));
    assertThat(found.settings())
        .containsExactly(
            FoundSetting.of(Meaning.STEPS, "Steps", "20"),
            FoundSetting.of(Meaning.SAMPLER, "Sampler", "DPM++ 2M"),
            FoundSetting.of(Meaning.SCHEDULE, "Schedule type", "Karras"),
            FoundSetting.of(Meaning.GUIDANCE, "CFG scale", "7"),
            FoundSetting.of(Meaning.SEED, "Seed", "5"),
            FoundSetting.of(Meaning.SIZE, "Size", "512x768"),
            FoundSetting.of(Meaning.INFORMATION, "Model hash", "0123456789"),
            FoundSetting.of(Meaning.MODEL, "Model", "sd15"),
            FoundSetting.of(Meaning.VARIATION_SEED, "Variation seed", "9"),
            FoundSetting.of(Meaning.VARIATION_STRENGTH, "Variation seed strength", "0.5"),
            FoundSetting.of(Meaning.RESIZED_FROM, "Seed resize from", "256x320"),
            FoundSetting.of(Meaning.UNKNOWN, "Denoising strength", "0.4"),
            FoundSetting.of(Meaning.CLIP_SKIP, "Clip skip", "2"),
            FoundSetting.of(Meaning.STEP_SEED_DELTA, "ENSD", "31337"),
            FoundSetting.of(Meaning.RANDOM, "RNG", "NV"),
            FoundSetting.of(Meaning.UNKNOWN, "Hires upscale", "2"),
            FoundSetting.of(Meaning.INFORMATION, "Lora hashes", "x: 0123456789ab"),
            FoundSetting.of(Meaning.EMPHASIS, "Emphasis", "No norm"),
            FoundSetting.of(Meaning.INFORMATION, "Version", "v1.10.1"));
  }

  @ParameterizedTest
  @CsvSource({
    "v1.10.1, A1111, GPU",
    "1.6.0-RC-3-gabc, A1111, GPU",
    "f2.0.1v1.10.1-previous-1, FORGE, GPU",
    "neo, FORGE, GPU",
    "Fooocus v2.5.5, FOOOCUS, CPU",
    "Easel 0.1.0, EASEL, CPU"
  })
  void tellsTheProgramByItsVersion(String version, SourceProgram program, String random) {
    FoundSettings found =
        InfotextReader.read("a\nSteps: 2, Sampler: Euler, Seed: 1, Version: " + version);

    assertThat(found.program()).isEqualTo(program);
    assertThat(found.first(Meaning.RANDOM))
        .contains(FoundSetting.implied(Meaning.RANDOM, "RNG", random));
  }

  @Test
  void readsKritasTextAsItsServerReadsIt() {
    FoundSettings found =
        InfotextReader.read(
            "a [cat] (big:1.2)\nNegative prompt: \nSteps: 20, Sampler: Default - DPM++ 2M,"
                + " CFG scale: 7.0, Seed: 1, Size: 512x512, Model hash: unknown, Model: dream");

    assertThat(found.program()).isEqualTo(SourceProgram.KRITA);
    assertThat(found.prompt().positive()).isEqualTo("a [cat] (big:1.2)");
    assertThat(found.prompt().reading().syntax()).isEqualTo(Syntax.COMFYUI);
    assertThat(found.prompt().negative()).isEmpty();
    assertThat(found.prompt().reading().emphasis()).isEqualTo(Emphasis.NO_NORM);
    assertThat(found.value(Meaning.RANDOM)).contains("CPU");
  }

  @ParameterizedTest
  @CsvSource({
    "DPM++ 2M, Schedule type: Automatic, v1.9.0, Karras",
    "DPM++ 2M SDE, Schedule type: Automatic, v1.10.1, Exponential",
    "DPM++ 2M, CFG scale: 7, v1.9.3, Karras",
    "DPM++ 2M, CFG scale: 7, f2.0.1v1.10.1, Karras",
    "DPM++ 2M, CFG scale: 7, v1.8.0, ''",
    "DPM++ 2M, CFG scale: 7, '', ''",
    "Euler a, Schedule type: Automatic, v1.10.1, ''",
    "DPM++ 2M, Schedule type: Uniform, v1.10.1, Uniform"
  })
  void knowsWhatAutomaticMeant(String sampler, String pair, String version, String schedule) {
    FoundSettings found =
        InfotextReader.read(
            "a\nSteps: 20, Sampler: %s, %s, Seed: 1, Version: %s"
                .formatted(sampler, pair, version));

    assertThat(found.value(Meaning.SCHEDULE).orElse("")).isEqualTo(schedule);
  }

  @Test
  void wordsAloneAreNoSettings() {
    assertThat(SettingsReader.of("a cat, time: 3:30, x")).isEmpty();
    assertThat(SettingsReader.of("")).isEmpty();
    assertThat(InfotextReader.read("a cat").settings()).isEqualTo(List.of());
  }

  @Test
  void etaOfDdimCountsWithDdimOnly() {
    String text = "a\nSteps: 20, Sampler: %s, Eta DDIM: 0.5";
    assertThat(InfotextReader.read(text.formatted("DDIM")).value(Meaning.ETA)).contains("0.5");
    assertThat(InfotextReader.read(text.formatted("Euler a")).value(Meaning.ETA)).isEmpty();
  }
}
