package io.github.easel.ui.gallery;

import io.github.easel.gallery.Marks;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;

/** What the gallery does by keys, wherever the focus is but in a field for text. */
public final class GalleryCommands {

  private GalleryCommands() {}

  /** Enters what pictures are marked by. */
  public static void enter(CommandTable table, GalleryActions actions) {
    for (int stars = 0; stars <= Marks.MOST_STARS; stars++) {
      int given = stars;
      table.on(stars(stars), () -> actions.stars(given));
    }
    table.on(Command.FAVOURITE, actions::toggleFavourite);
  }

  /** The command that gives so many stars. */
  static Command stars(int stars) {
    return switch (stars) {
      case 1 -> Command.STARS_1;
      case 2 -> Command.STARS_2;
      case 3 -> Command.STARS_3;
      case 4 -> Command.STARS_4;
      case 5 -> Command.STARS_5;
      default -> Command.STARS_0;
    };
  }
}
