package io.github.easel.ui.compose;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.material2.Material2AL;

/** The picture whose style is wanted: to be chosen or dropped, with what is taken from it. */
final class StylePictureView extends VBox {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");
  private static final double THUMBNAIL = 40;
  private static final double TONE = 12;

  private final ComposeViewModel compose;
  private final StylePictureViewModel styled;
  private final Messages messages;
  private final HBox tones = new HBox();

  /**
   * @param id what the ids begin with, since there is more than one such part
   */
  StylePictureView(String id, ComposeViewModel compose, Messages messages) {
    this.compose = compose;
    this.styled = compose.start().styled();
    this.messages = messages;
    getStyleClass().add("style-picture");
    setId(id + "-style");
    getChildren()
        .addAll(
            Visibility.when(choose(id), styled.there().not()),
            Visibility.when(chosen(id), styled.there()));
    addEventHandler(DragEvent.DRAG_OVER, this::over);
    addEventHandler(DragEvent.DRAG_EXITED, event -> pseudoClassStateChanged(OVER, false));
    addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    styled.seen().addListener(changed -> showTones());
    showTones();
  }

  private Node choose(String id) {
    Hyperlink choose = new Hyperlink();
    choose.setId(id + "-choose-style");
    choose.getStyleClass().add("source-size");
    choose.textProperty().bind(messages.text("compose.look.choose"));
    Hints.explain(choose, messages.text("compose.look.hint"));
    choose.setOnAction(event -> ask());
    return choose;
  }

  private void ask() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.now("compose.look.title"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                messages.now("compose.look.files"),
                List.of(
                    "*.png", "*.jpg", "*.jpeg", "*.webp", "*.gif", "*.bmp", "*.tif", "*.tiff")));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      compose.takeStyle(file.toPath());
    }
  }

  private Node chosen(String id) {
    ImageView view = new ImageView();
    view.setFitWidth(THUMBNAIL);
    view.setFitHeight(THUMBNAIL);
    view.setPreserveRatio(true);
    view.imageProperty().bind(styled.seen().map(StylePictureViewModel.Look::thumbnail));
    StackPane frame = new StackPane(view);
    frame.getStyleClass().add("source-thumbnail");
    frame.setMinSize(THUMBNAIL, THUMBNAIL);
    frame.setMaxSize(THUMBNAIL, THUMBNAIL);
    Label title = new Label();
    title.getStyleClass().add("field-name");
    title.textProperty().bind(messages.text("compose.look"));
    Label name = new Label();
    name.setId(id + "-style-name");
    name.getStyleClass().add("figure");
    name.textProperty().bind(styled.wish().map(one -> one.name()));
    tones.getStyleClass().add("tones");
    tones.setAccessibleRole(AccessibleRole.TEXT);
    tones.accessibleTextProperty().bind(messages.text("compose.look.colours"));
    VBox words = new VBox(title, name);
    words.getStyleClass().add("source-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button drop =
        Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("compose.look.remove"));
    drop.setId(id + "-drop-style");
    drop.setOnAction(event -> styled.drop());
    HBox head = new HBox(12, frame, words, drop);
    head.setAlignment(Pos.TOP_LEFT);
    return new VBox(8, head, colours(), found(id));
  }

  private Node colours() {
    Label name = new Label();
    name.getStyleClass().add("quiet");
    name.textProperty().bind(messages.text("compose.look.colours"));
    HBox line = new HBox(8, name, tones);
    line.setAlignment(Pos.CENTER_LEFT);
    return Visibility.when(
        line,
        Bindings.createBooleanBinding(() -> !styled.seen().get().tones().isEmpty(), styled.seen()));
  }

  private void showTones() {
    tones
        .getChildren()
        .setAll(
            styled.seen().get().tones().stream()
                .map(
                    rgb ->
                        new Rectangle(TONE, TONE, Color.rgb(rgb >> 16, rgb >> 8 & 255, rgb & 255)))
                .toList());
  }

  /** The words that were found, or why there are none. */
  private Node found(String id) {
    Label found = new Label();
    found.setId(id + "-style-words");
    found.getStyleClass().add("quiet");
    found.setWrapText(true);
    found.setMinHeight(USE_PREF_SIZE);
    found
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::sentence,
                messages.dependencies(
                    styled.seen(), styled.words(), styled.wish(), compose.words().offered())));
    return found;
  }

  private String sentence() {
    GenerationException problem = styled.seen().get().problem();
    if (problem != null) {
      return new UserMessages(messages.locale()).of(problem);
    }
    return switch (styled.words().get()) {
      case NONE -> "";
      case SOUGHT -> messages.now("compose.look.sought");
      case UNKNOWN -> messages.now("compose.look.unknown");
      case FOUND ->
          messages.now(
              "compose.look.found",
              styled.wish().get().styles().stream()
                  .map(this::shown)
                  .collect(Collectors.joining(", ")));
    };
  }

  private String shown(String style) {
    return compose
        .words()
        .style(style)
        .map(one -> StylesView.name(one, messages.language().get()))
        .orElse(style);
  }

  private void over(DragEvent event) {
    if (event.getGestureSource() == null && event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      pseudoClassStateChanged(OVER, true);
      event.consume(); // else the window would offer to begin with it
    }
  }

  private void dropped(DragEvent event) {
    pseudoClassStateChanged(OVER, false);
    compose.takeStyle(event.getDragboard().getFiles().get(0).toPath());
    event.setDropCompleted(true);
    event.consume();
  }
}
