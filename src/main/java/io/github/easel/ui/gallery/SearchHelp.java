package io.github.easel.ui.gallery;

import io.github.easel.ui.text.Messages;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be typed into the search; a click types it. */
final class SearchHelp extends VBox {

  private static final double WIDTH = 380;
  private static final List<String> EXAMPLES =
      List.of(
          "phrase",
          "minus",
          "model",
          "stars",
          "size",
          "after",
          "favourite",
          "board",
          "label",
          "kind",
          "seed",
          "trash",
          "sort");

  SearchHelp(GalleryQuestion question, Runnable onTaken, Messages messages) {
    super(8);
    setId("gallery-search-help");
    getStyleClass().add("search-help");
    setMaxWidth(WIDTH);
    Label title = new Label();
    title.getStyleClass().add("filter-title");
    title.textProperty().bind(messages.text("help.title"));
    GridPane rows = new GridPane(16, 4);
    int row = 0;
    for (String example : EXAMPLES) {
      Hyperlink typed = new Hyperlink();
      typed.setId("help-" + example);
      typed.setMinWidth(Region.USE_PREF_SIZE);
      typed.textProperty().bind(messages.text("help." + example + ".typed"));
      typed.setOnAction(
          event -> {
            typed.setVisited(false);
            question.meaning().set(false);
            String before = question.words().get().strip();
            question
                .words()
                .set(before.isEmpty() ? typed.getText() : before + " " + typed.getText());
            onTaken.run();
          });
      Label means = new Label();
      means.textProperty().bind(messages.text("help." + example));
      means.setWrapText(true);
      means.setMinHeight(Region.USE_PREF_SIZE);
      GridPane.setValignment(typed, VPos.TOP);
      GridPane.setValignment(means, VPos.TOP);
      rows.addRow(row++, typed, means);
    }
    getChildren().addAll(title, rows);
  }
}
