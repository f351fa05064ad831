package io.github.easel.ui.queue;

import io.github.easel.ui.keys.OwnKeys;
import io.github.easel.ui.text.Messages;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The drawer's page of what happened. */
final class LogPage extends VBox {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final LogViewModel log;
  private final Messages messages;
  private final ListView<LogEntry> list;

  LogPage(LogViewModel log, Messages messages) {
    this.log = log;
    this.messages = messages;
    Set<LogEntry> unfolded = new HashSet<>();
    list = new ListView<>(log.shown());
    list.setId("log");
    list.accessibleTextProperty().bind(messages.text("log.list"));
    list.setPlaceholder(placeholder());
    list.setCellFactory(view -> new LogCell(messages, unfolded));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    OwnKeys.claim(list, COPY::match);
    MenuItem one = new MenuItem();
    one.textProperty().bind(messages.text("log.copy.one"));
    one.setGraphic(new FontIcon(Material2AL.CONTENT_COPY));
    one.setOnAction(event -> copyOne());
    MenuItem all = new MenuItem();
    all.textProperty().bind(messages.text("log.copy"));
    all.setOnAction(event -> copyAll());
    list.setContextMenu(new ContextMenu(one, all));
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().add(list);
  }

  private Node placeholder() {
    Label fine = new Label();
    fine.textProperty().bind(messages.text("log.empty.problems"));
    fine.getStyleClass().add("quiet");
    Node nothing = EmptyPage.of(messages, Material2AL.HISTORY, "log.empty");
    fine.visibleProperty().bind(log.problemsOnly());
    nothing.visibleProperty().bind(Bindings.not(log.problemsOnly()));
    return new StackPane(fine, nothing);
  }

  private void pressed(KeyEvent event) {
    if (COPY.match(event)) {
      copyOne();
      event.consume();
    }
  }

  private void copyOne() {
    LogEntry entry = list.getSelectionModel().getSelectedItem();
    if (entry != null) {
      copy(LogViewModel.text(entry, messages.locale()));
    }
  }

  /** Everything that is shown, as text. */
  void copyAll() {
    copy(log.text(messages.locale()));
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
