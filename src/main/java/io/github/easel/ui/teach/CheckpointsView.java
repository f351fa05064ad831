package io.github.easel.ui.teach;

import io.github.easel.app.TrainingNotes.Checkpoint;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.Images;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What was drawn at each checkpoint, always with the same seed; the best one is picked here. */
final class CheckpointsView extends VBox {

  private static final double SIDE = 86;

  private final TrainingViewModel training;
  private final Messages messages;
  private final FlowPane row = new FlowPane(8, 8);

  CheckpointsView(TrainingViewModel training, Messages messages) {
    super(8);
    this.training = training;
    this.messages = messages;
    getChildren().addAll(Pieces.words(messages.text("checkpoints"), "quiet"), row);
    training.checkpoints().addListener((InvalidationListener) changed -> show());
    messages.language().addListener(changed -> show());
    show();
  }

  private void show() {
    row.getChildren().setAll(training.checkpoints().stream().map(this::tile).toList());
  }

  private Node tile(Checkpoint checkpoint) {
    StackPane frame = new StackPane();
    frame.getStyleClass().add("checkpoint-picture");
    frame.setMinSize(SIDE, SIDE);
    frame.setMaxSize(SIDE, SIDE);
    checkpoint
        .picture()
        .ifPresentOrElse(
            picture -> {
              ImageView view = new ImageView(Images.of(picture));
              view.setFitWidth(SIDE);
              view.setFitHeight(SIDE);
              view.setPreserveRatio(true);
              frame.getChildren().add(view);
            },
            () -> frame.getChildren().add(new Label("–")));
    String step = messages.now("checkpoint", checkpoint.step());
    Label name = new Label(step);
    name.getStyleClass().add("quiet");
    VBox content = new VBox(4, frame, name);
    content.setAlignment(Pos.CENTER);
    ToggleButton button = new ToggleButton();
    button.setId("checkpoint-" + checkpoint.step());
    button.getStyleClass().add("checkpoint");
    button.setGraphic(content);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setAccessibleText(step);
    training.chosen().subscribe(now -> button.setSelected(checkpoint.equals(now)));
    button.setOnAction(
        event -> {
          training.chosen().set(checkpoint);
          button.setSelected(true); // a second click must not turn it off
        });
    return button;
  }
}
