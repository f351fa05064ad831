package io.github.easel.app;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes names for picture files out of prompts and labels. */
public final class PictureName {

  private static final int MOST_WORDS = 6;

  /** Code points; at most four bytes each, far below the 255 bytes that file systems allow. */
  private static final int MOST_CHARACTERS = 40;

  private static final String ILLEGAL = "#<>:\"/\\|?*'`$%";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);

  private PictureName() {}

  /** {@code <HHmmss>-<seed>-<first words of the prompt>}, as kept files are named. */
  public static String of(LocalDateTime made, long seed, String prompt) {
    String words = words(prompt);
    return TIME.format(made) + "-" + seed + (words.isEmpty() ? "" : "-" + words);
  }

  /**
   * The first words of the prompt, joined by hyphens, letters of every script kept, without the
   * characters that Windows refuses or that shells take for something else. Empty if nothing
   * remains.
   */
  public static String words(String prompt) {
    StringBuilder name = new StringBuilder();
    int words = 0;
    int characters = 0;
    for (String word : prompt.strip().split("\\s+", -1)) {
      String safe = safe(word);
      characters += safe.codePointCount(0, safe.length()) + 1;
      if (words == MOST_WORDS || (words > 0 && characters > MOST_CHARACTERS)) {
        break;
      }
      if (!safe.isEmpty()) {
        name.append(name.isEmpty() ? "" : "-").append(safe);
        words++;
      }
    }
    return name.codePoints()
        .limit(MOST_CHARACTERS)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** The same name for file systems or locales that know no more than ASCII. */
  static String ascii(String name) {
    return name.replaceAll("[^ -~]+", "_");
  }

  private static String safe(String word) {
    StringBuilder safe = new StringBuilder();
    word.codePoints()
        .map(character -> isSafe(character) ? character : '_')
        .forEach(safe::appendCodePoint);
    // Commas and full stops at the ends of words read badly and some systems cut them off.
    return safe.toString().replaceAll("^[_.,;!-]+|[_.,;!-]+$", "");
  }

  private static boolean isSafe(int character) {
    int type = Character.getType(character);
    return ILLEGAL.indexOf(character) < 0
        && type != Character.CONTROL
        && type != Character.SURROGATE
        && type != Character.FORMAT
        && type != Character.UNASSIGNED;
  }
}
