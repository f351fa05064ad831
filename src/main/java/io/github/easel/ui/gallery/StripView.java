package io.github.easel.ui.gallery;

import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The right column: the pictures of this session, newest first. */
public final class StripView extends VBox {

  private static final double THUMBNAIL = 104;

  private final Messages messages;

  public StripView(PicturesViewModel pictures, Messages messages) {
    this.messages = messages;
    Label title = new Label();
    title.textProperty().bind(messages.text("strip.title"));
    title.getStyleClass().add("strip-title");
    Label empty = new Label();
    empty.textProperty().bind(messages.text("strip.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().addAll("quiet", "strip-empty");
    ListView<Picture> list = new ListView<>(pictures.all());
    list.setId("strip");
    list.setPlaceholder(empty);
    list.setCellFactory(view -> new Thumbnail());
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, old, chosen) -> show(pictures, chosen));
    pictures.shown().addListener((property, old, shown) -> list.getSelectionModel().select(shown));
    getStyleClass().add("strip");
    getChildren().addAll(title, list);
  }

  private static void show(PicturesViewModel pictures, @Nullable Picture chosen) {
    if (chosen != null) {
      pictures.shown().set(chosen);
    }
  }

  /** A small picture with its seed. */
  private final class Thumbnail extends ListCell<Picture> {

    private final ImageView view = new ImageView();
    private final Label seed = new Label();
    private final VBox box = new VBox(view, seed);

    Thumbnail() {
      view.setFitWidth(THUMBNAIL);
      view.setFitHeight(THUMBNAIL);
      view.setPreserveRatio(true);
      view.setSmooth(true);
      seed.getStyleClass().add("quiet");
      seed.setMinHeight(USE_PREF_SIZE); // in some languages it has two lines
      box.setAlignment(Pos.CENTER);
      box.getStyleClass().add("thumbnail");
    }

    @Override
    protected void updateItem(@Nullable Picture picture, boolean empty) {
      super.updateItem(picture, empty);
      if (empty || picture == null) {
        setGraphic(null);
        seed.textProperty().unbind();
        view.imageProperty().unbind();
        view.setImage(null);
        return;
      }
      String number = Long.toString(picture.request().seed());
      view.imageProperty().bind(picture.thumbnail());
      seed.textProperty().bind(messages.text("strip.seed", number));
      setAccessibleText(
          messages.now("strip.describe", picture.request().prompt().positive(), number));
      setGraphic(box);
    }
  }
}
