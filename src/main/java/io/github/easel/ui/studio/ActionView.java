package io.github.easel.ui.studio;

import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The foot of the left column: what went wrong, how far it is, and the one button. */
final class ActionView extends VBox {

  private static final PseudoClass CANCELLING = PseudoClass.getPseudoClass("cancels");

  private final StudioViewModel studio;
  private final Messages messages;

  ActionView(StudioViewModel studio, FailureText failureText, Messages messages) {
    this.studio = studio;
    this.messages = messages;
    getStyleClass().add("action");
    setMinHeight(USE_PREF_SIZE); // in a low window the fields above give way
    getChildren().addAll(failure(failureText), progress(), button(), reason());
  }

  private Node failure(FailureText failureText) {
    Label sentence = new Label();
    sentence.setId("failure");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    studio.failure().get() == null
                        ? ""
                        : failureText.of(studio.failure().get(), messages.locale()),
                messages.dependencies(studio.failure())));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    Button dismiss =
        Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("failure.dismiss"));
    dismiss.setId("dismiss-failure");
    dismiss.setOnAction(event -> studio.dismissFailure());
    HBox box = new HBox(new FontIcon(Material2AL.ERROR_OUTLINE), sentence, dismiss);
    box.setId("failure-box");
    box.getStyleClass().add("failure-box");
    return Visibility.when(box, studio.failure().isNotNull());
  }

  private Node progress() {
    ProgressBar bar = new ProgressBar();
    bar.setId("progress");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(() -> share(studio.progress().get()), studio.progress()));
    Label words = new Label();
    words.setId("progress-text");
    words.getStyleClass().add("quiet");
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> ProgressText.of(studio.progress().get(), messages),
                messages.dependencies(studio.progress())));
    return Visibility.when(new VBox(6, words, bar), drawing());
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

  private BooleanBinding drawing() {
    return studio.phase().isEqualTo(Phase.DRAWING).or(studio.phase().isEqualTo(Phase.STOPPING));
  }

  private Node button() {
    Button button = new Button();
    button.setId("act");
    button.getStyleClass().add("act");
    button.setMaxWidth(Double.MAX_VALUE);
    button.textProperty().bind(verb());
    button.disableProperty().bind(studio.obstacle().isNotNull());
    button.setOnAction(event -> studio.act());
    studio
        .phase()
        .addListener(
            (property, old, now) ->
                button.pseudoClassStateChanged(CANCELLING, now == Phase.DRAWING));
    Hints.explain(
        button, messages.text("action.hint", Shortcut.GENERATE.label(), Shortcut.CANCEL.label()));
    return button;
  }

  private StringBinding verb() {
    return Bindings.createStringBinding(
        () ->
            messages.now(
                switch (studio.phase().get()) {
                  case OPENING -> "action.opening";
                  case DRAWING -> "action.cancel";
                  case STOPPING -> "action.stopping";
                  case READY, UNAVAILABLE -> "action.generate";
                }),
        messages.dependencies(studio.phase()));
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
                    Optional.ofNullable(studio.obstacle().get())
                        .flatMap(Obstacle::key)
                        .map(messages::now)
                        .orElse(""),
                messages.dependencies(studio.obstacle())));
    return Visibility.when(reason, reason.textProperty().isNotEmpty());
  }
}
