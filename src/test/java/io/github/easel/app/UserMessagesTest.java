package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.MessageFiles;
import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.RefusedValue;
import io.github.easel.hub.HubFailures;
import io.github.easel.hub.HubRefusal;
import io.github.easel.training.TrainingRefusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserMessagesTest {

  private static final Locale GEORGIAN = Locale.forLanguageTag("ka");

  private final UserMessages english = new UserMessages(Locale.ENGLISH);
  private final UserMessages georgian = new UserMessages(GEORGIAN);

  @ParameterizedTest
  @EnumSource
  void everyFailureHasASentenceInBothLanguages(Failure failure) {
    GenerationException exception = new GenerationException(failure, "", "one", "two", "three");

    assertThat(english.of(exception)).matches("[A-Z].*[.]").doesNotContain("{");
    assertThat(georgian.of(exception)).matches(".*[ა-ჰ].*[.]").doesNotContain("{");
  }

  @ParameterizedTest
  @EnumSource
  void everyNoticeHasASentenceInBothLanguages(Notice.Kind kind) {
    assertThat(english.of(new Notice(kind, "the words"))).matches("The .*the words.*[.]");
    assertThat(georgian.of(new Notice(kind, "the words"))).matches(".*[ა-ჰ].*the words.*[.]");
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalHasASentenceInBothLanguages(RefusedValue.Kind kind) {
    RefusedValue refused = new RefusedValue(kind, "one", "two", "three", "four");

    String detail = kind == RefusedValue.Kind.MASK_EMPTY ? "" : "one";
    assertThat(english.of(refused)).matches("[A-Z].*" + detail + ".*[.]").doesNotContain("{");
    assertThat(georgian.of(refused)).matches(".*[ა-ჰ].*" + detail + ".*[.]").doesNotContain("{");
    assertThat(refused).hasMessageContaining(detail).hasMessageNotContaining("%");
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalOfTheHubIsSaidInBothLanguages(HubRefusal.Kind kind) {
    GenerationException failure = HubFailures.of(kind, "<0>", "<1>", "<2>");
    String sentence = english.of(failure);
    assertThat(sentence).matches("[A-Z“<].*: .*[.]").doesNotContain("{", "..");
    assertThat(georgian.of(failure)).matches(".*[ა-ჰ].*: .*[ა-ჰ].*[.]").doesNotContain("{");
    FailureReport told = english.report(failure, FailureContext.UNKNOWN);
    assertThat(sentence).startsWith(told.why().replaceFirst("[.]$", "")).contains(": ");
    assertThat(told.advice()).matches("[A-Z].*[.]");
    assertThat(sentence.toLowerCase(Locale.ROOT)).endsWith(told.advice().toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource
  void everyRefusalToTeachIsSaidInBothLanguages(TrainingRefusal.Kind kind) {
    GenerationException failure = TrainingRefusal.of(kind, "<0>", "<1>");
    assertThat(english.of(failure)).matches("[A-Z].*: .*[.]").doesNotContain("{", "..");
    assertThat(georgian.of(failure)).matches(".*[ა-ჰ].*: .*[ა-ჰ].*[.]").doesNotContain("{");
    FailureReport told = english.report(failure, FailureContext.UNKNOWN);
    assertThat(english.of(failure)).startsWith(told.why().replaceFirst("[.]$", ": "));
    assertThat(told.advice()).matches("[A-Z].*[.]");
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() {
    MessageFiles.assertAgree(UserMessages.class);
  }

  @Test
  void namesTheDetails() {
    assertThat(
            english.of(
                new GenerationException(
                    Failure.MODEL_FILE_UNUSABLE, "", "unet.onnx", "an input 'sample'", "'x'")))
        .isEqualTo(
            "The model cannot be used because its file unet.onnx should hold an input 'sample' but"
                + " holds 'x': get the model again, or choose another.");
  }

  @Test
  void missingDetailsLeaveNoPlaceholder() {
    assertThat(english.of(new GenerationException(Failure.INTERNAL, ""))).contains("()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "en-GB"})
  void otherLanguagesReadEnglishWhateverTheComputersLanguage(String tag) {
    Locale before = Locale.getDefault();
    Locale.setDefault(GEORGIAN);
    try {
      assertThat(
              new UserMessages(Locale.forLanguageTag(tag))
                  .of(new GenerationException(Failure.CANCELLED, "")))
          .isEqualTo("The picture was cancelled.");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyUsualReasonOfAFileIsSaidInBothLanguages(FileReason reason) {
    GenerationException failure =
        GenerationException.unreadable(Path.of("a.png"), reason.words(), null);
    assertThat(english.of(failure)).contains(reason.words());
    assertThat(english.reason(reason.words())).isEqualTo(reason.words());
    assertThat(georgian.reason(reason.words())).matches(".*[ა-ჰ].*");
    assertThat(georgian.of(failure))
        .contains(georgian.reason(reason.words()))
        .doesNotContain(reason.words());
    assertThat(georgian.report(failure, FailureContext.UNKNOWN).why())
        .contains(georgian.reason(reason.words()))
        .doesNotContain(reason.words());
  }

  @Test
  void saysWhyWhereTheCauseNamesThePathOnly() {
    Path file = Path.of("model.onnx");
    GenerationException gone =
        GenerationException.unreadable(file, new NoSuchFileException("model.onnx"));
    assertThat(english.of(gone)).contains("(the file or its folder does not exist)");
    assertThat(georgian.of(gone)).contains(georgian.reason(FileReason.NOT_THERE.words()));
    GenerationException unchecked =
        GenerationException.unreadable(
            file, new UncheckedIOException(new AccessDeniedException("model.onnx")));
    assertThat(georgian.of(unchecked)).contains(georgian.reason(FileReason.DENIED.words()));
    GenerationException full =
        GenerationException.unwritable(
            file, "No space left on device", new IOException("No space left on device"));
    assertThat(georgian.of(full)).contains(georgian.reason(FileReason.NO_SPACE.words()));
    assertThat(georgian.of(GenerationException.unreadable(file, "the moon is full", null)))
        .contains("the moon is full");
  }
}
