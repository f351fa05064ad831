package io.github.easel.ui.gallery;

import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.gallery.GalleryMenu.Aside;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.PictureMenu;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The right column, or the whole middle: all pictures, and the ways to find one again. */
public final class GalleryView extends VBox {

  private final GalleryViewModel gallery;
  private final GalleryActions actions;
  private final KeyMap keys;
  private final Messages messages;
  private final PictureGrid grid;
  private final SearchBar search;
  private final PictureMenu menu;
  private final ContextMenu several = new ContextMenu();
  private final ExportTarget exportTo;
  private final StackPane middle = new StackPane();
  private int own;

  /**
   * What the gallery needs of the window around it.
   *
   * @param wide whether it takes the whole middle
   * @param parts whether the list of its parts is open
   * @param tileSize what a picture's side should be near to
   * @param menu the menu of all pictures, to be the gallery's alone
   * @param onOpen shows the viewer
   */
  public record Surroundings(
      BooleanProperty wide,
      BooleanProperty parts,
      DoubleProperty tileSize,
      PictureMenu menu,
      Runnable onOpen) {}

  public GalleryView(
      GalleryViewModel gallery,
      GalleryActions actions,
      Surroundings around,
      KeyMap keys,
      Messages messages) {
    this.gallery = gallery;
    this.actions = actions;
    this.keys = keys;
    this.messages = messages;
    menu = around.menu();
    exportTo = new ExportTarget(messages);
    grid = new PictureGrid(gallery, around.tileSize(), messages);
    GridInput.listen(gallery, actions, grid, around.onOpen());
    grid.setOnContextMenuRequested(this::openMenu);
    several.getStyleClass().add("picture-menu");
    search = new SearchBar(gallery, this::enter, keys, messages);
    middle.getChildren().addAll(grid, empty(), nothing());
    VBox.setVgrow(middle, Priority.ALWAYS);
    getStyleClass().add("gallery");
    setMinWidth(0);
    getChildren()
        .addAll(
            new GalleryHead(gallery, actions, around, this::importFolder, keys, messages),
            search,
            new FilterChips(gallery, messages),
            new TrashBar(gallery, actions, messages),
            middle,
            ImportBar.of(gallery.collection().imports(), messages),
            ExportBar.of(gallery.exports(), messages),
            new GalleryFoot(gallery, around.tileSize(), messages));
  }

  /** Says why there is nothing to be seen yet. */
  private Node empty() {
    Label words = new Label();
    words.setId("gallery-empty");
    GalleryQuestion question = gallery.question();
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  GalleryScope.Kind kind = question.scope().get().kind();
                  return kind == GalleryScope.Kind.ALL
                      ? messages.now("gallery.empty", keys.label(Command.GENERATE))
                      : messages.now("gallery.empty." + kind);
                },
                messages.dependencies(question.scope(), keys.label(Command.GENERATE))));
    words.setWrapText(true);
    words.getStyleClass().addAll("quiet", "gallery-empty");
    return Visibility.when(words, isEmpty().and(question.searching().not()));
  }

  private BooleanBinding isEmpty() {
    return gallery.size().isEqualTo(0).and(gallery.listed());
  }

  /** Says that nothing is like what is looked for. */
  private Node nothing() {
    Label words = new Label();
    words.setId("gallery-nothing");
    GalleryQuestion question = gallery.question();
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("gallery.nothing" + about(question.alike().get())),
                messages.dependencies(question.alike())));
    words.setWrapText(true);
    words.getStyleClass().addAll("quiet", "gallery-empty");
    Button clear = new Button();
    clear.setId("gallery-clear");
    clear.textProperty().bind(messages.text("gallery.clear"));
    clear.setOnAction(event -> gallery.question().clear());
    VBox box = new VBox(12, words, clear);
    box.getStyleClass().add("gallery-nothing");
    box.setPickOnBounds(false);
    return Visibility.when(box, isEmpty().and(gallery.question().searching()));
  }

  /** The end of the key of what is said where nothing was found. */
  private static String about(@Nullable Alike alike) {
    if (alike == null || !alike.isEmpty()) {
      return ""; // what else is asked for left none
    }
    return alike.copies() ? ".duplicates" : ".alike";
  }

  private void openMenu(ContextMenuEvent event) {
    GalleryPicture selected = gallery.selected().get();
    GalleryTile tile =
        event.isKeyboardTrigger() ? grid.leadTile() : PictureGrid.tileOf(event.getTarget());
    if (selected == null || tile == null) {
      return;
    }
    Point2D at = new Point2D(event.getScreenX(), event.getScreenY());
    if (event.isKeyboardTrigger()) {
      Bounds bounds = tile.localToScreen(tile.getBoundsInLocal());
      at = new Point2D(bounds.getMinX() + 24, bounds.getMinY() + 24);
    }
    GalleryMenu items =
        new GalleryMenu(gallery, actions, keys, messages, new Aside(this::export, this::nameBoard));
    boolean trash = gallery.question().isAmongDiscarded();
    if (trash || actions.isAboutMany()) {
      several.getItems().setAll(trash ? items.trash() : items.many());
      several.show(grid, at.getX(), at.getY());
    } else {
      add(items.marks());
      menu.openWhen(gallery.session().shown(), selected::standsFor, grid, at);
    }
    event.consume();
  }

  private void export(Form form) {
    List<Long> ids = gallery.selection().ids().stream().filter(id -> id > 0).toList();
    if (!ids.isEmpty() && gallery.exports().progress().get() == null) {
      exportTo
          .ask(form, getScene().getWindow())
          .ifPresent(to -> gallery.exports().export(form, ids, to, messages.locale()));
    }
  }

  private void importFolder() {
    exportTo
        .folder("import.from", getScene().getWindow())
        .ifPresent(gallery.collection().imports()::begin);
  }

  private void nameBoard() {
    BoardName.ask(grid, messages, actions::addToNew);
  }

  /** Puts the gallery's own entries before those that all pictures have. */
  private void add(List<MenuItem> items) {
    menu.getItems().remove(0, own);
    menu.getItems().addAll(0, items);
    menu.getItems().add(items.size(), new SeparatorMenuItem());
    own = items.size() + 1;
  }

  /** Lets that lie over the bottom of the pictures. */
  public void floats(Node node) {
    StackPane.setMargin(node, new Insets(0, 0, 16, 0));
    middle.getChildren().add(node);
  }

  /** Goes to the pictures. */
  public void enter() {
    grid.requestFocus();
    if (gallery.selection().lead() < 0) {
      gallery.take(0, GallerySelection.Manner.ALONE);
    }
  }

  /** Begins to type what is looked for. */
  public void search() {
    search.enter();
  }
}
