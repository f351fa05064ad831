package io.github.easel.ui.compose;

import io.github.easel.app.UserMessages;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The LoRAs of the prompt with their strengths, and a list to choose more from. */
final class AdaptersView extends VBox {

  private static final double STEP = 0.05;
  private static final double SLIDER = 96;

  private final AdaptersViewModel adapters;
  private final Messages messages;
  private final VBox rows = new VBox();
  private final ToggleButton add = new ToggleButton();

  AdaptersView(ComposeViewModel compose, Messages messages) {
    this.adapters = compose.adapters();
    this.messages = messages;
    getStyleClass().add("styles");
    rows.getStyleClass().add("lora-rows");
    add.setId("add-adapter");
    add.getStyleClass().addAll("chip", "add-chip");
    add.setGraphic(new FontIcon(Material2AL.ADD));
    add.textProperty().bind(messages.text("compose.style.add"));
    Hints.explain(add, messages.text("compose.adapter.hint"));
    Node picker =
        Visibility.late(
            add.selectedProperty(), () -> new AdapterPicker(compose, messages, this::close));
    add.selectedProperty()
        .addListener(
            (property, old, open) -> {
              if (open) {
                begin();
              }
            });
    adapters.chosen().addListener((Observable changed) -> rebuild());
    adapters.offered().addListener((Observable changed) -> rebuild());
    messages.language().addListener(changed -> rebuild());
    rebuild();
    HBox head = new HBox(add);
    getChildren().addAll(ComposeView.row("compose.adapter", head, messages), rows, picker);
  }

  private void begin() {
    getChildren().stream()
        .filter(AdapterPicker.class::isInstance)
        .map(AdapterPicker.class::cast)
        .forEach(AdapterPicker::begin);
  }

  private void close() {
    add.setSelected(false);
    add.requestFocus();
  }

  private void rebuild() {
    rows.getChildren().setAll(adapters.chosen().stream().map(this::row).toList());
    rows.setVisible(!rows.getChildren().isEmpty());
    rows.setManaged(rows.isVisible());
  }

  private Node row(ChosenLora lora) {
    Label name = new Label(lora.name());
    name.setMaxWidth(Double.MAX_VALUE);
    name.setMinWidth(0);
    HBox.setHgrow(name, Priority.ALWAYS);
    String reason = reason(lora);
    if (!reason.isEmpty()) {
      name.setGraphic(new FontIcon(Material2MZ.WARNING));
      name.getStyleClass().add("lora-warning");
      name.setAccessibleText(lora.name() + ". " + reason);
    }
    Hints.explain(name, Bindings.createStringBinding(() -> hint(lora, reason)));
    Slider slider = new Slider();
    slider.maxProperty().bind(reach(lora));
    slider.minProperty().bind(reach(lora).negate());
    slider.setBlockIncrement(STEP);
    slider.setMajorTickUnit(STEP);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setMinWidth(SLIDER);
    slider.setMaxWidth(SLIDER);
    slider.valueProperty().bindBidirectional(lora.strength());
    slider.setAccessibleText(messages.now("compose.adapter.strength", lora.name()));
    Hints.explain(slider, messages.text("compose.adapter.strength", lora.name()));
    Label figure = new Label();
    figure.getStyleClass().addAll("figure", "lora-figure");
    figure.textProperty().bind(lora.strength().asString(Locale.ROOT, "%.2f"));
    figure.setMinWidth(Region.USE_PREF_SIZE);
    Button remove =
        Hints.iconOnly(
            new Button(), Material2AL.CLOSE, messages.text("compose.adapter.remove", lora.name()));
    remove.setOnAction(event -> adapters.remove(lora));
    remove.getStyleClass().add("small-icon");
    HBox row = new HBox(8, name, slider, figure, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** Stronger than usual it can be typed, and is not weakened by being shown. */
  private static DoubleBinding reach(ChosenLora lora) {
    return Bindings.createDoubleBinding(
        () -> Math.max(AdaptersViewModel.MOST_STRENGTH, Math.abs(lora.strength().get())),
        lora.strength());
  }

  private String hint(ChosenLora lora, String reason) {
    String triggers =
        adapters
            .known(lora)
            .map(choice -> String.join(", ", choice.adapter().triggers()))
            .orElse("");
    return reason.isEmpty() ? (lora.name() + "\n" + triggers).strip() : reason;
  }

  /** Why it will not act, or empty. */
  private String reason(ChosenLora lora) {
    return adapters
        .known(lora)
        .map(
            choice ->
                choice
                    .obstacle()
                    .map(failure -> new UserMessages(messages.locale()).of(failure))
                    .orElse(""))
        .orElseGet(() -> messages.now("compose.adapter.missing", lora.name()));
  }
}
