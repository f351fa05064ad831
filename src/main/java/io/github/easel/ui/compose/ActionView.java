package io.github.easel.ui.compose;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
    getChildren().addAll(failure, notices(), progress(), button(), reason(), remaking());
  }

  /** What is to be known of the pictures that were lined up last. */
  private Node notices() {
    Label label =
        sentence(
            "plan-notices",
            Bindings.createStringBinding(
                () -> {
                  UserMessages sentences = new UserMessages(messages.locale());
                  return action.notices().stream()
                      .map(sentences::of)
                      .collect(Collectors.joining("\n"));
                },
                messages.dependencies(action.notices())));
    Hints.beginning(label);
    return label;
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
    words.setWrapText(true); // some languages need more words
    words.setMinHeight(Region.USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> ProgressText.of(action.line(), messages),
                messages.dependencies(
                    action.line().progress(), action.line().running(), action.line().paused())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    BooleanBinding runs = action.line().running().isNotNull();
    BooleanBinding waits = Bindings.isNotEmpty(action.line().waiting());
    HBox line =
        new HBox(
            words,
            gap,
            Visibility.when(waiting(), waits),
            Visibility.when(cancelAll(), waits),
            Visibility.when(cancel(), runs));
    line.getStyleClass().add("progress-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return Visibility.when(new VBox(4, line, Visibility.when(bar, runs)), runs.or(waits));
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

  private Label waiting() {
    Label waiting = new Label();
    waiting.setId("waiting");
    waiting.getStyleClass().addAll("quiet", "badge");
    waiting.setMinWidth(Region.USE_PREF_SIZE);
    waiting
        .textProperty()
        .bind(messages.text("action.waiting", Bindings.size(action.line().waiting()).asString()));
    return waiting;
  }

  private Node cancel() {
    Button button =
        Hints.iconOnly(
            new Button(),
            Material2AL.CLOSE,
            messages.text("action.cancel", keys.label(Command.CANCEL)));
    button.setId("cancel");
    button.getStyleClass().add("small-icon");
    button.disableProperty().bind(action.line().stopping());
    button.setOnAction(event -> action.line().cancelCurrent());
    return button;
  }

  private Node cancelAll() {
    Button button =
        Hints.iconOnly(
            new Button(),
            Material2AL.DELETE_SWEEP,
            messages.text("action.cancel.all", keys.label(Command.CANCEL_ALL)));
    button.setId("cancel-all");
    button.getStyleClass().add("small-icon");
    button.setOnAction(event -> action.line().cancelAll());
    return button;
  }

  private Node button() {
    Button button = new Button();
    button.setId("act");
    button.getStyleClass().add("act");
    button.setMaxWidth(Double.MAX_VALUE);
    button
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::verb, messages.dependencies(action.verb(), action.count())));
    button.disableProperty().bind(action.obstacle().isNotNull());
    button.setOnAction(event -> action.generate(false));
    Hints.explain(
        button,
        messages.text(
            "action.hint", keys.label(Command.GENERATE), keys.label(Command.GENERATE_FIRST)));
    return button;
  }

  private String verb() {
    Verb verb = action.verb().get();
    int count = action.count().get();
    return count == 1
        ? messages.now(verb.key())
        : messages.now(verb.keyOfSeveral(), Integer.toString(count));
  }

  private Node reason() {
    return sentence(
        "reason",
        Bindings.createStringBinding(
            this::obstacle,
            messages.dependencies(action.obstacle(), action.multiple(), action.mostClipSkip())));
  }

  private String obstacle() {
    Obstacle obstacle = action.obstacle().get();
    if (obstacle == null) {
      return "";
    }
    int limit =
        switch (obstacle) {
          case BAD_SIZE -> action.multiple().get();
          case BAD_CLIP_SKIP -> action.mostClipSkip().get();
          default -> 0;
        };
    return messages.now(obstacle.key(), Integer.toString(limit));
  }

  /** That extending makes more anew than its name says, and the way out. */
  private Node remaking() {
    Hyperlink clear = new Hyperlink();
    clear.setId("remake-clear");
    clear.textProperty().bind(messages.text("action.remake.clear"));
    clear.setMinWidth(Region.USE_PREF_SIZE);
    clear.setOnAction(event -> action.unmask());
    Node words = sentence("remake", messages.text("action.remake"));
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(8, words, clear);
    line.setAlignment(Pos.CENTER_LEFT);
    return Visibility.when(line, action.remakes());
  }

  private static Label sentence(String id, StringBinding text) {
    Label label = new Label();
    label.setId(id);
    label.getStyleClass().add("quiet");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(text);
    return Visibility.when(label, label.textProperty().isNotEmpty());
  }
}
