package io.github.easel.ui.canvas;

import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A layer in the list: whether it is seen, and its name. */
final class LayerRow extends HBox {

  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final LayersViewModel layers;
  private final ReadOnlyObjectWrapper<Layer> layer;
  private final ToggleButton eye = new ToggleButton();
  private final ToggleButton name = new ToggleButton();

  LayerRow(Layer first, LayersViewModel layers, Messages messages) {
    this.layers = layers;
    layer = new ReadOnlyObjectWrapper<>(first);
    getStyleClass().add("layer-row");
    setAlignment(Pos.CENTER_LEFT);
    FontIcon icon = new FontIcon(Material2MZ.VISIBILITY);
    Hints.iconOnly(
        eye,
        Material2MZ.VISIBILITY,
        Bindings.createStringBinding(
            () ->
                messages.now(
                    layer.get().visible() ? "layer.hide" : "layer.show",
                    LayerNames.shown(layer.get(), messages)),
            messages.dependencies(layer)));
    icon.iconCodeProperty()
        .bind(
            layer.map(
                now ->
                    (Ikon) (now.visible() ? Material2MZ.VISIBILITY : Material2MZ.VISIBILITY_OFF)));
    eye.setGraphic(icon);
    eye.setId("layer-eye-" + first.id());
    eye.getStyleClass().add("layer-eye");
    eye.setOnAction(event -> layers.see(layer.get().id(), !layer.get().visible()));
    name.setId("layer-" + first.id());
    name.getStyleClass().add("layer-name");
    name.setGraphic(new FontIcon(icon(first.kind())));
    name.setTextOverrun(OverrunStyle.ELLIPSIS);
    name.setMaxWidth(Double.MAX_VALUE);
    name.setAlignment(Pos.CENTER_LEFT);
    ObservableValue<String> words =
        Bindings.createStringBinding(
            () -> LayerNames.shown(layer.get(), messages), messages.dependencies(layer));
    name.textProperty().bind(words);
    Hints.explain(name, messages.text("layer.hint"));
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setOnAction(
        event -> {
          layers.choose(layer.get().id());
          name.setSelected(true);
        });
    name.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            rename();
          }
        });
    getChildren().addAll(eye, name);
  }

  /** What stands for layers of the kind. */
  static Ikon icon(Layer.Kind kind) {
    return switch (kind) {
      case PICTURE -> Material2AL.IMAGE;
      case PAINT -> Material2AL.BRUSH;
      case MASK -> Material2MZ.TONALITY;
    };
  }

  /** Shows the layer as it is now. */
  void show(Canvas canvas, Layer now) {
    layer.set(now);
    boolean active = canvas.active().equals(now.id());
    pseudoClassStateChanged(ACTIVE, active);
    name.setSelected(active);
    eye.setSelected(now.visible());
  }

  /** Lets the name be typed in its place. */
  void rename() {
    if (layer.get().kind() == Layer.Kind.MASK) {
      return;
    }
    TextField field = new TextField(name.getText());
    field.setId("layer-rename");
    field.accessibleTextProperty().bind(layer.map(Layer::name));
    HBox.setHgrow(field, Priority.ALWAYS);
    Runnable end =
        () -> {
          getChildren().setAll(eye, name);
          name.requestFocus();
        };
    field.setOnAction(
        event -> {
          String typed = field.getText();
          end.run();
          give(typed);
        });
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            end.run();
            event.consume();
          }
        });
    field
        .focusedProperty()
        .addListener(
            (property, old, focused) -> {
              if (!focused && getChildren().contains(field)) {
                getChildren().setAll(eye, name);
                give(field.getText());
              }
            });
    getChildren().setAll(eye, field);
    field.requestFocus();
    field.selectAll();
  }

  /** A name that was left as it is stays the program's, and follows the language. */
  private void give(String typed) {
    if (!typed.equals(name.getText())) {
      layers.rename(layer.get().id(), typed);
    }
  }
}
