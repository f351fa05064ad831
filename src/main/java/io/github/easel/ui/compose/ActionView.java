package io.github.easel.ui.compose;

import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** The foot of the left column: what went wrong, how far it is, and the one button. */
public final class ActionView extends VBox {

  private final ActionViewModel action;
  private final KeyMap keys;
  private final Messages messages;

  /**
   * @param failure stands above the button
   */
  public ActionView(ActionViewModel action, Node failure, KeyMap keys, Messages messages) {
    this.action = action;
    this.keys = keys;
    this.messages = messages;
    getStyleClass().add("action");
    setMinHeight(USE_PREF_SIZE); // in a low window the fields above give way
    getChildren().addAll(failure, progress(), button(), reason());
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setId("progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> share(action.line().progress().get()), action.line().progress()));
    Label words = new Label();
    words.setId("progress-text");
    words.getStyleClass().add("quiet");
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> ProgressText.of(action.line().progress().get(), messages),
                messages.dependencies(action.line().progress())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(words, gap, cancel());
    line.setAlignment(Pos.CENTER_LEFT);
    return Visibility.when(new VBox(6, line, bar), action.line().running().isNotNull());
  }

  private static double share(@Nullable Progress progress) {
    if (progress == null) {
      return ProgressBar.INDETERMINATE_PROGRESS;
    }
    Stage stage = progress.stage();
    return stage == Stage.SAMPLING || stage == Stage.DECODING
        ? progress.fraction()
        : ProgressBar.INDETERMINATE_PROGRESS;
  }

  private Node cancel() {
    Button button =
        Hints.iconOnly(
            new Button(),
            Material2AL.CLOSE,
            messages.text("action.cancel", keys.label(Command.CANCEL)));
    button.setId("cancel");
    button.disableProperty().bind(action.line().stopping());
    button.setOnAction(event -> action.line().cancelCurrent());
    return button;
  }

  private Node button() {
    Button button = new Button();
    button.setId("act");
    button.getStyleClass().add("act");
    button.setMaxWidth(Double.MAX_VALUE);
    button.textProperty().bind(messages.text("action.generate"));
    button.disableProperty().bind(action.obstacle().isNotNull());
    button.setOnAction(event -> action.generate(false));
    Hints.explain(button, messages.text("action.hint", keys.label(Command.GENERATE)));
    return button;
  }

  private Node reason() {
    Label reason = new Label();
    reason.setId("reason");
    reason.getStyleClass().add("quiet");
    reason.setWrapText(true);
    reason.setMinHeight(Region.USE_PREF_SIZE);
    reason
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Optional.ofNullable(action.obstacle().get())
                        .map(Obstacle::key)
                        .map(messages::now)
                        .orElse(""),
                messages.dependencies(action.obstacle())));
    return Visibility.when(reason, reason.textProperty().isNotEmpty());
  }
}
