package io.github.easel.ui.studio;

import io.github.easel.ui.canvas.CanvasViewModel;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;
import io.github.easel.ui.viewer.ViewerViewModel;
import io.github.easel.ui.viewer.ZoomModel;

/** Keys that mean the same on both faces of the middle: closer, the next one, keep it. */
final class FaceCommands {

  private final CommandTable table;
  private final LayoutViewModel layout;

  private FaceCommands(CommandTable table, LayoutViewModel layout) {
    this.table = table;
    this.layout = layout;
  }

  /** Enters all of them; call it after the viewer has entered its own. */
  static void enter(StudioViewModel studio, Runnable accept, Runnable discard) {
    FaceCommands faces = new FaceCommands(studio.commands(), studio.layout());
    CanvasViewModel canvas = studio.canvas();
    ViewerViewModel viewer = studio.viewer();
    ZoomModel zoom = viewer.zoom();
    faces.on(Command.FIT, canvas::fit, zoom::fit);
    faces.on(Command.ACTUAL_SIZE, () -> canvas.viewport().to(1), () -> zoom.to(1));
    faces.on(Command.TWICE, () -> canvas.viewport().to(2), () -> zoom.to(2));
    faces.on(Command.ZOOM_IN, canvas.viewport()::in, zoom::in);
    faces.on(Command.ZOOM_OUT, canvas.viewport()::out, zoom::out);
    faces.on(Command.PREVIOUS, () -> canvas.staging().step(-1), viewer::previous);
    faces.on(Command.NEXT, () -> canvas.staging().step(1), viewer::next);
    faces.on(Command.ACCEPT, canvas::acceptResult, accept);
    faces.on(Command.DISCARD, canvas.staging()::discard, discard);
  }

  private void on(Command command, Runnable onCanvas, Runnable inViewer) {
    table.on(command, () -> (layout.place() == Command.Place.CANVAS ? onCanvas : inViewer).run());
  }
}
