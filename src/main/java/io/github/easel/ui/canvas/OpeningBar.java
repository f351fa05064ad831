package io.github.easel.ui.canvas;

import io.github.easel.ui.canvas.ProjectViewModel.Opening;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Asks whether a project takes the place of a canvas that is not saved. */
final class OpeningBar extends HBox {

  private static final double WIDEST_TEXT = 320;

  private final ProjectViewModel project;
  private final Messages messages;

  OpeningBar(ProjectViewModel project, Messages messages) {
    this.project = project;
    this.messages = messages;
    getStyleClass().addAll("toast", "opening-bar");
    setId("replace");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setMargin(this, new Insets(12));
    getChildren().addAll(question(), button("open", true, "accent"), button("keep", false, "flat"));
    Visibility.when(this, project.asked().isNotNull());
  }

  private Label question() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMaxWidth(WIDEST_TEXT);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Opening ready = project.asked().get();
                  return ready == null
                      ? ""
                      : messages.now("replace", String.valueOf(ready.file().getFileName()));
                },
                messages.dependencies(project.asked())));
    return label;
  }

  private Button button(String name, boolean opens, String style) {
    Button button = new Button();
    button.setId("replace-" + name);
    button.getStyleClass().addAll(style, "staging-word");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.textProperty().bind(messages.text("replace." + name));
    Hints.explain(button, messages.text("replace." + name + ".hint"));
    button.setOnAction(event -> project.answer(opens));
    return button;
  }
}
