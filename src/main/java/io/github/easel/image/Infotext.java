package io.github.easel.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.prompt.A1111Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text that A1111 and most other programs keep in a PNG file under the keyword {@code
 * parameters}.
 *
 * <pre>
 * infotext = prompt [ LF "Negative prompt: " negative ] LF params
 * params   = pair *( ", " pair )
 * pair     = key ": " value
 * value    = raw / JSON string, the latter if the value holds a comma, a colon or a line feed
 * </pre>
 *
 * <p>The format knows no escape for the prompt: a line of it that begins with {@code Negative
 * prompt:}, spaces around lines, or a last line that looks like settings come back changed. {@link
 * ProvenanceJson} keeps every character.
 *
 * @param prompt the words, lines stripped
 * @param settings key to value in the text's order; a value {@code WxH} of a key {@code K} is under
 *     {@code K-1} and {@code K-2}
 */
public record Infotext(Prompt prompt, Map<String, String> settings) {

  /** The PNG keyword. */
  public static final String KEYWORD = "parameters";

  private static final String NEGATIVE = "Negative prompt:";
  private static final int FEWEST_PAIRS = 3;
  private static final Pattern SIZE = Pattern.compile("(\\d+)x(\\d+)");
  private static final Pattern NEEDS_QUOTES = Pattern.compile("[,:\n]");
  private static final ObjectMapper JSON = new ObjectMapper();

  public Infotext {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** The text of a picture that Easel made: prompts of other grammars are put into A1111's. */
  public static String write(Provenance provenance) {
    GenerationRequest request = provenance.request();
    Map<String, String> pairs = InfotextSettings.of(provenance);
    List<String> params = new ArrayList<>();
    pairs.forEach((key, value) -> params.add(key + ": " + quote(value)));
    Prompt prompt = request.prompt();
    String positive = A1111Text.of(prompt.positive(), prompt.reading());
    String against = A1111Text.of(prompt.negative(), prompt.reading());
    String negative = against.isEmpty() ? "" : "\n" + NEGATIVE + " " + against;
    return (positive + negative + "\n" + String.join(", ", params)).strip();
  }

  /**
   * Reads what any program wrote. A last line with fewer than three pairs belongs to the prompt.
   * Values that are missing stay missing: what a program means by that is for the caller to know.
   */
  public static Infotext parse(String text) {
    List<String> lines = new ArrayList<>(List.of(text.strip().split("\n", -1)));
    List<InfotextPairs.Pair> pairs = InfotextPairs.find(lines.get(lines.size() - 1));
    if (pairs.size() < FEWEST_PAIRS) {
      pairs = List.of();
    } else {
      lines.remove(lines.size() - 1);
    }
    Map<String, String> settings = new LinkedHashMap<>();
    for (InfotextPairs.Pair pair : pairs) {
      if (!pair.value().isEmpty()) {
        put(settings, pair.key(), unquote(pair.value()));
      }
    }
    return new Infotext(prompt(lines), settings);
  }

  private static Prompt prompt(List<String> lines) {
    StringBuilder positive = new StringBuilder();
    StringBuilder negative = new StringBuilder();
    StringBuilder current = positive;
    for (String raw : lines) {
      String line = raw.strip();
      if (line.startsWith(NEGATIVE)) {
        current = negative;
        line = line.substring(NEGATIVE.length()).strip();
      }
      current.append(current.isEmpty() ? "" : "\n").append(line);
    }
    return new Prompt(positive.toString(), negative.toString());
  }

  private static void put(Map<String, String> settings, String key, String value) {
    Matcher size = SIZE.matcher(value);
    if (size.matches()) {
      settings.put(key + "-1", size.group(1));
      settings.put(key + "-2", size.group(2));
    } else {
      settings.put(key, value);
    }
  }

  /** The value as it stands behind its key. */
  static String quote(String value) {
    if (!NEEDS_QUOTES.matcher(value).find()) {
      return value;
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a string is always JSON", e);
    }
  }

  private static String unquote(String value) {
    if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
      return value;
    }
    try {
      return JSON.readValue(value, String.class);
    } catch (JsonProcessingException notJson) {
      return value;
    }
  }
}
