package io.github.easel.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Remark;
import io.github.easel.generation.Remark.Reason;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.generation.SourceRecord;
import io.github.easel.generation.UnderMask;
import io.github.easel.image.ProvenanceJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsImportTest {

  private static final KnownModel STARTER =
      new KnownModel("starter", new ImageSize(128, 128), new Sampling(SamplerKind.DDIM, 20, 4), 16);
  private static final KnownModel DREAM =
      new KnownModel(
          "Dream-Shaper", new ImageSize(512, 512), new Sampling(SamplerKind.DDPM, 9, 5), 64);
  private static final GenerationRequest DEFAULTS =
      new GenerationRequest(
          Prompt.of("unused"), "starter", STARTER.size(), STARTER.sampling(), 1234);

  @Test
  void fitsTheClipSkipToTheModelAndLeavesOutSizesThatNobodyDraws() {
    KnownModel small = new KnownModel("small", new ImageSize(128, 128), STARTER.sampling(), 16, 3);
    String text = "a cat\nSteps: 5, Sampler: DDIM, Seed: 1, Size: %s, Clip skip: 9";
    ImportedSettings imported =
        SettingsImport.apply(
            SettingsReader.of(text.formatted("99999999x99999999")).orElseThrow(),
            new GenerationRequest(Prompt.of(""), "small", small.size(), small.sampling(), 1),
            List.of(small));

    assertThat(imported.request().prompt().reading().clipSkip()).isEqualTo(3);
    assertThat(imported.request().size()).isEqualTo(small.size());
    assertThat(imported.notUnderstood())
        .anySatisfy(remark -> assertThat(remark.details()).contains("99999999x99999999"));
  }

  @Test
  void appliesWhatItKnows() {
    ImportedSettings imported =
        imported(
            "a cat\nNegative prompt: dog\nSteps: 12, Sampler: DDIM, CFG scale: 6.5, Seed: 77,"
                + " Size: 512x768, Model: dream_shaper, Variation seed: 9,"
                + " Variation seed strength: 0.25, Seed resize from: 256x320, Clip skip: 2,"
                + " ENSD: 31337, RNG: CPU, Eta: 0.5, Emphasis: No norm, Version: v1.10.1");

    GenerationRequest request = imported.request();
    assertThat(request.prompt().positive()).isEqualTo("a cat");
    assertThat(request.prompt().negative()).isEqualTo("dog");
    assertThat(request.prompt().reading().clipSkip()).isEqualTo(2);
    assertThat(request.prompt().reading().emphasis()).isEqualTo(Emphasis.NO_NORM);
    assertThat(request.model()).isEqualTo("Dream-Shaper");
    assertThat(request.size()).isEqualTo(new ImageSize(512, 768));
    assertThat(request.sampling())
        .isEqualTo(
            new Sampling(SamplerKind.DDIM, ScheduleKind.MODEL, 12, 6.5, OptionalDouble.of(0.5)));
    assertThat(request.seed()).isEqualTo(77);
    assertThat(request.seeding().random()).isEqualTo(RandomKind.TORCH_CPU);
    assertThat(request.seeding().variation()).contains(new Variation(9, 0.25));
    assertThat(request.seeding().resizedFrom()).contains(new ImageSize(256, 320));
    assertThat(request.seeding().stepSeedDelta()).isEqualTo(31337);
    assertThat(imported.changed()).isEmpty();
    assertThat(imported.notUnderstood()).isEmpty();
    assertThat(imported.applied())
        .contains(
            Remark.of(Reason.APPLIED, "Seed", "77"),
            Remark.of(Reason.APPLIED, "Model", "dream_shaper"),
            Remark.of(Reason.APPLIED, "ENSD", "31337"));
  }

  @Test
  void seedsOfTheGpuAreThoseOfPhilox() {
    ImportedSettings imported = imported("a\nSteps: 2, Sampler: DDIM, Seed: 7, Size: 64x64");

    assertThat(imported.request().seeding().random()).isEqualTo(RandomKind.TORCH_CUDA);
    assertThat(imported.applied()).contains(Remark.of(Reason.IMPLIED, "RNG", "GPU", "A1111"));
  }

  @Test
  void whatThePictureDoesNotSayIsTheModels() {
    GenerationRequest request = imported("a\nSeed: 1, Model: Dream-Shaper, Clip skip: 1").request();

    assertThat(request.size()).isEqualTo(DREAM.size());
    assertThat(request.sampling()).isEqualTo(DREAM.sampling());
    assertThat(imported("a\nSteps: 2, CFG scale: 3, Clip skip: 1").request().seed())
        .isEqualTo(1234);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Model: other.safetensors | MODEL_ELSEWHERE | other.safetensors, starter",
        "Size: 500x300 | SIZE_ROUNDED | 500x300, 496x304",
        "Size: 9999x1 | SIZE_ROUNDED | 9999x1, 4096x16",
        "Steps: 5000 | NUMBER_LIMITED | Steps, 5000, 1000",
        "CFG scale: 250 | NUMBER_LIMITED | CFG scale, 250, 100",
        "Clip skip: 20 | NUMBER_LIMITED | Clip skip, 20, 12",
        "Sampler: Unheard of | SAMPLER_NEAREST | Unheard of, DDIM",
        "Sampler: DPM++ 2S a | SAMPLER_NEAREST | DPM++ 2S a, DPM++ 2S",
        "Schedule type: Karras | SCHEDULE_NEAREST | Karras, Automatic",
        "Schedule type: Unheard | SCHEDULE_NEAREST | Unheard, Automatic"
      })
  void saysWhatItChanged(String pair, Reason reason, String details) {
    ImportedSettings imported = imported("a\nXx: 1, Yy: 2, " + pair);

    assertThat(imported.changed())
        .containsExactly(new Remark(reason, List.of(details.split(", "))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Seed: -1 | UNREADABLE | Seed, -1",
        "Seed: 99999999999999999999999 | UNREADABLE | Seed, 99999999999999999999999",
        "Seed: 18446744073709551615 | UNREADABLE | Seed, 18446744073709551615",
        "Steps: many | UNREADABLE | Steps, many",
        "Steps: 1e9999999 | UNREADABLE | Steps, 1e9999999",
        "Steps: 2.5 | UNREADABLE | Steps, 2.5",
        "CFG scale: NaN | UNREADABLE | CFG scale, NaN",
        "Size: 0x64 | UNREADABLE | Size, 0x64",
        "RNG: dice | UNREADABLE | RNG, dice",
        "Variation seed: 5 | UNKNOWN | Variation seed, 5",
        "Hires upscaler: Latent | UNKNOWN | Hires upscaler, Latent",
        "ADetailer model: face | UNKNOWN | ADetailer model, face",
        "Refiner: xl | UNKNOWN | Refiner, xl",
        "VAE: mse | UNKNOWN | VAE, mse"
      })
  void saysWhatItDidNotUnderstand(String pair, Reason reason, String details) {
    ImportedSettings imported = imported("a\nVersion: 1, User: 2, " + pair);

    assertThat(imported.notUnderstood())
        .containsExactly(new Remark(reason, List.of(details.split(", "))));
  }

  @Test
  void readsTheScheduleInTheSamplersNameAndBesideIt() {
    for (String pairs :
        List.of("Sampler: DPM++ 2M Karras", "Sampler: DPM++ 2M, Schedule type: Karras")) {
      ImportedSettings imported = imported("a\nSteps: 2, Seed: 1, " + pairs);
      assertThat(imported.request().sampling().sampler()).isEqualTo(SamplerKind.DPMPP_2M);
      assertThat(imported.request().sampling().schedule()).isEqualTo(ScheduleKind.KARRAS);
      assertThat(imported.changed()).isEmpty();
    }
  }

  @Test
  void takesNetworksOutOfThePromptThatAreNoLoras() {
    ImportedSettings imported =
        imported("a cat <hypernet:ink:0.8>, <lora:wash:1> b\nSteps: 2, Sampler: DDIM, Seed: 7");

    assertThat(imported.request().prompt().positive()).isEqualTo("a cat, <lora:wash:1> b");
    assertThat(imported.notUnderstood())
        .containsExactly(Remark.of(Reason.UNKNOWN, "hypernet", "ink:0.8"));
  }

  @Test
  void shortensSeedsThatTheGeneratorDoesNotLookAt() {
    ImportedSettings imported = imported("a\nSteps: 2, RNG: CPU, Seed: " + "18446744073709551615");

    assertThat(imported.request().seed()).isEqualTo(0xFFFFFFFFL);
    assertThat(imported.changed())
        .containsExactly(Remark.of(Reason.SEED_SHORTENED, "18446744073709551615", "4294967295"));
  }

  @ParameterizedTest
  @CsvSource({
    "DPM++ 2M SDE Karras, DPM++ 2M SDE",
    "DPM++ 2M SDE Heun, DPM++ 2M SDE Heun",
    "DPM++ 3M SDE, DPM++ 3M SDE",
    "DPM++ SDE, DPM++ SDE",
    "DPM2, DPM2",
    "DPM2 a, DPM2 a",
    "UniPC, UniPC",
    "Euler a,",
    "DPM++ 2M Karras,"
  })
  void saysWhichSamplersComeNearOnly(String sampler, @Nullable String near) {
    String text = "a\nSteps: 2, Seed: 1, Sampler: %s, Version: %s";
    for (SourceProgram program : List.of(SourceProgram.A1111, SourceProgram.FORGE)) {
      String version = program == SourceProgram.FORGE ? "f2.0" : "v1.8.0";
      assertThat(imported(text.formatted(sampler, version)).changed())
          .isEqualTo(
              near == null
                  ? List.of()
                  : List.of(Remark.of(Reason.SAMPLER_DIFFERS, near, program.label())));
    }
    assertThat(imported(text.formatted(sampler, "Easel 1")).changed()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"DDIM, true", "Euler a, true", "DPM2 a, true", "TCD, true", "Euler, false"})
  void etaCountsWhereTheSamplerTakesIt(String sampler, boolean taken) {
    ImportedSettings imported =
        imported("a\nSteps: 2, Seed: 1, Eta: 0.5, Version: Easel 1, Sampler: " + sampler);

    Remark ignored = Remark.of(Reason.ETA_IGNORED, "Eta", "0.5", sampler);
    assertThat(imported.request().sampling().eta())
        .isEqualTo(taken ? OptionalDouble.of(0.5) : OptionalDouble.empty());
    assertThat(imported.notUnderstood()).isEqualTo(taken ? List.of() : List.of(ignored));
    assertThat(imported.applied().contains(Remark.of(Reason.APPLIED, "Eta", "0.5")))
        .isEqualTo(taken);
  }

  @Test
  void paddedPromptsAreWhatItDoesAnyway() {
    assertThat(imported("a\nSteps: 2, Seed: 1, Pad conds: True").notUnderstood()).isEmpty();
    assertThat(imported("a\nSteps: 2, Seed: 1, Pad conds v0: True").notUnderstood())
        .containsExactly(Remark.of(Reason.UNKNOWN, "Pad conds v0", "True"));
  }

  @Test
  void emphasisNoneIsTakenOver() {
    assertThat(imported("(a)\nSteps: 2, Seed: 1, Emphasis: None").request().prompt().reading())
        .isEqualTo(new PromptReading(Syntax.A1111, Emphasis.NONE, 1));
  }

  @Test
  void ourOwnPicturesComeBackExactly() {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("(a", "<lora:x:1>"),
            "/somewhere/dream-shaper",
            new ImageSize(72, 80),
            new Sampling(SamplerKind.DDIM, ScheduleKind.MODEL, 7, 3.25, OptionalDouble.of(0.125)),
            99);
    Provenance provenance =
        new Provenance(request, "Dream-Shaper", "0123456789", "torch-cpu", "engine", "Easel 0.1.0");
    FoundSettings found =
        SettingsReader.of(Map.of(ProvenanceJson.KEYWORD, ProvenanceJson.write(provenance)))
            .orElseThrow();

    ImportedSettings imported = SettingsImport.apply(found, DEFAULTS, List.of(STARTER, DREAM));
    assertThat(imported.request())
        .isEqualTo(
            new GenerationRequest(
                request.prompt(),
                "Dream-Shaper",
                request.size(),
                request.sampling(),
                request.seeding()));
    assertThat(imported.changed()).isEmpty();
    assertThat(imported.notUnderstood()).isEmpty();

    assertThat(SettingsImport.apply(found, DEFAULTS, List.of(STARTER)).changed())
        .containsExactly(Remark.of(Reason.MODEL_ELSEWHERE, "Dream-Shaper", "starter"));
  }

  private static ImportedSettings imported(String infotext) {
    FoundSettings found = SettingsReader.of(infotext).orElseThrow();
    return SettingsImport.apply(found, DEFAULTS, List.of(STARTER, DREAM));
  }

  @Test
  void knowsThatAPictureBeganWithAnother() {
    ImportedSettings imported =
        imported(
            "a cat\nSteps: 12, Sampler: DDIM, Seed: 7, Size: 128x128, Denoising strength: 0.45");

    assertThat(imported.source()).contains(new SourceRecord("", "", 0.45, Fit.CROP));
    assertThat(imported.request().source()).isEmpty();
    assertThat(imported.changed())
        .contains(Remark.of(Reason.SOURCE_ELSEWHERE, "Denoising strength", "0.45"));
    assertThat(imported.notUnderstood()).isEmpty();
  }

  @Test
  void readsWhatWasPaintedAnewInA1111sWords() {
    ImportedSettings imported =
        imported(
            "a cat\nSteps: 12, Sampler: DDIM, Seed: 7, Size: 128x128, Denoising strength: 0.75, "
                + "Mask blur: 6, Mask mode: Inpaint not masked, Masked content: latent nothing, "
                + "Inpaint area: Only masked, Masked area padding: 48, Noise multiplier: 0.95");
    assertThat(imported.source())
        .contains(
            new SourceRecord(
                "",
                "",
                0.75,
                Fit.CROP,
                new Manner(0.95, false),
                Optional.of(
                    new RepaintRecord(
                        "", new MaskShape(true, 0, 6), UnderMask.NOTHING, OptionalInt.of(48)))));
    assertThat(imported.changed()).contains(Remark.of(Reason.MASK_GONE));
    assertThat(imported.applied()).contains(Remark.of(Reason.APPLIED, "Mask blur", "6"));
    assertThat(imported.notUnderstood()).isEmpty();
  }

  @Test
  void takesA1111sUsualValuesForWhatAMaskDoesNotSay() {
    ImportedSettings imported =
        imported(
            "a cat\nSteps: 12, Sampler: DDIM, Seed: 7, Size: 128x128, Denoising strength: 0.75, "
                + "Inpaint area: Only masked, Mask blur: 1000");
    assertThat(imported.source().orElseThrow().repaint())
        .contains(
            new RepaintRecord(
                "", new MaskShape(false, 0, 4), UnderMask.ORIGINAL, OptionalInt.of(32)));
    assertThat(imported.notUnderstood())
        .contains(Remark.of(Reason.UNREADABLE, "Mask blur", "1000"));
  }

  @ParameterizedTest
  @CsvSource({
    "'Denoising strength: 0.45, Hires upscale: 2', UNKNOWN",
    "Denoising strength: 0, UNREADABLE",
    "Denoising strength: 1.2, UNREADABLE",
    "Denoising strength: much, UNREADABLE"
  })
  void takesNoOtherStrengthForThatOfASource(String settings, Reason reason) {
    ImportedSettings imported =
        imported("a cat\nSteps: 12, Sampler: DDIM, Seed: 7, Size: 128x128, " + settings);

    assertThat(imported.source()).isEmpty();
    assertThat(imported.notUnderstood())
        .anySatisfy(
            remark -> {
              assertThat(remark.reason()).isEqualTo(reason);
              assertThat(remark.details()).contains("Denoising strength");
            });
  }

  @Test
  void ourOwnRecordNamesItsSource() {
    SourceRecord source = new SourceRecord("apple.png", "0123456789abcdef".repeat(4), 0.5, Fit.PAD);
    Provenance provenance =
        new Provenance(
            DEFAULTS, "starter", "", "torch-cpu", "engine", "Easel 0.1.0", Optional.of(source));

    ImportedSettings imported =
        SettingsImport.apply(
            SettingsReader.of(Map.of("easel", ProvenanceJson.write(provenance))).orElseThrow(),
            DEFAULTS,
            List.of(STARTER));

    assertThat(imported.source()).contains(source);
    assertThat(imported.applied()).contains(Remark.of(Reason.APPLIED, "Denoising strength", "0.5"));
    assertThat(imported.notUnderstood()).isEmpty();
  }
}
