package io.github.easel.image;

import java.util.List;

/**
 * What a sheet of pictures in rows, columns and pages says and holds. An empty text leaves no room
 * behind.
 *
 * @param title stands on top, in up to two lines
 * @param settings stands under it, smaller
 * @param pages the pages' labels, at least one
 * @param columns the columns' labels, at least one
 * @param rows the rows' labels, at least one
 * @param columnWidths pixels of the widest picture in each column
 * @param rowHeights pixels of the highest picture in each row
 */
public record SheetPlan(
    String title,
    String settings,
    List<String> pages,
    List<String> columns,
    List<String> rows,
    List<Integer> columnWidths,
    List<Integer> rowHeights) {

  public SheetPlan {
    pages = List.copyOf(pages);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    columnWidths = List.copyOf(columnWidths);
    rowHeights = List.copyOf(rowHeights);
    if (pages.isEmpty()
        || columns.isEmpty()
        || rows.isEmpty()
        || columns.size() != columnWidths.size()
        || rows.size() != rowHeights.size()) {
      throw new IllegalArgumentException(
          "%d pages, %d columns of %d widths, %d rows of %d heights"
              .formatted(
                  pages.size(),
                  columns.size(),
                  columnWidths.size(),
                  rows.size(),
                  rowHeights.size()));
    }
  }
}
