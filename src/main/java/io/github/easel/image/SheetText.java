package io.github.easel.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text set in lines of at most a width: broken between words, inside a word only if it is wider
 * than a line; what does not fit into the lines ends in an ellipsis.
 */
final class SheetText {

  /** How the lines stand in their width. */
  enum Side {
    LEFT,
    MIDDLE,
    RIGHT
  }

  private static final String ELLIPSIS = "…";

  /** Measures texts without a picture to draw on. */
  private static final Graphics2D RULER;

  static {
    // Without this, Java would look for a display, and end where one is named but does not answer.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    RULER = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    smooth(RULER);
  }

  private final List<String> lines = new ArrayList<>();
  private final Font font;
  private final FontMetrics metrics;
  private final int width;

  /** Letters without steps, spaced as their designer meant; measured and drawn alike. */
  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  private SheetText(Font font, int width) {
    this.font = font;
    this.width = width;
    this.metrics = RULER.getFontMetrics(font);
  }

  /**
   * Sets a text.
   *
   * @param width pixels
   * @param most lines
   */
  static SheetText of(String text, Font font, int width, int most) {
    SheetText set = new SheetText(font, width);
    set.breakLines(text.strip().replaceAll("\\s+", " "), most);
    return set;
  }

  private void breakLines(String text, int most) {
    String rest = text;
    while (!rest.isEmpty()) {
      if (lines.size() == most - 1 && metrics.stringWidth(rest) > width) {
        int end = fitting(rest, width - metrics.stringWidth(ELLIPSIS));
        lines.add(rest.substring(0, end).strip() + ELLIPSIS);
        return;
      }
      int end = lineEnd(rest);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
  }

  /** Where the first line ends: behind the last word that fits, else inside the first one. */
  private int lineEnd(String text) {
    if (metrics.stringWidth(text) <= width) {
      return text.length();
    }
    int fits = fitting(text, width);
    while (text.charAt(fits) == ' ') {
      fits++; // a space at the end of a line takes no room
    }
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    int end = breaks.isBoundary(fits) ? fits : breaks.preceding(fits);
    return end > 0 ? end : Math.max(fits, firstCharacter(text));
  }

  /** How many characters of the text fit into the width. */
  private int fitting(String text, int room) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = 0;
    for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
      if (metrics.stringWidth(text.substring(0, next)) > room) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static int firstCharacter(String text) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    return characters.next();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The height of all lines in pixels. */
  int height() {
    return lines.size() * metrics.getHeight();
  }

  /** The width of the longest line in pixels. */
  int usedWidth() {
    return lines.stream().mapToInt(metrics::stringWidth).max().orElse(0);
  }

  /** Draws the lines into the width from {@code x} on, the first one's top at {@code y}. */
  void draw(Graphics2D graphics, int x, int y, Side side, Color colour) {
    graphics.setFont(font);
    graphics.setColor(colour);
    int baseline = y + metrics.getAscent();
    for (String line : lines) {
      int room = width - metrics.stringWidth(line);
      int indent =
          switch (side) {
            case LEFT -> 0;
            case MIDDLE -> room / 2;
            case RIGHT -> room;
          };
      graphics.drawString(line, x + indent, baseline);
      baseline += metrics.getHeight();
    }
  }
}
