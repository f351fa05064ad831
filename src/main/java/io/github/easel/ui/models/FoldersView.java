package io.github.easel.ui.models;

import atlantafx.base.controls.Popover;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Popovers;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** The folders that are looked through; those that were added can be left out again. */
final class FoldersView extends VBox {

  private static final double WIDTH = 420;

  private final ModelsViewModel models;
  private final Messages messages;

  private FoldersView(ModelsViewModel models, Messages messages) {
    super(12);
    this.models = models;
    this.messages = messages;
    getStyleClass().add("model-folders");
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    getChildren()
        .addAll(
            Pieces.words(messages.text("folders.text"), "quiet"),
            Pieces.anew(8, this::rows, models.desk().settings(), messages.language()));
  }

  /** Shows them beside a button. */
  static void show(Button beside, ModelsViewModel models, Messages messages) {
    Popover popover = Popovers.plain(Popover.ArrowLocation.TOP_RIGHT);
    popover.setContentNode(new FoldersView(models, messages));
    popover.show(beside);
  }

  private List<Node> rows() {
    List<String> added = models.desk().settings().get().folders().allModels();
    List<Node> rows = new ArrayList<>();
    for (Path folder : models.ownFolders()) {
      rows.add(row(folder.toString(), false));
    }
    added.forEach(folder -> rows.add(row(folder, true)));
    return rows;
  }

  private Node row(String folder, boolean added) {
    Label path = new Label(folder);
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    path.setMinWidth(0);
    path.setMaxWidth(Double.MAX_VALUE);
    Hints.explain(path, Bindings.createStringBinding(() -> folder));
    Label note = new Label(added ? "" : messages.now("folders.own"));
    note.getStyleClass().add("quiet");
    note.setMinWidth(0);
    VBox words = added ? new VBox(path) : new VBox(2, path, note);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button show =
        Hints.iconOnly(
            new Button(), Material2AL.FOLDER_OPEN, messages.text("folders.show.named", folder));
    show.setOnAction(event -> models.desk().reveal(Path.of(folder)));
    HBox row = new HBox(8, words, show);
    row.setAlignment(Pos.CENTER_LEFT);
    if (added) {
      Button leave =
          Hints.iconOnly(
              new Button(), Material2AL.CLOSE, messages.text("folders.leave.named", folder));
      leave.setOnAction(event -> models.adding().leaveOut(folder));
      row.getChildren().add(leave);
    }
    return row;
  }
}
