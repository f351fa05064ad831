package io.github.easel.ui.queue;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.OwnKeys;
import io.github.easel.ui.queue.JobCommands.Removal;
import io.github.easel.ui.text.Messages;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The drawer's page of jobs. */
final class QueuePage extends VBox {

  private static final Duration TIME_TO_UNDO = Duration.seconds(30);

  private final QueueViewModel line;
  private final JobActions actions;
  private final JobWords words;
  private final Messages messages;
  private final ListView<JobRow> list;
  private @Nullable JobRow chosen;
  private boolean changing;

  QueuePage(QueueViewModel line, JobActions actions, JobWords words) {
    this.line = line;
    this.actions = actions;
    this.words = words;
    this.messages = words.messages();
    this.list = list();
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox above = notes(aside(), held(), paused());
    VBox below = notes(removed());
    getStyleClass().add("queue-page");
    getChildren().addAll(above, list, below);
  }

  /** Takes no room while all of its lines are hidden. */
  private static VBox notes(Node... lines) {
    VBox notes = new VBox(lines);
    notes.getStyleClass().add("drawer-notes");
    BooleanBinding any =
        Bindings.createBooleanBinding(
            () -> notes.getChildren().stream().anyMatch(Node::isVisible),
            notes.getChildren().stream()
                .map(Node::visibleProperty)
                .toArray(ObservableValue[]::new));
    return Visibility.when(notes, any);
  }

  private ListView<JobRow> list() {
    JobDrag drag = new JobDrag(line.commands());
    // heard before the list hears it, which may choose a neighbour of a row that moves
    line.rows().addListener((ListChangeListener<JobRow>) change -> changing = true);
    ListView<JobRow> view = new ListView<>(line.rows());
    view.setId("queue");
    view.accessibleTextProperty().bind(messages.text("queue.list"));
    view.setPlaceholder(EmptyPage.of(messages, Material2AL.LAYERS, "queue.empty"));
    view.setCellFactory(
        list -> {
          JobCell cell = new JobCell(line, actions, words);
          drag.on(cell);
          cell.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(cell.getItem(), event));
          return cell;
        });
    view.setContextMenu(menu());
    OwnKeys.claim(view, JobActions::own);
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    keepChoice(view);
    return view;
  }

  /** One click shows what was made; anything else could be clicked by mistake. */
  private void clicked(@Nullable JobRow row, MouseEvent event) {
    if (row != null && event.getButton() == MouseButton.PRIMARY && row.done().get() > 0) {
      actions.open(row);
    }
  }

  private void pressed(KeyEvent event) {
    JobRow row = list.getSelectionModel().getSelectedItem();
    if (row != null && actions.press(event, row)) {
      event.consume();
    }
  }

  /** A row that goes to another place stays the chosen one. */
  private void keepChoice(ListView<JobRow> view) {
    view.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null && !changing) {
                chosen = now;
              }
            });
    line.rows()
        .addListener(
            (ListChangeListener<JobRow>)
                change -> {
                  changing = false;
                  JobRow row = chosen;
                  int index = row == null ? -1 : line.rows().indexOf(row);
                  if (index >= 0 && view.getSelectionModel().getSelectedItem() != row) {
                    view.getSelectionModel().clearAndSelect(index);
                    view.getFocusModel().focus(index);
                  }
                });
  }

  /** One menu for all rows, made for the chosen one when it opens. */
  private ContextMenu menu() {
    ContextMenu menu = new ContextMenu();
    menu.setId("job-menu");
    menu.getItems().add(new MenuItem()); // an empty menu would not open
    menu.setOnShowing(
        event -> {
          menu.getItems().clear();
          JobRow row = list.getSelectionModel().getSelectedItem();
          if (row != null) {
            actions.of(row).forEach(action -> menu.getItems().add(item(action)));
          }
          if (menu.getItems().isEmpty()) {
            MenuItem nothing = new MenuItem(messages.now("queue.empty.title"));
            nothing.setDisable(true);
            menu.getItems().add(nothing);
          }
        });
    return menu;
  }

  private MenuItem item(JobActions.Action action) {
    MenuItem item = new MenuItem(messages.now(action.key()), new FontIcon(action.icon()));
    item.setId(action.key().replace('.', '-'));
    item.setOnAction(event -> action.run().run());
    return item;
  }

  private Node paused() {
    return Visibility.when(
        new DrawerNote(
            Material2MZ.PAUSE,
            messages.text("queue.paused", line.picturesLeft()),
            button("queue-go-on", "queue.resume", line::goOn)),
        line.paused().and(line.picturesHeld().isEqualTo(0)));
  }

  private Node held() {
    return Visibility.when(
        new DrawerNote(
            Material2AL.HISTORY,
            messages.text("queue.held", line.picturesHeld()),
            button("queue-go-on-held", "queue.resume", line::goOn),
            button("queue-remove-held", "queue.held.remove", line.commands()::removeHeld)),
        line.picturesHeld().greaterThan(0));
  }

  private Node aside() {
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("queue.dismiss"));
    close.setOnAction(event -> line.forgetSetAside());
    return Visibility.when(
        new DrawerNote(Material2MZ.WARNING, messages.text("queue.aside", line.setAside()), close)
            .warning(),
        line.setAside().isNotNull());
  }

  private Node removed() {
    JobCommands commands = line.commands();
    PauseTransition timer = new PauseTransition(TIME_TO_UNDO);
    timer.setOnFinished(event -> commands.forgetRemoval());
    commands
        .removal()
        .addListener(
            (property, old, now) -> {
              timer.stop();
              if (now != null) {
                timer.play();
              }
            });
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("queue.dismiss"));
    close.setOnAction(event -> commands.forgetRemoval());
    return Visibility.when(
        new DrawerNote(
            Material2AL.DELETE_OUTLINE,
            Bindings.createStringBinding(
                () -> removed(commands.removal().get()), messages.dependencies(commands.removal())),
            button("queue-undo", "queue.undo", commands::undo),
            close),
        commands.removal().isNotNull());
  }

  private String removed(@Nullable Removal removal) {
    if (removal == null) {
      return "";
    }
    return removal.pictures() > 0
        ? messages.now("queue.removed", removal.pictures())
        : messages.now("queue.cleared");
  }

  private Button button(String id, String key, Runnable run) {
    Button button = new Button();
    button.setId(id);
    button.textProperty().bind(messages.text(key));
    button.setOnAction(event -> run.run());
    return button;
  }
}
