package io.github.easel.app;

import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the user's folder and name out of texts that are shown to others. */
final class PrivatePaths {

  private final String home;
  private final Pattern folderOfName;

  PrivatePaths(Properties system) {
    home = system.getProperty("user.home", "");
    String name = system.getProperty("user.name", "");
    // within a path only: a name may be a common word
    folderOfName =
        Pattern.compile(
            name.isBlank()
                ? "(?!)"
                : "(?<=[/\\\\])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_.-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The text with {@code ~} for the user's folder and {@code user} for their name in paths. */
  String strip(String text) {
    String homeless = home.length() > 1 ? text.replace(home, "~") : text;
    return folderOfName.matcher(homeless).replaceAll(Matcher.quoteReplacement("user"));
  }
}
