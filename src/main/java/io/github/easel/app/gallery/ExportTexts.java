package io.github.easel.app.gallery;

import io.github.easel.app.Bundle;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.PictureFacts;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is written beside exported pictures, in one language. */
final class ExportTexts {

  private static final String BUNDLE = "io.github.easel.app.gallery.Messages";

  private final Bundle bundle;

  /** Texts in that language, or in English where there is no translation. */
  ExportTexts(Locale locale) {
    bundle = new Bundle(BUNDLE, locale);
  }

  /** The language as pages name it. */
  String language() {
    return bundle.locale().getLanguage().equals("ka") ? "ka" : "en";
  }

  String of(String key, String... values) {
    return bundle.of(key, values);
  }

  /** The title of a sheet, the first of which is 0. */
  String title(int pictures, int sheet, int sheets) {
    String all = title(pictures);
    return sheets == 1
        ? all
        : of("sheet.title", all, Integer.toString(sheet + 1), Integer.toString(sheets));
  }

  String title(int pictures) {
    return pictures == 1 ? of("title.one") : of("title", Integer.toString(pictures));
  }

  /** What is known of a picture besides its prompt, by names, in the order to show it. */
  Map<String, String> settings(GalleryItem item) {
    PictureFacts facts = item.entry().facts();
    Map<String, String> all = new LinkedHashMap<>();
    add(all, "negative", facts.negative());
    add(all, "model", facts.model());
    add(all, "sampler", facts.sampler());
    facts.steps().ifPresent(steps -> add(all, "steps", Integer.toString(steps)));
    facts.guidance().ifPresent(scale -> add(all, "guidance", Double.toString(scale)));
    facts.seed().ifPresent(seed -> add(all, "seed", Long.toString(seed)));
    if (facts.width() > 0 && facts.height() > 0) {
      add(all, "size", facts.width() + " × " + facts.height());
    }
    DateTimeFormatter made =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(bundle.locale());
    add(all, "made", made.format(item.entry().made()));
    return all;
  }

  private void add(Map<String, String> all, String key, String value) {
    if (!value.isBlank()) {
      all.put(of(key), value);
    }
  }
}
