package io.github.easel.image;

import io.github.easel.generation.PixelImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;

/**
 * A sheet of pictures in labelled rows, columns and pages, on white. Pictures are put in as they
 * are finished, so that only the sheet itself is held in memory. Not thread-safe.
 */
public final class ContactSheet {

  /** The width and height of a sheet in pixels. */
  public record Extent(int width, int height) {
    public long pixels() {
      return (long) width * height;
    }
  }

  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x1C1C20);
  private static final Color FAINT_INK = new Color(0x5F6470);

  /** Around pictures, whose own paper is often white too. */
  private static final Color HAIRLINE = new Color(0xDDDFE4);

  private static final Color EMPTY = new Color(0xF1F2F4);
  private static final Color FAILED = new Color(0xFBEFEA);
  private static final Color FAILED_INK = new Color(0x8A3324);

  /** Pixels that a caption takes below its picture. */
  public static final int CAPTION_ROOM = 44;

  private static final int CAPTION_TEXT = 13;
  private static final int MOST_LINES = 40;
  private static final int SMALLEST_TEXT = 9;

  private final SheetFont fonts = new SheetFont();
  private final SheetLayout layout;
  private final BufferedImage image;
  private final Graphics2D graphics;

  /** An empty sheet with all its labels. Takes three bytes a pixel. */
  public ContactSheet(SheetPlan plan) {
    layout = new SheetLayout(plan, fonts);
    image = new BufferedImage(layout.width(), layout.height(), BufferedImage.TYPE_3BYTE_BGR);
    graphics = image.createGraphics();
    SheetText.smooth(graphics);
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    label();
    for (int page = 0; page < plan.pages().size(); page++) {
      for (int row = 0; row < plan.rows().size(); row++) {
        for (int column = 0; column < plan.columns().size(); column++) {
          fill(layout.cell(page, column, row), EMPTY);
        }
      }
    }
  }

  /** How large the sheet would be. */
  public static Extent measure(SheetPlan plan) {
    SheetLayout layout = new SheetLayout(plan, new SheetFont());
    return new Extent(layout.width(), layout.height());
  }

  private void label() {
    int top = SheetLayout.MARGIN;
    layout.title.draw(graphics, SheetLayout.MARGIN, top, SheetText.Side.LEFT, INK);
    layout.settings.draw(
        graphics,
        SheetLayout.MARGIN,
        top + layout.title.height() + SheetLayout.GAP / 2,
        SheetText.Side.LEFT,
        FAINT_INK);
    for (int page = 0; page < layout.pages.size(); page++) {
      Rectangle all = layout.page(page);
      layout.pages.get(page).draw(graphics, all.x, all.y, SheetText.Side.LEFT, INK);
      for (int column = 0; column < layout.columns.size(); column++) {
        SheetText text = layout.columns.get(column);
        Rectangle room = layout.columnLabel(page, column);
        int y = room.y + room.height - text.height();
        text.draw(graphics, room.x, y, SheetText.Side.MIDDLE, INK);
      }
      for (int row = 0; row < layout.rows.size(); row++) {
        SheetText text = layout.rows.get(row);
        Rectangle room = layout.rowLabel(page, row);
        int y = room.y + (room.height - text.height()) / 2;
        text.draw(graphics, room.x, y, SheetText.Side.RIGHT, INK);
      }
    }
  }

  private void fill(Rectangle room, Color colour) {
    graphics.setColor(colour);
    graphics.fillRect(room.x, room.y, room.width, room.height);
  }

  /** Puts a picture into the middle of its cell; one that is larger than the cell is cut. */
  public void place(int page, int column, int row, PixelImage picture) {
    Rectangle room = layout.cell(page, column, row);
    fill(room, PAPER);
    Graphics2D cut = (Graphics2D) graphics.create(room.x, room.y, room.width, room.height);
    cut.drawImage(
        RasterImages.of(picture),
        (room.width - picture.width()) / 2,
        (room.height - picture.height()) / 2,
        null);
    cut.dispose();
    graphics.setColor(HAIRLINE);
    graphics.drawRect(
        room.x + Math.max(0, (room.width - picture.width()) / 2) - 1,
        room.y + Math.max(0, (room.height - picture.height()) / 2) - 1,
        Math.min(room.width, picture.width()) + 1,
        Math.min(room.height, picture.height()) + 1);
  }

  /**
   * Puts a picture onto the first page, in the middle of what of its cell a caption below leaves.
   * The caption has two lines; what does not fit into them is left out.
   */
  public void place(int column, int row, PixelImage picture, String caption) {
    Rectangle room = layout.cell(0, column, row);
    fill(room, PAPER);
    Font font = fonts.forText(caption, CAPTION_TEXT, false);
    SheetText text = SheetText.of(caption, font, room.width, 2);
    int below = room.y + room.height - CAPTION_ROOM;
    int x = room.x + (room.width - picture.width()) / 2;
    int y = below - picture.height(); // pictures of a row stand on one line
    graphics.drawImage(RasterImages.of(picture), x, y, null);
    graphics.setColor(HAIRLINE);
    graphics.drawRect(x - 1, y - 1, picture.width() + 1, picture.height() + 1);
    text.draw(graphics, room.x, below + SheetLayout.GAP / 2, SheetText.Side.MIDDLE, INK);
  }

  /** Makes a cell of the first page into empty paper: there are no more pictures. */
  public void leaveOut(int column, int row) {
    fill(layout.cell(0, column, row), PAPER);
  }

  /** Says in a cell why it holds no picture. */
  public void say(int page, int column, int row, String reason) {
    Rectangle room = layout.cell(page, column, row);
    fill(room, FAILED);
    int pad = SheetLayout.GAP;
    SheetText text = fitting(reason, room.width - 2 * pad, room.height - 2 * pad);
    int y = room.y + Math.max(pad, (room.height - text.height()) / 2);
    text.draw(graphics, room.x + pad, y, SheetText.Side.MIDDLE, FAILED_INK);
  }

  /** The text as large as it fits, down to a size below which nobody reads it. */
  private SheetText fitting(String text, int width, int height) {
    for (int size = layout.textSize - 2; size > SMALLEST_TEXT; size--) {
      SheetText set =
          SheetText.of(text, fonts.forText(text, size, false), Math.max(1, width), MOST_LINES);
      if (set.height() <= height) {
        return set;
      }
    }
    int lines = Math.min(MOST_LINES, Math.max(1, height / (SMALLEST_TEXT * 3 / 2)));
    Font font = fonts.forText(text, SMALLEST_TEXT, false);
    return SheetText.of(text, font, Math.max(1, width), lines);
  }

  /** A copy of the sheet as it is now. */
  public PixelImage pixels() {
    return RasterImages.pixels(image);
  }

  /**
   * Writes the sheet as it is now, as a PNG file.
   *
   * @param texts as {@link PngWriter#write}
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}; its folder must
   *     exist
   */
  public void write(Map<String, String> texts, Path file) {
    PngWriter.write(image, texts, file);
  }
}
