package io.github.easel.ui.compose;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** The picture to begin with and how much of it is kept. */
final class SourceView extends VBox {

  private static final double THUMBNAIL = 56;
  private static final double MASK = 24;

  private final ComposeViewModel compose;
  private final SourceViewModel start;
  private final Messages messages;

  SourceView(ComposeViewModel compose, Messages messages) {
    this.compose = compose;
    this.start = compose.start();
    this.messages = messages;
    getStyleClass().add("source");
    setId("source");
    getChildren()
        .addAll(
            head(),
            problem(),
            mask(),
            strength(),
            fits(),
            Visibility.when(
                new StylePictureView("source", compose, messages), start.mask().there().not()),
            new TouchView("source", start, messages));
  }

  /** Whether there is a picture to begin with. */
  static ObservableValue<Boolean> shown(ComposeViewModel compose) {
    return compose.start().there().and(compose.ground().isNull());
  }

  private Node head() {
    Label title = new Label();
    title.getStyleClass().add("field-name");
    title.textProperty().bind(messages.text("compose.source"));
    Label name = new Label();
    name.setId("source-name");
    name.getStyleClass().add("figure");
    name.textProperty().bind(start.name());
    VBox words = new VBox(title, name, shape());
    words.getStyleClass().add("source-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button drop =
        Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("compose.source.remove"));
    drop.setId("drop-source");
    drop.setOnAction(event -> compose.dropSource());
    HBox head = new HBox(12, thumbnail(), words, drop);
    head.setAlignment(Pos.TOP_LEFT);
    return head;
  }

  private Node thumbnail() {
    ImageView view = new ImageView();
    view.setFitWidth(THUMBNAIL);
    view.setFitHeight(THUMBNAIL);
    view.setPreserveRatio(true);
    view.imageProperty().bind(start.thumbnail());
    Rectangle corners = new Rectangle(THUMBNAIL, THUMBNAIL);
    corners.setArcWidth(8);
    corners.setArcHeight(8);
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add("source-thumbnail");
    frame.setMinSize(THUMBNAIL, THUMBNAIL);
    frame.setMaxSize(THUMBNAIL, THUMBNAIL);
    frame.setClip(corners);
    return frame;
  }

  /** Offered while the pictures are of another shape than their source. */
  private Node shape() {
    Hyperlink link = new Hyperlink();
    link.setId("source-size");
    link.getStyleClass().add("source-size");
    link.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.now(
                        "compose.source.size",
                        Integer.toString(compose.sizeOfSource().width()),
                        Integer.toString(compose.sizeOfSource().height())),
                messages.dependencies(start.image(), compose.size(), compose.format().multiple())));
    link.setOnAction(event -> compose.format().choose(compose.sizeOfSource()));
    return Visibility.when(
        link,
        Bindings.createBooleanBinding(
            () -> !compose.sizeOfSource().equals(compose.size().get()),
            start.image(),
            compose.size(),
            compose.format().multiple()));
  }

  /** Tells that only a part becomes new, and which. */
  private Node mask() {
    ImageView look = new ImageView();
    look.setFitWidth(MASK);
    look.setFitHeight(MASK);
    look.setPreserveRatio(true);
    look.imageProperty().bind(start.mask().thumbnail());
    StackPane frame = new StackPane(look);
    frame.getStyleClass().add("source-thumbnail");
    frame.setMinSize(MASK, MASK);
    frame.setMaxSize(MASK, MASK);
    Label words = new Label();
    words.setId("source-mask");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setMinWidth(0);
    words.setMaxWidth(Double.MAX_VALUE);
    words.getStyleClass().add("quiet");
    words.textProperty().bind(messages.text("compose.mask"));
    HBox.setHgrow(words, Priority.ALWAYS);
    Button drop =
        Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("compose.mask.remove"));
    drop.setId("drop-mask");
    drop.setOnAction(event -> start.mask().drop());
    HBox line = new HBox(12, frame, words, drop);
    line.setAlignment(Pos.CENTER_LEFT);
    return Visibility.when(line, start.mask().there());
  }

  private Node problem() {
    Label problem = new Label();
    problem.getStyleClass().addAll("quiet", "prompt-problem");
    problem.setWrapText(true);
    problem
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> sentence(start.problem().get()), messages.dependencies(start.problem())));
    return Visibility.when(problem, start.problem().isNotNull());
  }

  private String sentence(@Nullable GenerationException reason) {
    return reason == null ? "" : new UserMessages(messages.locale()).of(reason);
  }

  private Node strength() {
    return new Amount(
        "strength",
        messages.text("compose.strength"),
        messages.text("compose.strength.hint"),
        start.strength(),
        new Amount.Range(0.05, 1, 0.05, "%.2f"));
  }

  /** Only where the shapes differ does it matter. */
  private Node fits() {
    HBox row = new HBox();
    row.getStyleClass().addAll("segments", "fits");
    // no group of toggles: Tab would pass those by that are not chosen
    for (Fit fit : new Fit[] {Fit.CROP, Fit.PAD, Fit.STRETCH}) {
      ToggleButton button = new ToggleButton();
      String key = "compose.fit." + fit.name().toLowerCase(Locale.ROOT);
      button.setId("fit-" + fit.label());
      button.textProperty().bind(messages.text(key));
      Hints.explain(button, messages.text(key + ".hint"));
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setSelected(start.fit().get() == fit);
      start.fit().addListener((property, old, now) -> button.setSelected(now == fit));
      button.setOnAction(
          event -> {
            start.fit().set(fit);
            button.setSelected(true); // a second click must not turn it off
          });
      row.getChildren().add(button);
    }
    return row;
  }
}
