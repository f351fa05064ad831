package io.github.easel.ui.keys;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.KeysViewModel.Answer;
import io.github.easel.ui.keys.KeysViewModel.Refused;
import io.github.easel.ui.keys.KeysViewModel.Taken;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2MZ;

/** A command and its keys; a click on them waits for others. */
final class KeyRow extends VBox {

  private static final PseudoClass WAITS = PseudoClass.getPseudoClass("waits");

  private final Command command;
  private final KeysViewModel model;
  private final Messages messages;
  private final BooleanBinding waits;
  private final Button cap = new Button();

  KeyRow(Command command, KeysViewModel model, Messages messages) {
    this.command = command;
    this.model = model;
    this.messages = messages;
    waits = model.waiting().isEqualTo(command);
    getStyleClass().add("key-row");
    Label name = new Label();
    name.textProperty().bind(messages.text("command." + command));
    name.setWrapText(true);
    name.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Button reset =
        Hints.iconOnly(
            new Button(),
            Material2MZ.REPLAY,
            messages.text("reset", KeyMap.label(command.usual())));
    reset.setId("key-reset-" + command.label());
    reset.getStyleClass().add("small");
    reset.setOnAction(event -> model.reset(command));
    reset
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.keys().changed(command), model.keys().of(command)));
    HBox line = new HBox(name, reset, cap());
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("key-line");
    getChildren().addAll(line, answer());
    waits.addListener((property, old, now) -> pseudoClassStateChanged(WAITS, now));
  }

  private Node cap() {
    cap.setId("key-" + command.label());
    cap.getStyleClass().add("key-cap");
    cap.setMinWidth(Region.USE_PREF_SIZE);
    cap.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    waits.get()
                        ? messages.now("press")
                        : KeyMap.label(model.keys().of(command).get()),
                messages.dependencies(waits, model.keys().of(command))));
    cap.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("command." + command) + ": " + cap.getText(),
                messages.dependencies(cap.textProperty())));
    Hints.explain(cap, messages.text("change"));
    cap.setOnAction(event -> model.wait(command));
    cap.addEventFilter(KeyEvent.ANY, this::whileItWaits);
    cap.focusedProperty()
        .addListener(
            (property, old, focused) -> {
              // with an answer on show the focus goes on to its buttons
              if (!focused && waits.get() && model.answer().get() == null) {
                model.cancel();
              }
            });
    return cap;
  }

  private void whileItWaits(KeyEvent event) {
    if (!waits.get()) {
      return;
    }
    boolean goesOn = model.answer().get() instanceof Taken && event.getCode() == KeyCode.TAB;
    if (goesOn) {
      return; // to the buttons under it
    }
    event.consume();
    if (event.getEventType() == KeyEvent.KEY_PRESSED) {
      if (event.getCode() == KeyCode.ESCAPE) {
        model.cancel();
      } else {
        model.press(event);
      }
    }
  }

  /** What stands in the way of the keys that were pressed, and what can be done. */
  private Node answer() {
    Label words = new Label();
    words.setId("key-answer-" + command.label());
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::words, messages.dependencies(waits, model.answer())));
    Button swap = button("swap", model::swap);
    Button take = button("take", model::takeOver);
    Button cancel = button("cancel", model::cancel);
    BooleanBinding taken =
        Bindings.createBooleanBinding(() -> model.answer().get() instanceof Taken, model.answer());
    FlowPane buttons = new FlowPane(swap, take, cancel);
    buttons.getStyleClass().add("key-answer-buttons");
    VBox answer = new VBox(words, Visibility.when(buttons, taken));
    answer.getStyleClass().add("key-answer");
    return Visibility.when(answer, waits.and(model.answer().isNotNull()));
  }

  private String words() {
    Answer answer = waits.get() ? model.answer().get() : null;
    if (answer instanceof Taken taken) {
      return messages.now(
          "taken",
          KeyMap.label(taken.keys().combination()),
          messages.now("command." + taken.holder()));
    }
    if (answer instanceof Refused refused) {
      return messages.now(refused.refusal().key(), KeyMap.label(refused.keys().combination()));
    }
    return "";
  }

  private Button button(String what, Runnable action) {
    Button button = new Button();
    button.setId("key-" + what + "-" + command.label());
    button.textProperty().bind(messages.text(what));
    button.getStyleClass().add("small");
    Hints.explain(button, messages.text(what + ".hint"));
    button.setOnAction(
        event -> {
          action.run();
          cap.requestFocus();
        });
    return button;
  }
}
