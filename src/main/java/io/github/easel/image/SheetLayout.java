package io.github.easel.image;

import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything stands on a sheet, in pixels.
 *
 * <p>Pages are as many beside each other as bring the sheet nearest to 4:3. Every page repeats the
 * labels of its columns and rows, so that no picture is far from its own.
 */
final class SheetLayout {

  static final int MARGIN = 24;
  static final int GAP = 8;

  private static final double WISHED_RATIO = 4.0 / 3;
  private static final int SMALLEST_TEXT = 13;
  private static final int LARGEST_TEXT = 28;
  private static final int COLUMN_LINES = 3;
  private static final int ROW_LINES = 6;
  private static final int TITLE_LINES = 2;

  final List<SheetText> columns = new ArrayList<>();
  final List<SheetText> rows = new ArrayList<>();
  final List<SheetText> pages = new ArrayList<>();
  final SheetText title;
  final SheetText settings;
  final int textSize;

  private final SheetFont fonts;
  private final List<Integer> columnWidths = new ArrayList<>();
  private final List<Integer> rowHeights;
  private final int rowLabelWidth;
  private final int columnLabelHeight;
  private final int pageLabelHeight;
  private final int acrossPages;

  SheetLayout(SheetPlan plan, SheetFont fonts) {
    this.fonts = fonts;
    rowHeights = plan.rowHeights();
    textSize = textSize(plan);
    // A column is never too narrow for a few letters.
    plan.columnWidths().forEach(width -> columnWidths.add(Math.max(width, 5 * textSize)));

    for (int i = 0; i < columnWidths.size(); i++) {
      String text = plan.columns().get(i);
      columns.add(SheetText.of(text, font(text), columnWidths.get(i), COLUMN_LINES));
    }
    int widestRow = plan.rows().stream().mapToInt(this::rowWidth).max().orElse(0);
    for (int i = 0; i < rowHeights.size(); i++) {
      String text = plan.rows().get(i);
      int lines = Math.max(1, Math.min(ROW_LINES, rowHeights.get(i) / (textSize * 3 / 2)));
      rows.add(SheetText.of(text, font(text), widestRow, lines));
    }
    rowLabelWidth = widestRow == 0 ? 0 : widestRow + GAP + GAP / 2;
    columnLabelHeight = below(columns);
    for (String text : plan.pages()) {
      Font font = fonts.forText(text, textSize + 2, true);
      pages.add(SheetText.of(text, font, pageWidth(), TITLE_LINES));
    }
    pageLabelHeight = below(pages);
    acrossPages = bestAcross(plan.pages().size());
    title = caption(plan.title(), textSize + 4, true);
    settings = caption(plan.settings(), textSize, false);
  }

  private static int textSize(SheetPlan plan) {
    int side =
        Math.max(
            plan.columnWidths().stream().mapToInt(Integer::intValue).max().orElse(0),
            plan.rowHeights().stream().mapToInt(Integer::intValue).max().orElse(0));
    return Math.max(SMALLEST_TEXT, Math.min(LARGEST_TEXT, 8 + side / 24));
  }

  private Font font(String text) {
    return fonts.forText(text, textSize, false);
  }

  private SheetText caption(String text, int size, boolean strong) {
    int width = Math.max(width() - 2 * MARGIN, 1);
    return SheetText.of(text, fonts.forText(text, size, strong), width, TITLE_LINES);
  }

  /** Row labels take the room that the widest needs, up to a dozen letters. */
  private int rowWidth(String text) {
    return SheetText.of(text, font(text), 10 * textSize, ROW_LINES).usedWidth();
  }

  private static int below(List<SheetText> texts) {
    int highest = texts.stream().mapToInt(SheetText::height).max().orElse(0);
    return highest == 0 ? 0 : highest + GAP;
  }

  private int bestAcross(int count) {
    int best = 1;
    double nearest = Double.MAX_VALUE;
    for (int across = 1; across <= count; across++) {
      int down = (count + across - 1) / across;
      double ratio = (double) across * pageWidth() / ((double) down * pageHeight());
      double distance = Math.abs(Math.log(ratio / WISHED_RATIO));
      if (distance < nearest - 1e-9) {
        best = across;
        nearest = distance;
      }
    }
    return best;
  }

  private static int sum(List<Integer> lengths) {
    return lengths.stream().mapToInt(Integer::intValue).reduce(-GAP, (a, b) -> a + GAP + b);
  }

  int pageWidth() {
    return rowLabelWidth + sum(columnWidths);
  }

  private int pageHeight() {
    return pageLabelHeight + columnLabelHeight + sum(rowHeights);
  }

  int width() {
    return 2 * MARGIN + acrossPages * (pageWidth() + MARGIN) - MARGIN;
  }

  int height() {
    int down = (pages.size() + acrossPages - 1) / acrossPages;
    return captionHeight() + MARGIN + down * (pageHeight() + MARGIN);
  }

  /** The height of all that stands above the pages, without the margin. */
  private int captionHeight() {
    int texts = title.height() + settings.height();
    return texts == 0 ? 0 : texts + GAP + MARGIN / 2;
  }

  /** The whole page with its labels. */
  Rectangle page(int index) {
    return new Rectangle(
        MARGIN + index % acrossPages * (pageWidth() + MARGIN),
        captionHeight() + MARGIN + index / acrossPages * (pageHeight() + MARGIN),
        pageWidth(),
        pageHeight());
  }

  /** The room of a row's label. */
  Rectangle rowLabel(int page, int row) {
    Rectangle cell = cell(page, 0, row);
    int width = Math.max(0, rowLabelWidth - GAP - GAP / 2);
    return new Rectangle(page(page).x, cell.y, width, cell.height);
  }

  /** The room of a column's label. */
  Rectangle columnLabel(int page, int column) {
    Rectangle cell = cell(page, column, 0);
    return new Rectangle(
        cell.x, cell.y - columnLabelHeight, cell.width, Math.max(0, columnLabelHeight - GAP));
  }

  /** The room of a picture. */
  Rectangle cell(int page, int column, int row) {
    Rectangle all = page(page);
    return new Rectangle(
        all.x + rowLabelWidth + sum(columnWidths.subList(0, column)) + GAP,
        all.y + pageLabelHeight + columnLabelHeight + sum(rowHeights.subList(0, row)) + GAP,
        columnWidths.get(column),
        rowHeights.get(row));
  }
}
