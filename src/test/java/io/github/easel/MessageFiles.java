package io.github.easel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A room's sentences in both languages. */
public final class MessageFiles {

  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private MessageFiles() {}

  /** Checks that each sentence is there in both languages, with the same places for details. */
  public static void assertAgree(Class<?> neighbour) {
    Properties english = load(neighbour, "Messages.properties");
    Properties georgian = load(neighbour, "Messages_ka.properties");
    assertThat(georgian.stringPropertyNames())
        .isEqualTo(english.stringPropertyNames())
        .isNotEmpty();
    for (String key : english.stringPropertyNames()) {
      assertThat(places(georgian.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  private static Properties load(Class<?> neighbour, String name) {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(neighbour.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
