package io.github.easel.ui.compose;

import io.github.easel.app.StyleService.Style;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The chosen styles as chips, and a list to choose more from. */
final class StylesView extends VBox {

  private final ComposeViewModel compose;
  private final Messages messages;
  private final FlowPane chips = new FlowPane();
  private final ToggleButton add = new ToggleButton();

  StylesView(ComposeViewModel compose, Messages messages) {
    this.compose = compose;
    this.messages = messages;
    getStyleClass().add("styles");
    chips.getStyleClass().add("chips");
    chips.setPrefWrapLength(0); // as wide as there is room
    add.setId("add-style");
    add.getStyleClass().addAll("chip", "add-chip");
    add.setGraphic(new FontIcon(Material2AL.ADD));
    add.textProperty().bind(messages.text("compose.style.add"));
    Hints.explain(add, messages.text("compose.style.hint"));
    Node picker =
        Visibility.late(
            add.selectedProperty(), () -> new StylePicker(compose, messages, this::close));
    add.selectedProperty()
        .addListener(
            (property, old, open) -> {
              if (open) {
                begin();
              }
            });
    WordsViewModel words = compose.words();
    words.styles().addListener((Observable changed) -> rebuild());
    words.offered().addListener((Observable changed) -> rebuild());
    messages.language().addListener(changed -> rebuild());
    rebuild();
    getChildren().addAll(ComposeView.row("compose.style", chips, messages), picker);
  }

  private void begin() {
    getChildren().stream()
        .filter(StylePicker.class::isInstance)
        .map(StylePicker.class::cast)
        .forEach(StylePicker::begin);
  }

  private void close() {
    add.setSelected(false);
    add.requestFocus();
  }

  private void rebuild() {
    chips.getChildren().setAll(compose.words().styles().stream().map(this::chip).toList());
    chips.getChildren().add(add);
  }

  private Button chip(String name) {
    Style style = compose.words().style(name).orElse(null);
    String shown = style == null ? name : name(style, messages.language().get());
    Button chip = new Button(shown, new FontIcon(Material2AL.CLOSE));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().addAll("chip", "chosen-chip");
    chip.setOnAction(event -> compose.words().toggle(name));
    chip.accessibleTextProperty().bind(messages.text("compose.style.remove", shown));
    Hints.explain(
        chip,
        style == null
            ? messages.text("compose.style.unknown", name)
            : Bindings.createStringBinding(() -> words(style)));
    return chip;
  }

  /** What people of that language call it. */
  static String name(Style style, Language language) {
    return language == Language.GEORGIAN ? style.georgianName() : style.name();
  }

  /** What it does to the words. */
  static String words(Style style) {
    return style.negative().isBlank() ? style.prompt() : style.prompt() + "\n− " + style.negative();
  }
}
