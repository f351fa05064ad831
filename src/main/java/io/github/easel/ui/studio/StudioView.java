package io.github.easel.ui.studio;

import io.github.easel.ui.compose.ActionView;
import io.github.easel.ui.compose.ComposeView;
import io.github.easel.ui.failure.FailureView;
import io.github.easel.ui.gallery.StripView;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PictureActions;
import io.github.easel.ui.viewer.ViewerView;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The whole window: compose on the left, viewer in the middle, gallery on the right. */
final class StudioView extends BorderPane {

  private final StudioViewModel studio;
  private final ComposeView compose;

  StudioView(StudioViewModel studio, PictureActions actions, FailureText failureText) {
    this.studio = studio;
    ObjectProperty<Language> language = studio.look().language();
    Messages composeTexts = Messages.of("compose", language);
    compose = new ComposeView(studio.compose(), studio.keys(), composeTexts);
    ScrollPane scroll = new ScrollPane(compose);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("compose-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    FailureView failure =
        new FailureView(studio.failures(), failureText, Messages.of("failure", language));
    VBox left =
        new VBox(
            new HeaderView(studio.look(), Messages.of("studio", language)),
            scroll,
            new ActionView(studio.action(), failure, studio.keys(), composeTexts));
    left.getStyleClass().add("left-column");
    getStyleClass().add("studio");
    setLeft(left);
    setCenter(
        new ViewerView(
            studio.pictures(),
            studio.line(),
            actions,
            studio.keys(),
            this::takeExample,
            Messages.of("viewer", language)));
    setRight(new StripView(studio.pictures(), Messages.of("gallery", language)));
    studio.commands().on(Command.PROMPT, this::focusPrompt);
    onShown(Command.RECALL_ALL, actions::recall);
    onShown(Command.SAVE, actions::saveAs);
    onShown(Command.COPY, actions::copy);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onShown(Command command, Consumer<Picture> action) {
    studio
        .commands()
        .on(
            command,
            () -> {
              Picture shown = studio.pictures().shown().get();
              if (shown != null) {
                action.accept(shown);
              }
            });
  }

  void focusPrompt() {
    compose.focusPrompt();
  }

  private void takeExample(String example) {
    studio.compose().prompt().set(example);
    compose.focusPrompt();
  }

  private void onKey(KeyEvent event) {
    Node focused = getScene().getFocusOwner();
    studio
        .keys()
        .match(event, focused instanceof TextInputControl)
        .filter(studio.commands()::run)
        .ifPresent(command -> event.consume());
  }
}
