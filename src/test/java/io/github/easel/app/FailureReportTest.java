package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureReportTest {

  private final UserMessages english = new UserMessages(Locale.ENGLISH);
  private final UserMessages georgian = new UserMessages(Locale.forLanguageTag("ka"));

  private static FailureContext drawing(int width, int height) {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("a fox", ""),
            "starter",
            new ImageSize(width, height),
            new Sampling(SamplerKind.DDIM, 20, 5),
            7);
    return new FailureContext(Optional.of(request), Optional.empty(), 8, List.of(), "CPU");
  }

  @ParameterizedTest
  @EnumSource
  void everyFailureHasThreeSentencesInBothLanguages(Failure failure) {
    GenerationException exception = new GenerationException(failure, "", "one", "two", "three");
    FailureReport told = english.report(exception, FailureContext.UNKNOWN);
    for (String sentence : List.of(told.what(), told.why(), told.advice())) {
      assertThat(sentence).matches("([A-Z]|one).*[.]").doesNotContain("{");
    }
    FailureReport translated = georgian.report(exception, FailureContext.UNKNOWN);
    assertThat(translated.what()).matches(".*[ა-ჰ].*[.]").doesNotContain("{");
    assertThat(translated.advice()).matches(".*[ა-ჰ].*[.]").doesNotContain("{");
  }

  @ParameterizedTest
  @EnumSource
  void everyActionHasAButtonInBothLanguages(FailureAction action) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.forLanguageTag("ka"))) {
      Bundle bundle = new Bundle("io.github.easel.app.Messages", locale);
      assertThat(bundle.of("remedy." + action, "9")).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void everyDetailOfTheOneSentenceIsInTheThree() {
    for (Failure failure : Failure.values()) {
      GenerationException exception = new GenerationException(failure, "", "<0>", "<1>", "<2>");
      FailureReport told = english.report(exception, FailureContext.UNKNOWN);
      for (String detail : exception.details()) {
        if (english.of(exception).contains(detail)) {
          assertThat(told.what() + told.why() + told.advice()).as("%s", failure).contains(detail);
        }
      }
    }
  }

  @Test
  void outOfMemoryOffersASizeThatFits() {
    FailureReport told =
        english.report(
            new GenerationException(Failure.OUT_OF_MEMORY, "", "running unet.onnx"),
            drawing(1024, 1024));
    assertThat(told.why()).contains("1024x1024");
    assertThat(told.remedy())
        .hasValueSatisfying(r -> assertThat(r.label()).isEqualTo("Try 704x704"));
    assertThat(told.advice()).startsWith("Try 704x704");
  }

  @Test
  void whereNoPictureFailedNoSizeIsOffered() {
    FailureReport told =
        english.report(
            new GenerationException(Failure.OUT_OF_MEMORY, "", "opening unet.onnx"),
            FailureContext.UNKNOWN);
    assertThat(told.remedy()).isEmpty();
    assertThat(told.why()).contains("opening unet.onnx");
  }

  @Test
  void limitsOfTheModelAreOnTheButton() {
    assertThat(label(new GenerationException(Failure.STEPS_UNSUITABLE, "", "900", "50")))
        .isEqualTo("Try 50 steps");
    assertThat(label(new GenerationException(Failure.SIZE_UNSUITABLE, "", "200x72", "64")))
        .isEqualTo("Try 192x64");
    assertThat(label(new GenerationException(Failure.CLIP_SKIP_UNSUITABLE, "", "5", "2")))
        .isEqualTo("Try clip skip 2");
  }

  private String label(GenerationException failure) {
    return english.report(failure, drawing(512, 512)).remedy().orElseThrow().label();
  }

  @Test
  void onlyWhatNobodyForesawHasACode() {
    for (Failure failure : Failure.values()) {
      FailureReport told =
          english.report(new GenerationException(failure, ""), FailureContext.UNKNOWN);
      assertThat(told.code().isPresent()).isEqualTo(failure == Failure.INTERNAL);
    }
  }

  @Test
  void detailsNameWhatHelpsAndNobody() {
    Path file = Path.of(System.getProperty("user.home"), "secret", "unet.onnx");
    GenerationException failure =
        new GenerationException(
            Failure.INTERNAL, "cannot run " + file, new IllegalStateException());
    FailureReport told = english.report(failure, drawing(512, 768));
    assertThat(told.details())
        .startsWith(told.code().orElseThrow())
        .contains(
            "Easel ", System.getProperty("os.name"), "Java " + System.getProperty("java.version"))
        .contains("Model starter, 512x768, DDIM, 20 steps", "Device CPU", "FailureReportTest")
        .contains("~" + java.io.File.separator + "secret")
        .doesNotContain(System.getProperty("user.home") + java.io.File.separator);
  }
}
