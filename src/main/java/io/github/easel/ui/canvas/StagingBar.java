package io.github.easel.ui.canvas;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What can be done with the results that wait; it floats over the canvas. */
final class StagingBar extends HBox {

  /** Below this width only what one does most is written out; hints tell the rest. */
  private static final double ROOMY = 520;

  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final CanvasViewModel model;
  private final StagingViewModel staging;
  private final KeyMap keys;
  private final Messages messages;

  StagingBar(CanvasViewModel model, KeyMap keys, Messages messages) {
    this.model = model;
    this.keys = keys;
    this.messages = messages;
    staging = model.staging();
    getStyleClass().addAll("toast", "staging-bar");
    setId("staging");
    setAlignment(Pos.CENTER);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    getChildren()
        .addAll(
            icon("previous", Material2AL.CHEVRON_LEFT, Command.PREVIOUS, () -> staging.step(-1)),
            figure(),
            icon("next", Material2AL.CHEVRON_RIGHT, Command.NEXT, () -> staging.step(1)),
            eye(),
            word("accept", Material2AL.CHECK, Command.ACCEPT, model::acceptResult, "accent"),
            word("layer", Material2AL.LAYERS, null, model::resultAsLayer, "flat"),
            word("discard", Material2AL.CLOSE, Command.DISCARD, staging::discard, "flat"));
    Visibility.when(this, staging.waiting());
  }

  /** Tells how wide the room is that it floats in. */
  void room(double width) {
    narrow.set(width < ROOMY);
  }

  private Label figure() {
    Label label = new Label();
    label.setId("staging-figure");
    label.getStyleClass().add("figure");
    label.setMinWidth(Region.USE_PREF_SIZE);
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.now(
                        "staging.figure",
                        Integer.toString(staging.index().get() + 1),
                        Integer.toString(staging.all().size())),
                messages.dependencies(staging.index(), staging.all())));
    return label;
  }

  private ObservableValue<String> text(String name, @Nullable Command command) {
    String key = "staging." + name + ".hint";
    return command == null ? messages.text(key) : messages.text(key, keys.label(command));
  }

  private Button icon(String name, Ikon icon, Command command, Runnable action) {
    Button button = Hints.iconOnly(new Button(), icon, text(name, command));
    button.setId("staging-" + name);
    button.setOnAction(event -> action.run());
    button.disableProperty().bind(Bindings.size(staging.all()).lessThan(2));
    return button;
  }

  /** Lets one look at the canvas under the result. */
  private ToggleButton eye() {
    ToggleButton eye = new ToggleButton();
    Hints.iconOnly(eye, Material2MZ.VISIBILITY, messages.text("staging.eye"));
    eye.setId("staging-eye");
    eye.selectedProperty().bindBidirectional(staging.visible());
    return eye;
  }

  private Button word(
      String name, Ikon icon, @Nullable Command command, Runnable action, String style) {
    Button button = new Button();
    button.setId("staging-" + name);
    button.getStyleClass().addAll(style, "staging-word");
    button.setGraphic(new FontIcon(icon));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.textProperty().bind(messages.text("staging." + name));
    if (style.equals("flat")) {
      button
          .contentDisplayProperty()
          .bind(narrow.map(little -> little ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }
    Hints.explain(button, text(name, command));
    button.setOnAction(event -> action.run());
    button.disableProperty().bind(model.busy());
    return button;
  }
}
