package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.RefusedValue;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserMessagesTest {

  private static final Locale GEORGIAN = Locale.forLanguageTag("ka");
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

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

    assertThat(english.of(refused)).matches("[A-Z].*one.*[.]").doesNotContain("{");
    assertThat(georgian.of(refused)).matches(".*[ა-ჰ].*one.*[.]").doesNotContain("{");
    assertThat(refused).hasMessageContaining("one").hasMessageNotContaining("%");
  }

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() {
    Properties first = load("Messages.properties");
    Properties second = load("Messages_ka.properties");

    assertThat(second.stringPropertyNames()).isEqualTo(first.stringPropertyNames()).isNotEmpty();
    for (String key : first.stringPropertyNames()) {
      assertThat(places(second.getProperty(key))).as(key).isEqualTo(places(first.getProperty(key)));
    }
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

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties load(String name) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(UserMessages.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
