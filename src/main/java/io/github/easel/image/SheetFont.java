package io.github.easel.image;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The typeface of drawn labels: Easel Sans, which has Latin, Cyrillic and Georgian letters; the
 * system's own for a text with others.
 */
final class SheetFont {

  private static final String FOLDER = "/io/github/easel/ui/fonts/";

  private final Font plain;
  private final Font bold;

  SheetFont() {
    plain = read("EaselSans-Regular.ttf");
    bold = read("EaselSans-Bold.ttf");
  }

  private static Font read(String name) {
    try (InputStream file = SheetFont.class.getResourceAsStream(FOLDER + name)) {
      if (file == null) {
        throw new IllegalStateException("the typeface " + name + " is not in the program");
      }
      return Font.createFont(Font.TRUETYPE_FONT, file);
    } catch (IOException | FontFormatException e) {
      throw new IllegalStateException("the typeface " + name + " is damaged", e);
    }
  }

  /** The typeface for a text, in pixels. */
  Font forText(String text, float size, boolean strong) {
    Font own = (strong ? bold : plain).deriveFont(size);
    return own.canDisplayUpTo(text) < 0
        ? own
        : new Font(Font.SANS_SERIF, strong ? Font.BOLD : Font.PLAIN, Math.round(size));
  }
}
