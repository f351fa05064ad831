package io.github.easel.ui.compose;

import io.github.easel.app.AdapterService.AdapterChoice;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.AdapterKind;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A list of all LoRAs and embeddings, to be searched; those that do not suit say why. */
final class AdapterPicker extends VBox {

  private static final double ROW = 46;
  private static final int ROWS = 4;

  private final AdaptersViewModel adapters;
  private final Messages messages;
  private final TextField search = new TextField();
  private final ObservableList<AdapterChoice> found = FXCollections.observableArrayList();
  private final ListView<AdapterChoice> list = new ListView<>(found);

  /**
   * @param onClose is told that Esc was pressed in it
   */
  AdapterPicker(ComposeViewModel compose, Messages messages, Runnable onClose) {
    this.adapters = compose.adapters();
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
    search.setId("adapter-search");
    search.promptTextProperty().bind(messages.text("compose.adapter.search"));
    search.accessibleTextProperty().bind(messages.text("compose.adapter.search"));
    search.textProperty().addListener(changed -> find());
    search.setOnKeyPressed(this::fromSearch);
    list.setId("adapter-list");
    list.accessibleTextProperty().bind(messages.text("compose.adapter"));
    list.setFixedCellSize(ROW);
    list.setMinHeight(ROWS * ROW + 2);
    list.setMaxHeight(ROWS * ROW + 2);
    list.setCellFactory(view -> new AdapterCell());
    Label none = new Label();
    none.getStyleClass().add("quiet");
    none.textProperty().bind(messages.text("compose.adapter.none"));
    list.setPlaceholder(none);
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            toggle(list.getSelectionModel().getSelectedItem());
            event.consume();
          }
        });
    adapters.offered().addListener((Observable changed) -> find());
    compose.prompt().addListener(changed -> list.refresh());
    messages.language().addListener(changed -> list.refresh());
    find();
    getChildren().addAll(search, list);
  }

  /** Waits for words to search, and looks what came since. */
  void begin() {
    adapters.list();
    search.clear();
    search.requestFocus();
  }

  private void find() {
    found.setAll(adapters.matching(search.getText()));
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

  /** What does not suit the model can be taken out but not chosen. */
  private void toggle(@Nullable AdapterChoice choice) {
    if (choice != null && (choice.obstacle().isEmpty() || adapters.isChosen(choice))) {
      adapters.toggle(choice);
    }
  }

  /** One with its trigger words, or with why it cannot be used; a tick says that it is chosen. */
  private final class AdapterCell extends ListCell<AdapterChoice> {

    private final Label name = new Label();
    private final Label kind = new Label();
    private final Label words = new Label();
    private final FontIcon tick = new FontIcon(Material2AL.CHECK);
    private final HBox row;

    AdapterCell() {
      name.getStyleClass().add("style-name");
      kind.setMinWidth(Region.USE_PREF_SIZE);
      kind.getStyleClass().add("figure");
      words.getStyleClass().add("figure");
      words.setMaxWidth(Double.MAX_VALUE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      VBox lines = new VBox(new HBox(8, name, gap, kind), words);
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
    protected void updateItem(@Nullable AdapterChoice choice, boolean empty) {
      super.updateItem(choice, empty);
      if (empty || choice == null) {
        setGraphic(null);
        setTooltip(null);
        setAccessibleText("");
        return;
      }
      boolean chosen = adapters.isChosen(choice);
      String shown = choice.adapter().name();
      boolean lora = choice.adapter().kind() == AdapterKind.LORA;
      name.setText(shown);
      kind.setText(messages.now(lora ? "compose.adapter.lora" : "compose.adapter.word"));
      words.setText(line(choice));
      name.getStyleClass().remove("unsuitable");
      if (choice.obstacle().isPresent()) {
        name.getStyleClass().add("unsuitable");
      }
      tick.setOpacity(chosen ? 1 : 0);
      setAccessibleText(
          messages.now(chosen ? "compose.adapter.chosen" : "compose.adapter.free", shown)
              + ". "
              + line(choice));
      Hints.explain(this, Bindings.createStringBinding(() -> hint(choice)));
      setGraphic(row);
    }

    private String line(AdapterChoice choice) {
      boolean alien = choice.adapter().refusal().isEmpty() && !choice.adapter().family().isEmpty();
      if (choice.obstacle().isPresent()) {
        return alien
            ? messages.now("compose.adapter.family", choice.adapter().family())
            : messages.now("compose.adapter.unusable");
      }
      boolean lora = choice.adapter().kind() == AdapterKind.LORA;
      return lora ? String.join(", ", choice.adapter().triggers()) : choice.adapter().family();
    }

    private String hint(AdapterChoice choice) {
      return choice
          .obstacle()
          .map(reason -> new UserMessages(messages.locale()).of(reason))
          .orElseGet(() -> choice.adapter().name() + "\n" + line(choice));
    }
  }
}
