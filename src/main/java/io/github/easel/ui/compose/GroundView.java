package io.github.easel.ui.compose;

import io.github.easel.generation.UnderMask;
import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How much becomes of what is in the canvas's frame, and how its masked part is painted anew. */
final class GroundView extends VBox {

  private final RepaintViewModel repaint;
  private final Messages messages;

  GroundView(ComposeViewModel compose, Messages messages) {
    this.messages = messages;
    repaint = compose.start().repaint();
    ObjectProperty<Verb> verb = compose.ground();
    getStyleClass().addAll("source", "ground");
    setId("ground");
    BooleanBinding fills = verb.isEqualTo(Verb.FILL);
    BooleanBinding soft = fills.or(verb.isEqualTo(Verb.EXPAND));
    Amount strength = strength("ground", compose.start().strength());
    getChildren()
        .addAll(
            Visibility.when(strength, soft.not()),
            Visibility.when(
                new StylePictureView("ground", compose, messages), verb.isEqualTo(Verb.REFINE)),
            Visibility.when(new VBox(4, strength("fill", repaint.strength()), advice()), fills),
            Visibility.when(new Field(messages.text("repaint.content"), contents()), fills),
            Visibility.when(edge(fills), soft),
            Visibility.when(
                new TouchView("ground", compose.start(), messages),
                verb.isNotEqualTo(Verb.EXPAND)));
  }

  /** Whether there is something in the frame to begin with. */
  static ObservableValue<Boolean> shown(ComposeViewModel compose) {
    ObjectProperty<Verb> verb = compose.ground();
    return Bindings.createBooleanBinding(
        () -> verb.get() != null && verb.get() != Verb.GENERATE, verb);
  }

  private Amount strength(String name, Property<Number> value) {
    return new Amount(
        name + "-strength",
        messages.text("compose.strength"),
        messages.text("compose.strength.hint"),
        value,
        new Amount.Range(0.05, 1, 0.05, "%.2f"));
  }

  private Node advice() {
    Label advice = new Label();
    advice.setId("fill-advice");
    advice.getStyleClass().add("quiet");
    advice.setWrapText(true);
    advice.setMinHeight(USE_PREF_SIZE);
    advice.textProperty().bind(messages.text("repaint.strength.advice"));
    return advice;
  }

  /** What few change is folded away. */
  private Disclosure edge(BooleanBinding fills) {
    Disclosure disclosure = new Disclosure(messages.text("repaint.edge"), () -> parts(fills));
    disclosure.setId("edge-disclosure");
    return disclosure;
  }

  private Node parts(BooleanBinding fills) {
    VBox parts =
        new VBox(
            amount("blur", repaint.blur(), 0, RepaintViewModel.MOST_BLUR),
            Visibility.when(
                amount(
                    "grow",
                    repaint.grow(),
                    -RepaintViewModel.MOST_GROW,
                    RepaintViewModel.MOST_GROW),
                fills),
            Visibility.when(onlyMasked(), fills),
            Visibility.when(
                amount("padding", repaint.padding(), 0, RepaintViewModel.MOST_PADDING),
                fills.and(repaint.onlyMasked())));
    parts.getStyleClass().add("ground-parts");
    return parts;
  }

  private Amount amount(String name, Property<Number> value, double least, double most) {
    return new Amount(
        "repaint-" + name,
        messages.text("repaint." + name),
        messages.text("repaint." + name + ".hint"),
        value,
        new Amount.Range(least, most, 1, "%.0f"));
  }

  private Node contents() {
    HBox row = new HBox();
    row.getStyleClass().addAll("segments", "fits");
    for (UnderMask content : UnderMask.values()) {
      ToggleButton button = new ToggleButton();
      String key = "repaint.content." + content.name().toLowerCase(Locale.ROOT);
      button.setId("content-" + content.label());
      button.textProperty().bind(messages.text(key));
      Hints.explain(button, messages.text(key + ".hint"));
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setSelected(repaint.content().get() == content);
      repaint.content().addListener((property, old, now) -> button.setSelected(now == content));
      button.setOnAction(
          event -> {
            repaint.content().set(content);
            button.setSelected(true); // a second click must not turn it off
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private Node onlyMasked() {
    CheckBox box = new CheckBox();
    box.setId("only-masked");
    box.textProperty().bind(messages.text("repaint.only"));
    box.setWrapText(true);
    box.setMinHeight(USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(repaint.onlyMasked());
    Hints.explain(box, messages.text("repaint.only.hint"));
    return box;
  }
}
