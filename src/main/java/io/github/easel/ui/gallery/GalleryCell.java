package io.github.easel.ui.gallery;

import io.github.easel.ui.text.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A line of the gallery: a day, or pictures. */
final class GalleryCell extends ListCell<GalleryRow> {

  private final GalleryViewModel gallery;
  private final Messages messages;
  private final Label day = new Label();
  private final HBox line = new HBox(GalleryView.GAP);
  private final List<GalleryTile> tiles = new ArrayList<>();
  private final Grid grid;

  /** How the pictures of a line are laid out now. */
  interface Grid {
    int columns();

    double side();
  }

  GalleryCell(GalleryViewModel gallery, Grid grid, Messages messages) {
    this.gallery = gallery;
    this.grid = grid;
    this.messages = messages;
    day.getStyleClass().add("gallery-day");
    gallery.selected().addListener(changed -> tiles.forEach(GalleryTile::mark));
  }

  @Override
  protected void updateItem(@Nullable GalleryRow row, boolean empty) {
    super.updateItem(row, empty);
    List<GalleryPicture> pictures =
        !empty && row instanceof GalleryRow.Pictures some ? some.pictures() : List.of();
    while (tiles.size() < pictures.size()) {
      GalleryTile tile = new GalleryTile(gallery);
      tiles.add(tile);
      line.getChildren().add(tile);
    }
    for (int i = 0; i < tiles.size(); i++) {
      GalleryTile tile = tiles.get(i);
      tile.resizeTo(grid.side());
      tile.setManaged(i < pictures.size());
      tile.show(i < pictures.size() ? pictures.get(i) : null, messages);
    }
    if (!empty && row instanceof GalleryRow.Day heading) {
      day.setText(name(heading.date()));
      setGraphic(day);
    } else {
      setGraphic(pictures.isEmpty() ? null : line);
    }
    if (!empty && getIndex() >= getListView().getItems().size() - 1) {
      gallery.more();
    }
  }

  private String name(LocalDate date) {
    LocalDate today = gallery.today();
    if (date.equals(today)) {
      return messages.now("gallery.today");
    }
    if (date.equals(today.minusDays(1))) {
      return messages.now("gallery.yesterday");
    }
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(messages.locale())
        .format(date);
  }
}
