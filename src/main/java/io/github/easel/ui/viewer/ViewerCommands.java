package io.github.easel.ui.viewer;

import io.github.easel.ui.compose.Recall;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What the viewer does by keys. */
public final class ViewerCommands {

  private final CommandTable table;
  private final ViewerViewModel viewer;

  private ViewerCommands(CommandTable table, ViewerViewModel viewer) {
    this.table = table;
    this.viewer = viewer;
  }

  /** Enters all of them. */
  public static void enter(CommandTable table, ViewerViewModel viewer, PictureActions actions) {
    ViewerCommands commands = new ViewerCommands(table, viewer);
    ZoomModel zoom = viewer.zoom();
    table.on(Command.FIT, zoom::fit);
    table.on(Command.ACTUAL_SIZE, () -> zoom.to(1));
    table.on(Command.TWICE, () -> zoom.to(2));
    table.on(Command.ZOOM_IN, zoom::in);
    table.on(Command.ZOOM_OUT, zoom::out);
    table.on(Command.PREVIOUS, viewer::previous);
    table.on(Command.NEXT, viewer::next);
    table.on(Command.COMPARE, viewer.compare()::cycle);
    table.on(Command.INFO, () -> viewer.info().set(!viewer.info().get()));
    for (Recall what : Recall.values()) {
      of(what)
          .ifPresent(
              command -> commands.onPicture(command, picture -> actions.recall(picture, what)));
    }
    commands.onPicture(Command.USE_AS_SOURCE, actions::useAsSource);
    commands.onPicture(Command.VARIATIONS, actions::vary);
    commands.onPicture(Command.MORE_LIKE, actions::moreLike);
    commands.onPicture(Command.LINEAGE, actions::lineage);
    commands.onPicture(Command.SAVE, actions::saveAs);
    commands.onPicture(Command.COPY, actions::copy);
    commands.onPicture(Command.COPY_SETTINGS, actions::copySettings);
    commands.onPicture(Command.REVEAL, actions::reveal);
    commands.onPicture(Command.ACCEPT, actions::accept);
    commands.onPicture(Command.DISCARD, actions::discard);
  }

  /** The command that takes over that much of a picture; nothing where there is none. */
  static Optional<Command> of(Recall what) {
    return Command.find("recall_" + what.name().toLowerCase(Locale.ROOT));
  }

  private void onPicture(Command command, Consumer<Picture> action) {
    table.on(
        command,
        () -> {
          Picture picture = viewer.subject().get();
          if (picture != null) {
            action.accept(picture);
          }
        });
  }
}
