package io.github.easel.ui.text;

import java.util.Locale;

/** The languages that the window speaks. */
public enum Language {
  ENGLISH("en", "EN"),
  GEORGIAN("ka", "ქარ");

  private final String tag;
  private final String label;

  Language(String tag, String label) {
    this.tag = tag;
    this.label = label;
  }

  /** The language tag, for example {@code ka}. */
  public String tag() {
    return tag;
  }

  /** The short name that its speakers recognise. */
  public String label() {
    return label;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The language of that tag; for any other tag the one that suits the system, else English. */
  public static Language of(String tag) {
    for (String wanted : new String[] {tag, Locale.getDefault().getLanguage()}) {
      for (Language language : values()) {
        if (language.tag.equals(wanted)) {
          return language;
        }
      }
    }
    return ENGLISH;
  }
}
