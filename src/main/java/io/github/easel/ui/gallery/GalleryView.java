package io.github.easel.ui.gallery;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The right column: all pictures by day, newest first. */
public final class GalleryView extends VBox implements GalleryCell.Grid {

  /** Between two pictures. */
  static final double GAP = 8;

  /** What a picture's side should be near to. */
  private static final double TILE = 116;

  /** Beside the pictures: the column's own distances and the bar for scrolling. */
  private static final double BESIDE = 32;

  private static final int LEAST_COLUMNS = 2;

  private final GalleryViewModel gallery;
  private final ObservableList<GalleryRow> rows = FXCollections.observableArrayList();
  private final ListView<GalleryRow> list = new ListView<>(rows);
  private int columns = LEAST_COLUMNS;

  public GalleryView(GalleryViewModel gallery, KeyMap keys, Messages messages) {
    this.gallery = gallery;
    Label title = new Label();
    title.textProperty().bind(messages.text("gallery.title"));
    title.getStyleClass().add("gallery-title");
    Label empty = new Label();
    empty.setId("gallery-empty");
    empty.textProperty().bind(messages.text("gallery.empty", keys.label(Command.GENERATE)));
    empty.setWrapText(true);
    empty.getStyleClass().addAll("quiet", "gallery-empty");
    Visibility.when(empty, Bindings.isEmpty(gallery.pictures()).and(gallery.listed()));
    list.setId("gallery");
    list.getStyleClass().add("gallery-list");
    list.setCellFactory(view -> new GalleryCell(gallery, this, messages));
    list.setPlaceholder(new StackPane());
    list.accessibleTextProperty().bind(messages.text("gallery.title"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    list.widthProperty().addListener(changed -> fit());
    StackPane middle = new StackPane(list, empty);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getStyleClass().add("gallery");
    getChildren().addAll(title, middle);
    gallery.pictures().addListener((ListChangeListener<GalleryPicture>) change -> build());
    gallery.selected().addListener((property, old, now) -> reveal(now));
    messages.language().addListener(changed -> list.refresh());
    build();
  }

  private void build() {
    rows.setAll(GalleryRow.rows(gallery.pictures(), columns));
  }

  private void fit() {
    int fitting = (int) Math.round((list.getWidth() - BESIDE + GAP) / (TILE + GAP));
    int wanted = Math.max(LEAST_COLUMNS, fitting);
    if (wanted != columns) {
      columns = wanted;
      build();
    } else {
      list.refresh();
    }
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public double side() {
    return Math.max(32, Math.floor((list.getWidth() - BESIDE + GAP) / columns - GAP));
  }

  private void reveal(GalleryPicture picture) {
    if (!shows()) {
      return; // cells made now would find no colours, for the window's styles are gone with it
    }
    int index = picture == null ? -1 : GalleryRow.indexOf(rows, picture);
    if (index >= 0 && !inSight(index)) {
      list.scrollTo(Math.max(0, index - 1));
    }
  }

  private boolean shows() {
    return list.getScene() != null
        && list.getScene().getWindow() != null
        && list.getScene().getWindow().isShowing();
  }

  private boolean inSight(int index) {
    return list.lookupAll(".list-cell").stream()
        .map(GalleryCell.class::cast)
        .filter(cell -> cell.getIndex() == index && cell.isVisible())
        .anyMatch(
            cell ->
                cell.getBoundsInParent().getMinY() >= 0
                    && cell.localToScene(cell.getBoundsInLocal()).getMaxY()
                        <= list.localToScene(list.getBoundsInLocal()).getMaxY());
  }

  private void onKey(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> gallery.step(-1);
      case RIGHT -> gallery.step(1);
      case UP -> stepLine(-1);
      case DOWN -> stepLine(1);
      case HOME -> gallery.pictures().stream().findFirst().ifPresent(gallery::show);
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** To the picture above or below, over the days' headings. */
  private void stepLine(int direction) {
    GalleryPicture from = gallery.selected().get();
    int line = from == null ? -1 : GalleryRow.indexOf(rows, from);
    if (line < 0) {
      gallery.step(1);
      return;
    }
    int column = ((GalleryRow.Pictures) rows.get(line)).pictures().indexOf(from);
    for (int i = line + direction; i >= 0 && i < rows.size(); i += direction) {
      if (rows.get(i) instanceof GalleryRow.Pictures next) {
        gallery.show(next.pictures().get(Math.min(column, next.pictures().size() - 1)));
        return;
      }
    }
  }
}
