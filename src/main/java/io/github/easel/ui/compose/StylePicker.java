package io.github.easel.ui.compose;

import io.github.easel.app.StyleService.Style;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.OwnKeys;
import io.github.easel.ui.text.Messages;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A list of all styles, to be searched. */
final class StylePicker extends VBox {

  private static final double ROW = 46;
  private static final int ROWS = 5;

  private final ComposeViewModel compose;
  private final Messages messages;
  private final TextField search = new TextField();
  private final ObservableList<Style> found = FXCollections.observableArrayList();
  private final ListView<Style> list = new ListView<>(found);

  /**
   * @param onClose is told that Esc was pressed in it
   */
  StylePicker(ComposeViewModel compose, Messages messages, Runnable onClose) {
    this.compose = compose;
    this.messages = messages;
    OwnKeys.claim(this, event -> event.getCode() == KeyCode.ESCAPE); // it must not stop the drawing
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            onClose.run();
            event.consume();
          }
        });
    getStyleClass().add("style-picker");
    search.setId("style-search");
    search.promptTextProperty().bind(messages.text("compose.style.search"));
    search.accessibleTextProperty().bind(messages.text("compose.style.search"));
    search.textProperty().addListener(changed -> find());
    search.setOnKeyPressed(this::fromSearch);
    list.setId("style-list");
    list.accessibleTextProperty().bind(messages.text("compose.style"));
    list.setFixedCellSize(ROW);
    list.setMinHeight(ROWS * ROW + 2);
    list.setMaxHeight(ROWS * ROW + 2);
    list.setCellFactory(view -> new StyleCell());
    Label none = new Label();
    none.getStyleClass().add("quiet");
    none.textProperty().bind(messages.text("compose.style.none"));
    list.setPlaceholder(none);
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            toggle(list.getSelectionModel().getSelectedItem());
            event.consume();
          }
        });
    compose.words().offered().addListener((Observable changed) -> find());
    compose.words().styles().addListener((Observable changed) -> list.refresh());
    compose.model().addListener(changed -> find());
    messages.language().addListener(changed -> list.refresh());
    find();
    getChildren().addAll(search, list);
  }

  /** Waits for words to search. */
  void begin() {
    search.clear();
    search.requestFocus();
  }

  private void find() {
    String model = compose.model().get() == null ? "" : compose.model().get().name();
    found.setAll(StyleSearch.matching(compose.words().offered(), search.getText(), model));
  }

  private void fromSearch(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !found.isEmpty()) {
      toggle(found.get(0));
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && !event.isShortcutDown()) {
      list.requestFocus();
      list.getSelectionModel().selectFirst();
      event.consume();
    }
  }

  private void toggle(Style style) {
    if (style != null) {
      compose.words().toggle(style.name());
    }
  }

  /** A style with its words; a tick says that it is chosen. */
  private final class StyleCell extends ListCell<Style> {

    private final Label name = new Label();
    private final Label family = new Label();
    private final Label words = new Label();
    private final FontIcon tick = new FontIcon(Material2AL.CHECK);
    private final HBox row;

    StyleCell() {
      name.getStyleClass().add("style-name");
      family.setMinWidth(Region.USE_PREF_SIZE);
      family.getStyleClass().add("figure");
      words.getStyleClass().add("figure");
      words.setMaxWidth(Double.MAX_VALUE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      VBox lines = new VBox(new HBox(8, name, gap, family), words);
      lines.setMinWidth(0);
      lines.setPrefWidth(0);
      HBox.setHgrow(lines, Priority.ALWAYS);
      row = new HBox(lines, tick);
      row.getStyleClass().add("style-row");
      setOnMouseClicked(
          event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
              toggle(getItem());
            }
          });
    }

    @Override
    protected void updateItem(Style style, boolean empty) {
      super.updateItem(style, empty);
      if (empty || style == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText("");
        return;
      }
      boolean chosen = compose.words().styles().contains(style.name());
      String shown = StylesView.name(style, messages.language().get());
      name.setText(shown);
      family.setText(messages.now("compose.style." + style.family()));
      words.setText(style.prompt());
      tick.setOpacity(chosen ? 1 : 0);
      setAccessibleText(
          messages.now(chosen ? "compose.style.chosen" : "compose.style.free", shown));
      Hints.explain(this, Bindings.createStringBinding(() -> StylesView.words(style)));
      setGraphic(row);
    }
  }
}
