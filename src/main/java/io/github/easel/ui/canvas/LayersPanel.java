package io.github.easel.ui.canvas;

import io.github.easel.canvas.Canvas;
import io.github.easel.canvas.Layer;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** The layers from above, and what can be done with the active one. */
final class LayersPanel extends VBox {

  private final CanvasViewModel model;
  private final Messages messages;
  private final VBox list = new VBox();
  private final Map<String, LayerRow> rows = new LinkedHashMap<>();
  private final DoubleProperty opacity = new SimpleDoubleProperty(1);
  private boolean showing;

  LayersPanel(CanvasViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().addAll("panel-part", "layers-panel");
    list.getStyleClass().add("layer-list");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("layer-scroll");
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(72);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll, opacity());
    model.canvas().addListener((property, old, now) -> show(now));
    show(model.canvas().get());
  }

  private Node head() {
    Label title = new Label();
    title.textProperty().bind(messages.text("layers"));
    title.getStyleClass().add("field-name");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            title,
            gap,
            button("add", Material2AL.ADD, model::addLayer, canvas -> true),
            button(
                "up",
                Material2AL.ARROW_UPWARD,
                () -> model.layers().move(1),
                canvas -> LayersViewModel.moves(canvas, 1)),
            button(
                "down",
                Material2AL.ARROW_DOWNWARD,
                () -> model.layers().move(-1),
                canvas -> LayersViewModel.moves(canvas, -1)),
            button("rename", Material2AL.EDIT, this::rename, LayersPanel::onLayer),
            button(
                "delete",
                Material2AL.DELETE_OUTLINE,
                model.layers()::delete,
                LayersPanel::onLayer));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("panel-head");
    return head;
  }

  private static boolean onLayer(Canvas canvas) {
    return !canvas.active().equals(Canvas.MASK);
  }

  private void rename() {
    LayerRow row = rows.get(model.canvas().get().active());
    if (row != null) {
      row.rename();
    }
  }

  private Button button(String name, Ikon icon, Runnable action, Predicate<Canvas> possible) {
    Button button = Hints.iconOnly(new Button(), icon, messages.text("layer." + name));
    button.setId("layer-" + name);
    button.getStyleClass().add("small-icon");
    button.setOnAction(event -> action.run());
    button.disableProperty().bind(model.canvas().map(canvas -> !possible.test(canvas)));
    return button;
  }

  private Node opacity() {
    Dial dial =
        new Dial(
            "layer-opacity",
            messages.text("layer.opacity"),
            messages.text("layer.opacity.hint"),
            opacity,
            Dial.Range.SHARE);
    opacity.addListener(
        (property, old, now) -> {
          if (!showing) {
            model.layers().shine(now.doubleValue(), !dial.slider().isValueChanging());
          }
        });
    dial.slider()
        .valueChangingProperty()
        .addListener(
            (property, old, changing) -> {
              if (!changing) {
                model.layers().shine(opacity.get(), true);
              }
            });
    dial.disableProperty().bind(model.canvas().map(canvas -> !onLayer(canvas)));
    return dial;
  }

  private void show(Canvas canvas) {
    List<Layer> layers = LayersViewModel.fromAbove(canvas);
    List<String> ids = layers.stream().map(Layer::id).toList();
    if (!ids.equals(List.copyOf(rows.keySet()))) {
      Map<String, LayerRow> before = Map.copyOf(rows);
      rows.clear();
      for (Layer layer : layers) {
        LayerRow row = before.get(layer.id());
        rows.put(layer.id(), row == null ? new LayerRow(layer, model.layers(), messages) : row);
      }
      list.getChildren().setAll(new ArrayList<>(rows.values()));
    }
    layers.forEach(layer -> row(layer).show(canvas, layer));
    showing = true;
    opacity.set(canvas.layer(canvas.active()).opacity());
    showing = false;
  }

  private LayerRow row(Layer layer) {
    return Objects.requireNonNull(rows.get(layer.id()), "every layer has a row");
  }
}
