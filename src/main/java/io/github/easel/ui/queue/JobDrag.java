package io.github.easel.ui.queue;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** Puts jobs that wait in another order by dragging their rows. */
final class JobDrag {

  private static final DataFormat JOB = new DataFormat("application/x-easel-job");
  private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
  private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

  private final JobCommands commands;
  private @Nullable JobRow dragged;

  JobDrag(JobCommands commands) {
    this.commands = commands;
  }

  /** Lets the cell's row be dragged, and others be dropped there. */
  void on(ListCell<JobRow> cell) {
    cell.setOnDragDetected(
        event -> {
          JobRow row = cell.getItem();
          if (row != null && row.kind().get().waits()) {
            dragged = row;
            ClipboardContent content = new ClipboardContent();
            content.put(JOB, row.id().toString());
            var board = cell.startDragAndDrop(TransferMode.MOVE);
            board.setContent(content);
            board.setDragView(cell.snapshot(null, null));
            event.consume();
          }
        });
    cell.setOnDragOver(
        event -> {
          if (target(cell) >= 0) {
            event.acceptTransferModes(TransferMode.MOVE);
            mark(cell, below(cell, event), true);
            event.consume();
          }
        });
    cell.setOnDragExited(event -> mark(cell, false, false));
    cell.setOnDragDropped(event -> drop(cell, event));
    cell.setOnDragDone(event -> dragged = null);
  }

  private void drop(ListCell<JobRow> cell, DragEvent event) {
    JobRow row = dragged;
    int target = target(cell);
    if (row == null || target < 0) {
      return;
    }
    commands.put(row, destination(commands.place(row), target, below(cell, event)));
    event.setDropCompleted(true);
    event.consume();
  }

  /**
   * The place that the row takes up afterwards.
   *
   * @param from its place among those that wait
   * @param target the place of the row that it was dropped on
   * @param below whether it was dropped on the lower half of that
   */
  static int destination(int from, int target, boolean below) {
    int gap = target + (below ? 1 : 0);
    return gap > from ? gap - 1 : gap; // it leaves a gap itself
  }

  /** The place of the cell's row among those that wait, if a row can be dropped there, or -1. */
  private int target(ListCell<JobRow> cell) {
    JobRow row = cell.getItem();
    return dragged == null || row == null ? -1 : commands.place(row);
  }

  private static boolean below(ListCell<JobRow> cell, DragEvent event) {
    return event.getY() > cell.getHeight() / 2;
  }

  private static void mark(ListCell<JobRow> cell, boolean below, boolean over) {
    cell.pseudoClassStateChanged(ABOVE, over && !below);
    cell.pseudoClassStateChanged(BELOW, over && below);
  }
}
