package io.github.easel.ui.models;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.models.ModelsViewModel.Part;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** The page of the models: what is here, what can be had, what was made ready. */
public final class ModelsView extends VBox {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");

  private final ModelsViewModel models;
  private final ModelFiles files;
  private final Messages messages;

  /**
   * The page.
   *
   * @param files asks for files
   * @param failureText says failures to the user
   * @param messages of the screen {@code models}
   */
  public ModelsView(
      ModelsViewModel models, ModelFiles files, FailureText failureText, Messages messages) {
    this.models = models;
    this.files = files;
    this.messages = messages;
    getStyleClass().add("models");
    setId("models");
    setMinSize(0, 0);
    VBox here =
        new VBox(
            12,
            new AddingView(models.adding(), files.folders(), failureText, messages),
            removed(),
            new ShelfView(models, new DetailsView(models, failureText, messages), messages));
    here.getStyleClass().add("models-here");
    StackPane parts =
        new StackPane(
            Visibility.when(here, models.part().isEqualTo(Part.HERE)),
            Visibility.late(
                models.part().isEqualTo(Part.HUB),
                () -> scrolling(new HubView(models, failureText, messages))),
            Visibility.late(
                models.part().isEqualTo(Part.READY),
                () -> scrolling(new ReadyView(models.prepared(), messages))));
    VBox.setVgrow(parts, Priority.ALWAYS);
    getChildren().addAll(header(), parts);
    sceneProperty().addListener((property, old, now) -> models.shown(now != null));
    models.shown(getScene() != null);
    addEventHandler(DragEvent.DRAG_OVER, this::over);
    addEventHandler(DragEvent.DRAG_EXITED, event -> pseudoClassStateChanged(OVER, false));
    addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
  }

  private static Node scrolling(Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("models-scroll");
    return scroll;
  }

  private HBox header() {
    Label title = new Label();
    title.textProperty().bind(messages.text("title"));
    title.getStyleClass().add("page-title");
    title.setMinWidth(USE_PREF_SIZE);
    HBox parts = new HBox();
    parts.getStyleClass().add("parts");
    for (Part part : Part.values()) {
      parts.getChildren().add(partButton(part));
    }
    Button folders =
        Hints.iconOnly(new Button(), Material2OutlinedAL.FOLDER, messages.text("folders.hint"));
    folders.setId("models-folders");
    folders.setOnAction(event -> FoldersView.show(folders, models, messages));
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("close"));
    close.setId("models-close");
    close.setOnAction(event -> models.desk().leave());
    HBox header = new HBox(title, parts, Pieces.gap(), add(), folders, close);
    header.getStyleClass().add("page-header");
    header.setMinHeight(USE_PREF_SIZE);
    return header;
  }

  private ToggleButton partButton(Part part) {
    String name = part.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setId("models-part-" + name);
    button.textProperty().bind(messages.text("part." + name));
    button.getStyleClass().add("quiet-toggle");
    button.setMinWidth(USE_PREF_SIZE);
    models.part().subscribe(now -> button.setSelected(now == part));
    button.setOnAction(
        event -> {
          models.part().set(part);
          button.setSelected(true); // a second click must not turn it off
        });
    return button;
  }

  private Button add() {
    Button add = Pieces.button("models-add", "", () -> {});
    add.textProperty().bind(messages.text("add"));
    add.setGraphic(new FontIcon(Material2AL.ADD));
    Hints.explain(add, messages.text("add.hint"));
    add.setOnAction(event -> menu().show(add, Side.BOTTOM, 0, 4));
    return add;
  }

  private ContextMenu menu() {
    MenuItem file = new MenuItem(messages.now("add.file"));
    file.setId("models-add-file");
    file.setOnAction(event -> files.file(getScene().getWindow()).ifPresent(this::look));
    MenuItem folder = new MenuItem(messages.now("add.folder"));
    folder.setId("models-add-folder");
    folder.setOnAction(
        event ->
            files
                .folders()
                .ask(Path.of(""), messages.now("add.folder"), getScene().getWindow())
                .ifPresent(this::look));
    return new ContextMenu(file, folder);
  }

  private void look(Path path) {
    models.part().set(Part.HERE);
    models.adding().look(path);
  }

  /** For a while says where something went that was taken away. */
  private Node removed() {
    Label words =
        Pieces.words(
            Bindings.createStringBinding(
                () ->
                    messages.now(
                        models.details().hasTrash().get() ? "removed.trash" : "removed.gone",
                        models.details().removed().get()),
                messages.dependencies(models.details().removed())));
    words.setId("model-removed");
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("ok"));
    close.setOnAction(event -> models.details().removed().set(""));
    HBox row = new HBox(8, words, close);
    row.getStyleClass().add("models-note");
    return Visibility.when(
        row,
        Bindings.createBooleanBinding(
            () -> !models.details().removed().get().isEmpty(), models.details().removed()));
  }

  private static Optional<Path> model(Dragboard board) {
    return board.hasFiles()
        ? board.getFiles().stream()
            .map(java.io.File::toPath)
            .filter(ModelFiles::isModel)
            .findFirst()
        : Optional.empty();
  }

  /** Pictures and settings are the window's own business here too. */
  private void over(DragEvent event) {
    if (event.getGestureSource() == null && model(event.getDragboard()).isPresent()) {
      event.acceptTransferModes(TransferMode.COPY);
      pseudoClassStateChanged(OVER, true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    pseudoClassStateChanged(OVER, false);
    model(event.getDragboard())
        .ifPresent(
            path -> {
              look(path);
              event.setDropCompleted(true);
              event.consume();
            });
  }
}
