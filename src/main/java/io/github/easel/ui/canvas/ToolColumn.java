package io.github.easel.ui.canvas;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The slim column of tools, one over the other, and the two colours. */
final class ToolColumn extends VBox {

  /** Our own drawing of an eraser, which the icons lack: a slanted block over a line. */
  private static final String ERASER =
      "M9.5 2.2 L15.8 8.5 L9.2 15 H6.3 L2.2 10.9 Z M9.5 4.3 L6.2 7.6 L10.4 11.8 L13.7 8.5 Z"
          + " M2.5 16.5 H16 V18 H2.5 Z";

  /** Likewise of a wand: a stick with a star over it. */
  private static final String WAND =
      "M1.5 16 L10 7.5 L11.5 9 L3 17.5 Z M12.5 0.5 L13.6 3.9 L17 5 L13.6 6.1 L12.5 9.5 L11.4 6.1"
          + " L8 5 L11.4 3.9 Z M15.5 10 L16.1 11.9 L18 12.5 L16.1 13.1 L15.5 15 L14.9 13.1 L13 12.5"
          + " L14.9 11.9 Z";

  /** What the tools need one over the other; with less there are two side by side. */
  private static final double TALL = 480;

  private final CanvasViewModel model;
  private final KeyMap keys;
  private final Messages messages;
  private final List<TilePane> groups = new ArrayList<>();

  ToolColumn(CanvasViewModel model, KeyMap keys, Messages messages) {
    this.model = model;
    this.keys = keys;
    this.messages = messages;
    getStyleClass().add("tool-column");
    setMinWidth(USE_PREF_SIZE);
    setMinHeight(0);
    getChildren()
        .addAll(
            group(Tool.BRUSH, Tool.ERASER),
            line(),
            group(Tool.RECTANGLE, Tool.ELLIPSE, Tool.LASSO, Tool.WAND),
            line(),
            group(Tool.FILL, Tool.PICKER),
            line(),
            group(Tool.MOVE, Tool.CROP),
            line(),
            group(Tool.FRAME, Tool.HAND),
            line(),
            colours());
  }

  private Node group(Tool... tools) {
    TilePane group = new TilePane(2, 2);
    group.setPrefColumns(1);
    group.setAlignment(Pos.TOP_CENTER);
    for (Tool tool : tools) {
      group.getChildren().add(button(tool));
    }
    groups.add(group);
    return group;
  }

  /** Tells how high the room is; where it is low two tools stand side by side. */
  void room(double height) {
    groups.forEach(group -> group.setPrefColumns(height < TALL ? 2 : 1));
  }

  private static Node line() {
    Region line = new Region();
    line.getStyleClass().add("tool-line");
    return line;
  }

  private ToggleButton button(Tool tool) {
    ObjectProperty<Tool> chosen = model.tools().tool();
    ToggleButton button =
        Hints.iconOnly(
            new ToggleButton(),
            icon(tool),
            messages.text("tool." + tool.label(), keys.label(tool.command())));
    if (tool == Tool.ERASER || tool == Tool.WAND) {
      SVGPath shape = new SVGPath();
      shape.setContent(tool == Tool.WAND ? WAND : ERASER);
      shape.getStyleClass().add("tool-shape");
      button.setGraphic(new StackPane(shape));
    }
    button.setId("canvas-" + tool.label());
    button.setSelected(chosen.get() == tool);
    chosen.addListener((property, old, now) -> button.setSelected(now == tool));
    button.setOnAction(
        event -> {
          chosen.set(tool);
          button.setSelected(true); // a second click must not turn it off
        });
    return button;
  }

  private static Ikon icon(Tool tool) {
    return switch (tool) {
      case BRUSH, ERASER, WAND -> Material2AL.BRUSH; // the latter two are drawn by ourselves
      case RECTANGLE -> Material2AL.CROP_SQUARE;
      case ELLIPSE -> Material2MZ.PANORAMA_FISH_EYE;
      case LASSO -> Material2AL.GESTURE;
      case FILL -> Material2AL.FORMAT_COLOR_FILL;
      case PICKER -> Material2AL.COLORIZE;
      case MOVE -> Material2MZ.OPEN_WITH;
      case CROP -> Material2AL.CROP;
      case FRAME -> Material2AL.CROP_FREE;
      case HAND -> Material2MZ.PAN_TOOL;
    };
  }

  /** The colour in use lies over the one at hand; a click changes them over. */
  private Node colours() {
    Button button = new Button();
    button.setId("canvas-colours");
    button.getStyleClass().addAll("icon-only", "flat", "tool-colours");
    Pane pair = new Pane(square(model.tools().other(), 9), square(model.tools().colour(), 0));
    pair.setMinSize(24, 24);
    pair.setMaxSize(24, 24);
    button.setGraphic(pair);
    var text =
        messages.text(
            "colours.swap", keys.label(Command.SWAP_COLOURS), keys.label(Command.DEFAULT_COLOURS));
    button.accessibleTextProperty().bind(text);
    Hints.explain(button, text);
    button.setOnAction(event -> model.tools().swap());
    return button;
  }

  private static Region square(ReadOnlyProperty<javafx.scene.paint.Color> colour, double at) {
    Region square = Swatches.square(colour);
    square.resizeRelocate(at, at, 15, 15);
    square.setManaged(false);
    return square;
  }
}
