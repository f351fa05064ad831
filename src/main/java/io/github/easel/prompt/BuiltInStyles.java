package io.github.easel.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The styles that come with Easel: {@code styles.csv} beside this class. */
public final class BuiltInStyles {

  private static final String FILE = "styles.csv";

  /** What a style was written for. */
  public enum Family {
    /** The starter model: words that it was trained with. */
    STARTER,
    /** Stable Diffusion of any version. */
    STABLE_DIFFUSION
  }

  /**
   * A style that comes with Easel.
   *
   * @param preset with its English name
   * @param georgianName its name in Georgian
   * @param manner whether it says how a picture is made, and not what surrounds the thing
   */
  public record BuiltIn(StylePreset preset, String georgianName, Family family, boolean manner) {}

  private BuiltInStyles() {}

  /** All of them, those for the starter model first. */
  public static List<BuiltIn> all() {
    try (InputStream in = Objects.requireNonNull(BuiltInStyles.class.getResourceAsStream(FILE))) {
      return StylesCsv.rows(new String(in.readAllBytes(), StandardCharsets.UTF_8)).stream()
          .map(BuiltInStyles::style)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BuiltIn style(Map<String, String> row) {
    return new BuiltIn(
        new StylePreset(cell(row, "name"), cell(row, "prompt"), cell(row, "negative_prompt")),
        cell(row, "name_ka"),
        Family.valueOf(cell(row, "family").toUpperCase(Locale.ROOT)),
        cell(row, "says").equals("manner"));
  }

  private static String cell(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
