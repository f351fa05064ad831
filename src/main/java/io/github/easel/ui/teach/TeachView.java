package io.github.easel.ui.teach;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.teach.TrainingViewModel.State;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** The page on which a model is taught, in three steps. */
public final class TeachView extends VBox {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");

  private final TeachViewModel teach;
  private final Messages messages;
  private final BooleanBinding missing;
  private final BooleanBinding open;

  /**
   * The page.
   *
   * @param failureText says failures to the user
   * @param messages of the screen {@code teach}
   */
  public TeachView(TeachViewModel teach, FailureText failureText, Messages messages) {
    this.teach = teach;
    this.messages = messages;
    missing = teach.obstacle().isEqualTo(Obstacle.MISSING);
    open = teach.training().state().isEqualTo(State.IDLE);
    getStyleClass().add("teach");
    setId("teach");
    setMinSize(0, 0);
    Node subject = new SubjectView(teach.subject(), messages);
    Node pictures =
        new PicturesView(teach.pictures(), over -> PicturesView.ask(over, messages), messages);
    // what is being learned must stay what it was when it began
    subject.disableProperty().bind(open.not());
    pictures.disableProperty().bind(open.not());
    VBox steps =
        new VBox(
            16,
            step("1", "what", subject),
            step("2", "pictures", pictures),
            step("3", "learn", new TrainingView(teach, failureText, messages)));
    steps.getStyleClass().add("teach-steps");
    ScrollPane scroll = new ScrollPane(new StackPane(steps));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("teach-scroll");
    StackPane all =
        new StackPane(Visibility.when(scroll, missing.not()), Visibility.when(absent(), missing));
    VBox.setVgrow(all, Priority.ALWAYS);
    getChildren().addAll(header(), all);
    sceneProperty().addListener((property, old, now) -> teach.shown(now != null));
    teach.shown(getScene() != null);
    addEventHandler(DragEvent.DRAG_OVER, this::over);
    addEventHandler(DragEvent.DRAG_EXITED, event -> pseudoClassStateChanged(OVER, false));
    addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private Node step(String number, String key, Node content) {
    Label digit = new Label(number);
    digit.getStyleClass().add("teach-number");
    Label title = Pieces.words(messages.text("step." + key), "teach-title");
    HBox head = new HBox(8, digit, title);
    head.getStyleClass().add("teach-head");
    VBox card = new VBox(16, head, content);
    card.getStyleClass().add("teach-card");
    return card;
  }

  private Node absent() {
    VBox box =
        new VBox(
            8,
            Pieces.words(messages.text("missing.title"), "teach-title"),
            Pieces.words(messages.text("missing"), "teach-missing"));
    box.setId("teach-missing");
    box.getStyleClass().add("teach-middle");
    return box;
  }

  private HBox header() {
    Label title = new Label();
    title.textProperty().bind(messages.text("title"));
    title.getStyleClass().add("page-title");
    title.setMinWidth(USE_PREF_SIZE);
    Button concepts = Pieces.button("teach-concepts", "", teach.desk()::showConcepts);
    concepts.textProperty().bind(messages.text("concepts"));
    Hints.explain(concepts, messages.text("concepts.hint"));
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("close"));
    close.setId("teach-close");
    close.setOnAction(event -> teach.desk().leave());
    HBox header = new HBox(8, title, Pieces.gap(), concepts, close);
    header.getStyleClass().add("page-header");
    header.setMinHeight(USE_PREF_SIZE);
    return header;
  }

  private static List<Path> pictures(DragEvent event) {
    return event.getDragboard().hasFiles()
        ? event.getDragboard().getFiles().stream()
            .map(File::toPath)
            .filter(PicturesViewModel::isPicture)
            .toList()
        : List.of();
  }

  /** Other things are the window's own business here too. */
  private void over(DragEvent event) {
    if (open.get() && !missing.get() && !pictures(event).isEmpty()) {
      event.acceptTransferModes(TransferMode.COPY);
      pseudoClassStateChanged(OVER, true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    pseudoClassStateChanged(OVER, false);
    List<Path> files = pictures(event);
    if (open.get() && !missing.get() && !files.isEmpty()) {
      teach.pictures().add(files);
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
