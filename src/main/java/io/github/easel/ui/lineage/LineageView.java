package io.github.easel.ui.lineage;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.keys.OwnKeys;
import io.github.easel.ui.lineage.LineageViewModel.State;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** The page with the tree of the shown picture: each picture stands under its source. */
public final class LineageView extends VBox {

  private static final double ROW = 88;

  private final LineageViewModel model;
  private final Consumer<Path> vary;
  private final KeyMap keys;
  private final ListView<LineageRow> list;

  /**
   * @param leave closes the page
   * @param vary lines up variations of the picture in that file
   */
  public LineageView(
      LineageViewModel model, Runnable leave, Consumer<Path> vary, KeyMap keys, Messages messages) {
    this.model = model;
    this.vary = vary;
    this.keys = keys;
    getStyleClass().add("lineage");
    list = new ListView<>(model.rows());
    list.setId("lineage-list");
    list.getStyleClass().add("lineage-list");
    list.setFixedCellSize(ROW);
    list.setCellFactory(view -> new LineageCell(model, vary, keys, messages));
    OwnKeys.claim(list, this::varies);
    list.accessibleTextProperty().bind(messages.text("title"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    model.rows().addListener((ListChangeListener<LineageRow>) change -> bringAsked());
    Label sentence = new Label();
    sentence.setId("lineage-sentence");
    sentence.setWrapText(true);
    sentence.getStyleClass().add("lineage-sentence");
    sentence
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("state." + model.state().get()),
                messages.dependencies(model.state())));
    VBox told =
        new VBox(
            Visibility.when(sentence, model.state().isNotEqualTo(State.TREE)),
            Visibility.when(
                list,
                model.state().isEqualTo(State.TREE).or(model.state().isEqualTo(State.ALONE))));
    told.getStyleClass().add("lineage-body");
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(told, Priority.ALWAYS);
    getChildren().addAll(header(leave, messages), told);
    bringAsked();
  }

  private static Node header(Runnable leave, Messages messages) {
    Label title = new Label();
    title.textProperty().bind(messages.text("title"));
    title.getStyleClass().add("lineage-title");
    title.setMinWidth(USE_PREF_SIZE);
    Label hint = new Label();
    hint.textProperty().bind(messages.text("hint"));
    hint.getStyleClass().add("lineage-hint");
    StackPane gap = new StackPane();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("close"));
    close.setId("lineage-close");
    close.setOnAction(event -> leave.run());
    HBox header = new HBox(title, hint, gap, close);
    header.getStyleClass().add("lineage-header");
    header.setMinHeight(USE_PREF_SIZE);
    return header;
  }

  /** Keys go on from the picture that was asked for. */
  private void bringAsked() {
    IntStream.range(0, model.rows().size())
        .filter(i -> model.rows().get(i).isAsked())
        .findFirst()
        .ifPresent(
            i -> {
              list.getSelectionModel().select(i);
              list.scrollTo(Math.max(0, i - 2));
            });
  }

  private void onKey(KeyEvent event) {
    LineageRow row = list.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      model.choose(row);
      event.consume();
    } else if (varies(event)) {
      vary.accept(row.item().entry().file());
      event.consume();
    }
  }

  /** The key is about the row here, not about the picture that the viewer shows. */
  private boolean varies(KeyEvent event) {
    return keys.of(Command.VARIATIONS).get().match(event);
  }
}
