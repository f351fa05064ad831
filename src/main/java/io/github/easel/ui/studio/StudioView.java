package io.github.easel.ui.studio;

import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The whole screen: compose on the left, canvas in the middle, this session on the right. */
final class StudioView extends BorderPane {

  private final StudioViewModel studio;
  private final PictureActions actions;
  private final ComposeView compose;

  StudioView(
      StudioViewModel studio, PictureActions actions, FailureText failureText, Messages messages) {
    this.studio = studio;
    this.actions = actions;
    compose = new ComposeView(studio, messages);
    ScrollPane scroll = new ScrollPane(compose);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("compose-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox left =
        new VBox(
            new HeaderView(studio.look(), messages),
            scroll,
            new ActionView(studio, failureText, messages));
    left.getStyleClass().add("left-column");
    getStyleClass().add("studio");
    setLeft(left);
    setCenter(new CanvasView(studio, actions, this::takeExample, messages));
    setRight(new StripView(studio, messages));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  void focusPrompt() {
    compose.focusPrompt();
  }

  private void takeExample(String example) {
    studio.compose().prompt().set(example);
    compose.focusPrompt();
  }

  private void onKey(KeyEvent event) {
    for (Shortcut shortcut : Shortcut.values()) {
      if (shortcut.matches(event)) {
        run(shortcut);
        event.consume();
      }
    }
  }

  private void run(Shortcut shortcut) {
    Picture shown = studio.pictures().shown().get();
    switch (shortcut) {
      case GENERATE -> studio.generate();
      case CANCEL -> cancelOrDismiss();
      case PROMPT -> focusPrompt();
      case ROLL_SEED -> studio.rollSeed();
      case REUSE_SEED -> studio.reuseSeed();
      case RECALL, SAVE, COPY -> {
        if (shown != null) {
          runOn(shown, shortcut);
        }
      }
    }
  }

  private void runOn(Picture picture, Shortcut shortcut) {
    switch (shortcut) {
      case SAVE -> actions.saveAs(picture);
      case COPY -> actions.copy(picture);
      default -> actions.recall(picture);
    }
  }

  private void cancelOrDismiss() {
    if (studio.phase().get() == Phase.DRAWING) {
      studio.cancel();
    } else {
      studio.dismissFailure();
    }
  }
}
