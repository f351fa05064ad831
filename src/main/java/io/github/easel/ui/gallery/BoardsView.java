package io.github.easel.ui.gallery;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.gallery.GalleryCollection.Board;
import io.github.easel.ui.gallery.GalleryCollection.Counts;
import io.github.easel.ui.keys.OwnKeys;
import io.github.easel.ui.text.Messages;
import java.text.NumberFormat;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The parts of the collection: all, favourites, boards, the trash. */
final class BoardsView extends ScrollPane {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");
  private static final double HIGHEST = 264;

  private final GalleryQuestion question;
  private final GalleryCollection collection;
  private final GalleryActions actions;
  private final Messages messages;
  private final VBox rows = new VBox(2);
  private final VBox boards = new VBox(2);

  BoardsView(GalleryViewModel gallery, GalleryActions actions, Messages messages) {
    question = gallery.question();
    collection = gallery.collection();
    this.actions = actions;
    this.messages = messages;
    getStyleClass().addAll("gallery-boards", "edge-to-edge");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMaxHeight(HIGHEST);
    setMinHeight(Region.USE_PREF_SIZE);
    setFocusTraversable(false);
    rows.getChildren()
        .addAll(
            part("all", Material2MZ.PHOTO_LIBRARY, GalleryScope.ALL, Counts::all),
            part(
                "favourites",
                Material2AL.FAVORITE_BORDER,
                GalleryScope.FAVOURITES,
                Counts::favourites),
            boards,
            makeRow(),
            part("trash", Material2AL.DELETE_OUTLINE, GalleryScope.TRASH, Counts::discarded));
    setContent(rows);
    collection.countOn();
    collection.boards().addListener((InvalidationListener) changed -> build());
    build();
  }

  private void build() {
    boards.getChildren().clear();
    for (Board board : collection.boards()) {
      boards.getChildren().add(boardRow(board));
    }
  }

  private ToggleButton row(String id, Ikon icon, ObservableValue<String> name, GalleryScope scope) {
    ToggleButton button = new ToggleButton("", new FontIcon(icon));
    button.setId("scope-" + id);
    button.textProperty().bind(name);
    button.getStyleClass().addAll("board-row", "quiet-toggle");
    button.setAlignment(Pos.CENTER_LEFT);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setSelected(question.scope().get().equals(scope));
    question.scope().addListener((property, old, now) -> button.setSelected(now.equals(scope)));
    button.setOnAction(
        event -> {
          question.go(scope);
          button.setSelected(true); // a second click must not turn it off
        });
    return button;
  }

