package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InfotextTest {

  @Test
  void writesPromptNegativeAndPairsInOrder() {
    assertThat(Infotext.write(Samples.provenance("a red apple", "blurry, dark")))
        .isEqualTo(
            """
            a red apple
            Negative prompt: blurry, dark
            Steps: 20, Sampler: DDIM, CFG scale: 7.5, Seed: 42, Size: 256x128, \
            Model: starter, RNG: CPU, Version: Easel 0.1.0""");
  }

  @Test
  void leavesOutWhatIsEmptyAndQuotesWhatNeedsIt() {
    Provenance provenance =
        new Provenance(
            new GenerationRequest(
                Prompt.of(""), "m", new ImageSize(16, 16), new Sampling(SamplerKind.DDPM, 3, 7), 0),
            "my: \"model\", v2",
            "",
            "other",
            "engine",
            "Easel");

    assertThat(Infotext.write(provenance))
        .isEqualTo(
            "Steps: 3, Sampler: DDPM, CFG scale: 7, Seed: 0, Size: 16x16,"
                + " Model: \"my: \\\"model\\\", v2\", RNG: CPU, Version: Easel");
  }

  @Test
  void writesThatWeightsAreWordsWhereA1111CanSaySo() {
    for (Syntax syntax : Syntax.values()) {
      PromptReading none = new PromptReading(syntax, Emphasis.NONE, 1);
      GenerationRequest request =
          new GenerationRequest(
              new Prompt("(a)", "", none),
              "m",
              new ImageSize(16, 16),
              new Sampling(SamplerKind.DDPM, 3, 7),
              0);
      String text =
          Infotext.write(new Provenance(request, "m", "", "torch-cpu", "engine", "Easel"));

      boolean own = syntax == Syntax.A1111;
      assertThat(text.contains("Emphasis: None")).isEqualTo(own);
      assertThat(text).startsWith(own ? "(a)" : "\\(a\\)");
    }
  }

  @Test
  void writesPromptsOfOtherGrammarsInA1111s() {
    PromptReading comfy = new PromptReading(Syntax.COMFYUI, Emphasis.NO_NORM, 1);
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("a [cat] #1, (red:1.5)", "b AND c", comfy),
            "m",
            new ImageSize(16, 16),
            new Sampling(SamplerKind.DDPM, 3, 7),
            0);

    assertThat(Infotext.write(new Provenance(request, "m", "", "torch-cpu", "engine", "Easel")))
        .startsWith("a \\[cat\\] \\#1, (red:1.5)\nNegative prompt: b and c\nSteps: 3,")
        .contains("Emphasis: No norm");
  }

  @Test
  void writesEverySettingUnderA1111sKeyAndInItsOrder() {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("a", "b", new PromptReading(Syntax.A1111, Emphasis.NO_NORM, 2)),
            "m",
            new ImageSize(512, 768),
            new Sampling(SamplerKind.DDIM, ScheduleKind.KARRAS, 20, 7, OptionalDouble.of(0.25)),
            new Seeding(
                5,
                RandomKind.TORCH_CUDA,
                Optional.of(new Variation(9, 0.5)),
                Optional.of(new ImageSize(256, 320)),
                31337));
    Provenance provenance = new Provenance(request, "m", "", "torch-cuda", "engine", "Easel");

    assertThat(Infotext.write(provenance))
        .isEqualTo(
            "a\nNegative prompt: b\nSteps: 20, Sampler: DDIM, Schedule type: Karras,"
                + " CFG scale: 7, Seed: 5, Size: 512x768, Model: m, Variation seed: 9,"
                + " Variation seed strength: 0.5, Seed resize from: 256x320, Clip skip: 2,"
                + " ENSD: 31337, RNG: NV, Eta: 0.25, Emphasis: No norm, Version: Easel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a | a",
        "a, b | \"a, b\"",
        "x: \"q\", y | \"x: \\\"q\\\", y\"",
        "say \"hi\" | say \"hi\"",
        "'a\nb' | \"a\\nb\"",
        "ა, ბ | \"ა, ბ\""
      })
  void quotesAsGoldenVectorsSay(String value, String expected) {
    assertThat(Infotext.quote(value)).isEqualTo(expected);
  }

  @Test
  void readsQuotedValues() {
    String line =
        "Steps: 20, Lora hashes: \"a: 1b2c, d: e3f4\", TI hashes: \"x: y\","
            + " Hires prompt: \"a \\\"q\\\", b\\nc\", Version: v1.10.1";

    assertThat(Infotext.parse("a cat\n" + line).settings())
        .containsExactly(
            entry("Steps", "20"),
            entry("Lora hashes", "a: 1b2c, d: e3f4"),
            entry("TI hashes", "x: y"),
            entry("Hires prompt", "a \"q\", b\nc"),
            entry("Version", "v1.10.1"));
    assertThat(InfotextPairs.find(line).get(3).value()).isEqualTo("\"a \\\"q\\\", b\\nc\"");
  }

  @Test
  void losesOneLetterKeysAndDropsEmptyValues() {
    String line = "Steps: 20, X: 1, AB: , Empty: \"\", K/V-x: z";

    assertThat(InfotextPairs.find(line))
        .extracting(InfotextPairs.Pair::key)
        .containsExactly("Steps", "AB", "Empty", "K/V-x");
    assertThat(Infotext.parse(line).settings())
        .containsExactly(entry("Steps", "20"), entry("Empty", ""), entry("K/V-x", "z"));
  }

  @Test
  void keepsColonsAndQuotesInsideRawValues() {
    assertThat(Infotext.parse("Steps: 20, Model: foo:bar, Note: it\"s").settings())
        .containsExactly(entry("Steps", "20"), entry("Model", "foo:bar"), entry("Note", "it\"s"));
  }

  @Test
  void aLineWithFewerThanThreePairsIsPrompt() {
    assertThat(InfotextPairs.find("a cat, time: 3:30, x")).hasSize(1);

    Infotext text = Infotext.parse("a cat, time: 3:30, x");

    assertThat(text.prompt()).isEqualTo(Prompt.of("a cat, time: 3:30, x"));
    assertThat(text.settings()).isEmpty();
  }

  @Test
  void splitsSizesAndStripsLines() {
    Infotext text =
        Infotext.parse(
            "  one \n two\nNegative prompt:  three\n four \nSteps: 2, Seed: 1, Size: 512x768\n");

    assertThat(text.prompt()).isEqualTo(new Prompt("one\ntwo", "three\nfour"));
    assertThat(text.settings())
        .containsExactly(
            entry("Steps", "2"),
            entry("Seed", "1"),
            entry("Size-1", "512"),
            entry("Size-2", "768"));
  }

  @Test
  void keepsAValueWhoseQuotesHoldNoJson() {
    assertThat(Infotext.parse("Aa: \"\\q\", Bb: 2, Cc: 3").settings())
        .containsEntry("Aa", "\"\\q\"");
  }

  @Test
  void readsWhatItWrote() {
    Infotext text = Infotext.parse(Infotext.write(Samples.provenance("ვაშლი: \"წითელი\"", "მუქი")));

    assertThat(text.prompt()).isEqualTo(new Prompt("ვაშლი: \"წითელი\"", "მუქი"));
    assertThat(text.settings())
        .containsEntry("Seed", "42")
        .containsEntry("CFG scale", "7.5")
        .containsEntry("Size-1", "256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a:", "aa: \"", "aa: \"\\", "aa: \"x\\\",", ":", "\"", " -/"})
  void longLinesAreReadInLinearTimeAndWithoutDeepStacks(String part) {
    String line = part.repeat(300_000 / part.length());

    assertThat(Infotext.parse(line).prompt()).isNotNull();
    assertThat(InfotextPairs.find("ab: \"" + line.replace("\"", "") + "\", cd: 1")).isNotEmpty();
  }

  @Test
  void namesWhatWasPaintedAnewAsA1111Does() {
    Repaint repaint =
        new Repaint(
            Mask.of(1, 1, new byte[1]),
            new MaskShape(true, 3, 4),
            UnderMask.NOISE,
            OptionalInt.of(32));
    GenerationRequest request =
        Samples.provenance("a cat", "")
            .request()
            .withSource(
                Optional.of(
                    new Source(Samples.noise(8, 8, 1), "apple.png", 0.6, Fit.CROP)
                        .in(new Manner(1.05, false))
                        .withRepaint(Optional.of(repaint))));
    assertThat(Infotext.write(new Provenance(request, "m", "", "torch-cpu", "engine", "Easel")))
        .contains(
            "Mask blur: 4, Mask mode: Inpaint not masked, Masked content: latent noise, "
                + "Inpaint area: Only masked, Masked area padding: 32, Noise multiplier: 1.05, ");
  }

  @Test
  void namesTheStrengthOfASourceAsA1111Does() {
    GenerationRequest request =
        Samples.provenance("a cat", "")
            .request()
            .withSource(
                Optional.of(new Source(Samples.noise(8, 8, 1), "apple.png", 0.6, Fit.CROP)));
    assertThat(Infotext.write(new Provenance(request, "m", "", "torch-cpu", "engine", "Easel")))
        .contains(", Denoising strength: 0.6,")
        .doesNotContain("apple");
  }
}
