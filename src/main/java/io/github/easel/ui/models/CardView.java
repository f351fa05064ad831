package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A model as a card: picture, name, kind and family, size and licence. */
final class CardView extends ToggleButton {

  private static final double PICTURE = 0.72;
  private static final double BORDER = 16;
  private static final double TEXTS = 84;

  private final ShownModel model;

  CardView(ShownModel model, ShelfViewModel shelf, Messages messages) {
    this.model = model;
    ModelCard card = model.card();
    ModelWords words = new ModelWords(messages);
    getStyleClass().add("model-card");
    BooleanBinding used = Bindings.createBooleanBinding(() -> shelf.isInUse(model), shelf.inUse());
    Label name = new Label(card.name());
    name.setId("model-name");
    name.getStyleClass().add("model-name");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Label line = new Label();
    line.getStyleClass().add("quiet");
    line.textProperty()
        .bind(Bindings.createStringBinding(() -> words.line(card), messages.dependencies()));
    if (card.obstacle().isPresent()) {
      line.getStyleClass().add("model-broken");
    }
    Label size = new Label(ModelWords.size(card.bytes()));
    size.getStyleClass().add("quiet");
    Label note = new Label(ModelWords.note(card));
    note.setId("model-note");
    note.getStyleClass().add("quiet");
    VBox texts = new VBox(2, name, line, size, note);
    texts.getStyleClass().add("model-card-texts");
    VBox all = new VBox(8, picture(used, messages), texts);
    all.setFillWidth(true);
    all.prefWidthProperty().bind(widthProperty().subtract(BORDER));
    setGraphic(all);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setAlignment(Pos.TOP_LEFT);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words.spoken(card, used.get()), messages.dependencies(used)));
    Hints.explain(
        this,
        Bindings.createStringBinding(() -> (card.name() + "\n" + ModelWords.note(card)).strip()));
    setSelected(shelf.chosen().get() == model);
    setOnAction(
        event -> {
          shelf.chosen().set(model);
          setSelected(true); // a second click must not turn it off
        });
    shelf.wantPicture(model);
  }

  private StackPane picture(BooleanBinding used, Messages messages) {
    Label badge = new Label();
    badge.getStyleClass().add("model-badge");
    badge.textProperty().bind(messages.text("inuse"));
    StackPane.setAlignment(badge, Pos.TOP_LEFT);
    PictureFrame frame = new PictureFrame(model.card(), model.picture());
    StackPane picture = new StackPane(frame, Visibility.when(badge, used));
    picture.minHeightProperty().bind(widthProperty().subtract(BORDER).multiply(PICTURE));
    picture.maxHeightProperty().bind(picture.minHeightProperty());
    return picture;
  }

  /** How high a card of that width is. */
  static double height(double width) {
    return Math.rint((width - BORDER) * PICTURE) + TEXTS + BORDER;
  }

  ShownModel model() {
    return model;
  }
}