  /** A part that is always there, with its count where those of boards stand. */
  private Node part(String id, Ikon icon, GalleryScope scope, ToIntFunction<Counts> size) {
    ObservableValue<String> name = messages.text("scope." + scope.kind());
    ToggleButton button = row(id, icon, name, scope);
    ObservableValue<String> number =
        Bindings.createStringBinding(
            () -> {
              Counts now = collection.counts().get();
              return now == null ? "" : number(size.applyAsInt(now));
            },
            messages.dependencies(collection.counts()));
    button
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Counts now = collection.counts().get();
                  return now == null
                      ? name.getValue()
                      : messages.now("board.count", name.getValue(), size.applyAsInt(now));
                },
                messages.dependencies(collection.counts())));
    Region beside = new Region();
    beside.getStyleClass().add("board-beside");
    HBox row = line(button, number, beside);
    row.getChildren().get(1).setId("count-" + id);
    return row;
  }

  /** The count stands at the right of the name, before whatever a board has beside it. */
  private static HBox line(ToggleButton button, ObservableValue<String> number, Node beside) {
    Label count = new Label();
    count.textProperty().bind(number);
    count.getStyleClass().add("quiet");
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.setMouseTransparent(true);
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setMinWidth(0);
    HBox row = new HBox(4, button, count, beside);
    row.getStyleClass().add("board-row-line");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private String number(int number) {
    return NumberFormat.getIntegerInstance(messages.locale()).format(number);
  }

  private Node boardRow(Board board) {
    ToggleButton button =
        row(
            "board-" + board.name(),
            Material2AL.COLLECTIONS,
            messages.text("board.name", board.name()),
            GalleryScope.board(board.name()));
    button
        .accessibleTextProperty()
        .bind(messages.text("board.count", board.name(), board.pictures()));
    ObservableValue<String> number =
        Bindings.createStringBinding(() -> number(board.pictures()), messages.dependencies());
    HBox row = line(button, number, menu(board, button));
    Hints.explain(button, messages.text("board.name", board.name()));
    row.addEventHandler(DragEvent.DRAG_OVER, event -> over(event, button));
    row.addEventHandler(
        DragEvent.DRAG_EXITED, event -> button.pseudoClassStateChanged(OVER, false));
    row.addEventHandler(DragEvent.DRAG_DROPPED, event -> dropped(event, board));
    return row;
  }

  private MenuButton menu(Board board, ToggleButton row) {
    MenuItem rename = new MenuItem();
    rename.textProperty().bind(messages.text("board.rename"));
    rename.setOnAction(event -> rename(board, row));
    MenuItem delete = new MenuItem();
    delete.textProperty().bind(messages.text("board.delete"));
    delete.setOnAction(
        event -> {
          if (question.scope().get().equals(GalleryScope.board(board.name()))) {
            question.go(GalleryScope.ALL);
          }
          collection.deleteBoard(board.name());
        });
    MenuButton menu = new MenuButton();
    menu.setGraphic(new FontIcon(Material2MZ.MORE_VERT));
    menu.getStyleClass().addAll("icon-only", "flat", "board-menu");
    menu.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    menu.accessibleTextProperty().bind(messages.text("board.menu", board.name()));
    menu.getItems().addAll(rename, delete);
    return menu;
  }

  private void rename(Board board, ToggleButton row) {
    HBox line = (HBox) row.getParent();
    int at = boards.getChildren().indexOf(line);
    TextField field =
        field(
            board.name(),
            name -> {
              boolean open = question.scope().get().equals(GalleryScope.board(board.name()));
              collection.renameBoard(board.name(), name);
              if (open) {
                question.go(GalleryScope.board(name));
              }
            },
            this::build);
    boards.getChildren().set(at, field);
    field.requestFocus();
    field.selectAll();
  }

  private Node makeRow() {
    Button make = new Button("", new FontIcon(Material2AL.ADD));
    make.setId("make-board");
    make.textProperty().bind(messages.text("board.make"));
    make.getStyleClass().addAll("board-row", "flat");
    make.setAlignment(Pos.CENTER_LEFT);
    make.setMaxWidth(Double.MAX_VALUE);
    make.setOnAction(
        event -> {
          Runnable back = () -> rows.getChildren().set(3, make);
          TextField field = field("", collection::makeBoard, back);
          rows.getChildren().set(3, field);
          field.requestFocus();
        });
    return make;
  }

  /** A field for a board's name; Enter takes it, Escape leaves things as they are. */
  private TextField field(String text, Consumer<String> take, Runnable done) {
    TextField field = new TextField(text);
    field.setId("board-name");
    field.promptTextProperty().bind(messages.text("board.name.prompt"));
    field.accessibleTextProperty().bind(messages.text("board.name.prompt"));
    field.setOnAction(
        event -> {
          String name = field.getText().strip();
          done.run();
          if (!name.isEmpty() && !name.equals(text)) {
            take.accept(name);
          }
        });
    OwnKeys.claim(field, event -> event.getCode() == KeyCode.ESCAPE);
    field.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            done.run();
            event.consume();
          }
        });
    return field;
  }

  private static void over(DragEvent event, ToggleButton row) {
    if (GridInput.isFromGrid(event.getGestureSource())) {
      event.acceptTransferModes(TransferMode.COPY);
      row.pseudoClassStateChanged(OVER, true);
      event.consume();
    }
  }

  private void dropped(DragEvent event, Board board) {
    actions.addTo(board.name());
    event.setDropCompleted(true);
    event.consume();
  }
}
