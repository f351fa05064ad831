package io.github.easel.ui.gallery;

import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.Marks;
import io.github.easel.ui.gallery.GalleryCollection.Board;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What the menu of the gallery's pictures has beside what all pictures have. */
final class GalleryMenu {

  private final GalleryViewModel gallery;
  private final GalleryActions actions;
  private final KeyMap keys;
  private final Messages messages;
  private final Aside aside;

  /**
   * What asks something first.
   *
   * @param export takes what is chosen out of the collection
   * @param newBoard makes a board for what is chosen
   */
  record Aside(Consumer<Form> export, Runnable newBoard) {}

  GalleryMenu(
      GalleryViewModel gallery,
      GalleryActions actions,
      KeyMap keys,
      Messages messages,
      Aside aside) {
    this.aside = aside;
    this.gallery = gallery;
    this.actions = actions;
    this.keys = keys;
    this.messages = messages;
  }

  /** Marks, boards, likeness: for the chosen pictures as they are now. */
  List<MenuItem> marks() {
    GalleryPicture lead = gallery.selected().get();
    Marks noted = lead == null ? Marks.NONE : lead.marks();
    List<MenuItem> items = new ArrayList<>();
    CheckMenuItem favourite = new CheckMenuItem(messages.now("menu.favourite"));
    favourite.setId("menu-favourite");
    favourite.setGraphic(new FontIcon(Material2AL.FAVORITE_BORDER));
    favourite.setSelected(noted.favourite());
    favourite.setAccelerator(keys.of(Command.FAVOURITE).get());
    favourite.setOnAction(event -> actions.toggleFavourite());
    items.add(favourite);
    items.add(stars(noted));
    items.add(colours(noted));
    items.add(boards());
    GalleryScope scope = gallery.question().scope().get();
    if (scope.kind() == GalleryScope.Kind.BOARD) {
      items.add(
          item(
              "menu-off-board",
              messages.now("menu.off", scope.board()),
              null,
              () -> actions.removeFrom(scope.board())));
    }
    items.add(export());
    return items;
  }

  private Menu export() {
    Menu menu = new Menu(messages.now("menu.export"), new FontIcon(Material2MZ.SAVE_ALT));
    menu.setId("menu-export");
    menu.setDisable(
        gallery.exports().progress().get() != null
            || gallery.selection().ids().stream().noneMatch(id -> id > 0));
    for (Form form : Form.values()) {
      menu.getItems()
          .add(
              item(
                  "menu-export-" + form,
                  messages.now("menu.export." + form),
                  null,
                  () -> aside.export().accept(form)));
    }
    return menu;
  }

  /** For several pictures at once. */
  List<MenuItem> many() {
    List<MenuItem> items = marks();
    items.add(new SeparatorMenuItem());
    items.add(
        item(
            "menu-copy-many",
            messages.now("menu.copy.many"),
            Material2AL.CONTENT_COPY,
            () -> actions.files(GalleryClipboard::copy)));
    items.add(new SeparatorMenuItem());
    MenuItem discard =
        item(
            "menu-discard-many",
            messages.now("menu.discard.many", gallery.selection().count().get()),
            Material2AL.DELETE_OUTLINE,
            actions::discard);
    discard.setAccelerator(keys.of(Command.DISCARD).get());
    items.add(discard);
    return items;
  }

  /** For pictures in the trash. */
  List<MenuItem> trash() {
    return List.of(
        item("menu-restore", messages.now("trash.restore"), Material2MZ.RESTORE, actions::restore));
  }

  private Menu stars(Marks noted) {
    Menu menu = new Menu(messages.now("menu.stars"), new FontIcon(Material2MZ.STAR_OUTLINE));
    menu.setId("menu-stars");
    for (int stars = Marks.MOST_STARS; stars >= 0; stars--) {
      int given = stars;
      CheckMenuItem item =
          new CheckMenuItem(
              given == 0 ? messages.now("stars.none") : messages.now("marks.stars", given));
      item.setId("menu-stars-" + given);
      item.setSelected(noted.stars() == given);
      item.setAccelerator(keys.of(GalleryCommands.stars(given)).get());
      item.setOnAction(event -> actions.giveStars(given));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu colours(Marks noted) {
    Menu menu = new Menu(messages.now("menu.colour"), new FontIcon(Material2AL.LABEL));
    menu.setId("menu-colour");
    for (ColourLabel colour : ColourLabel.values()) {
      CheckMenuItem item = new CheckMenuItem(messages.now("colour." + colour));
      item.setId("menu-colour-" + colour.name().toLowerCase(Locale.ROOT));
      item.setGraphic(ColourDots.of(colour, messages));
      boolean has = noted.label().filter(own -> own == colour).isPresent();
      item.setSelected(has);
      item.setOnAction(event -> actions.label(has ? Optional.empty() : Optional.of(colour)));
      menu.getItems().add(item);
    }
    menu.getItems()
        .add(
            item(
                "menu-no-colour",
                messages.now("colour.none"),
                null,
                () -> actions.label(Optional.empty())));
    return menu;
  }

  private Menu boards() {
    Menu menu = new Menu(messages.now("menu.board"), new FontIcon(Material2AL.COLLECTIONS));
    menu.setId("menu-board");
    for (Board board : gallery.collection().boards()) {
      menu.getItems()
          .add(
              item(
                  "menu-board-" + board.name(),
                  board.name(),
                  null,
                  () -> actions.addTo(board.name())));
    }
    if (!menu.getItems().isEmpty()) {
      menu.getItems().add(new SeparatorMenuItem());
    }
    menu.getItems()
        .add(
            item(
                "menu-new-board",
                messages.now("menu.board.new"),
                Material2AL.ADD,
                aside.newBoard()));
    return menu;
  }

  private static MenuItem item(String id, String text, @Nullable Ikon icon, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setId(id);
    item.setMnemonicParsing(false);
    if (icon != null) {
      item.setGraphic(new FontIcon(icon));
    }
    item.setOnAction(event -> action.run());
    return item;
  }
}
