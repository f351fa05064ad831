package io.github.easel.app.grid;

import io.github.easel.app.GenerationService;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.image.ContactSheet;
import io.github.easel.image.SheetPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Draws grids: every picture, and the sheet that they stand on, as one piece of work.
 *
 * <p>Pictures are made in an order that opens each model once and changes the size seldom. One that
 * cannot be made leaves its reason in its place, and the rest goes on, unless all others would meet
 * the same: then the sheet ends there.
 */
public final class GridService {

  /** The longest side of a sheet in pixels: many programs open nothing longer. */
  public static final int LONGEST_SIDE = 16_384;

  /** The most pixels of a sheet. */
  public static final long MOST_PIXELS = 200_000_000;

  private static final int MEGA = 1_000_000;

  private final GenerationService generation;
  private final GridTexts texts;
  private final UserMessages messages;

  /**
   * A service that writes sheets in one language.
   *
   * @param generation makes the pictures
   */
  public GridService(GenerationService generation, Locale locale) {
    this.generation = generation;
    texts = new GridTexts(locale);
    messages = new UserMessages(locale);
  }

  /**
   * Checks all that can be checked before a picture is made.
   *
   * @throws GridProblem if the sheet would be too large, or a value is unknown or out of range
   */
  public GridSize check(GridPlan plan) {
    List<GridCell> cells = plan.cells();
    ContactSheet.Extent extent = checked(sheetPlan(plan, cells));
    return new GridSize(cells.size(), extent.width(), extent.height());
  }

  /**
   * Draws a grid and returns when it is finished, cancelled or at its end; call it off the window's
   * thread.
   *
   * @return the sheet, with as many pictures as were made
   * @throws GridProblem as {@link #check}
   * @throws GenerationException if there is no picture at all, or no memory for the sheet
   */
  public GridOutcome draw(GridPlan plan, GridListener listener, Cancellation cancellation) {
    List<GridCell> cells = plan.cells();
    SheetPlan sheetPlan = sheetPlan(plan, cells);
    ContactSheet.Extent extent = checked(sheetPlan);
    ContactSheet sheet = sheet(sheetPlan, extent);
    return new GridRun(plan, cells, generation, messages, sheet).run(listener, cancellation);
  }

  private SheetPlan sheetPlan(GridPlan plan, List<GridCell> cells) {
    Integer[] widths = new Integer[plan.columns()];
    Integer[] heights = new Integer[plan.rows()];
    Arrays.fill(widths, 0);
    Arrays.fill(heights, 0);
    for (GridCell cell : cells) {
      widths[cell.x()] = Math.max(widths[cell.x()], cell.request().size().width());
      heights[cell.y()] = Math.max(heights[cell.y()], cell.request().size().height());
    }
    return new SheetPlan(
        plan.base().prompt().positive(),
        texts.settings(plan),
        texts.labels(plan.z()),
        texts.labels(plan.x()),
        texts.labels(plan.y()),
        List.of(widths),
        List.of(heights));
  }

  private static ContactSheet.Extent checked(SheetPlan plan) {
    ContactSheet.Extent extent = ContactSheet.measure(plan);
    if (extent.width() > LONGEST_SIDE
        || extent.height() > LONGEST_SIDE
        || extent.pixels() > MOST_PIXELS) {
      throw new GridProblem(
          GridProblem.Kind.SHEET_TOO_LARGE,
          Integer.toString(extent.width()),
          Integer.toString(extent.height()),
          Integer.toString(LONGEST_SIDE),
          Long.toString(MOST_PIXELS / MEGA));
    }
    return extent;
  }

  /** The memory is taken now, and not after hours of work. */
  private static ContactSheet sheet(SheetPlan plan, ContactSheet.Extent extent) {
    try {
      return new ContactSheet(plan);
    } catch (OutOfMemoryError e) {
      throw new GenerationException(
          Failure.OUT_OF_MEMORY,
          "no memory for a sheet of " + extent,
          e,
          extent.width() + "x" + extent.height());
    }
  }
}
