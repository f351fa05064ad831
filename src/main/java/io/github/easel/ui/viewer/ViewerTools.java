package io.github.easel.ui.viewer;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.CompareViewModel.Mode;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The line above the picture: to the next one, how large, beside another, and what it is. */
final class ViewerTools extends HBox {

  private final ViewerViewModel viewer;
  private final KeyMap keys;
  private final Messages messages;

  ViewerTools(ViewerViewModel viewer, KeyMap keys, Messages messages) {
    this.viewer = viewer;
    this.keys = keys;
    this.messages = messages;
    CompareViewModel compare = viewer.compare();
    ZoomModel zoom = viewer.zoom();
    getStyleClass().add("viewer-tools");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    ToggleButton fit = new ToggleButton();
    zoom.fitted().addListener((property, old, now) -> fit.setSelected(now));
    fit.setSelected(zoom.fitted().get());
    tool(
        fit,
        "fit",
        Material2AL.ASPECT_RATIO,
        Command.FIT,
        () -> {
          zoom.fit();
          fit.setSelected(true);
        });
    getChildren()
        .addAll(
            tool(
                new Button(),
                "previous",
                Material2AL.CHEVRON_LEFT,
                Command.PREVIOUS,
                viewer::previous),
            tool(new Button(), "next", Material2AL.CHEVRON_RIGHT, Command.NEXT, viewer::next),
            gap,
            Visibility.when(compareTools(), compare.mode().map(mode -> mode != Mode.OFF)),
            compareSwitch(),
            separator(),
            tool(new Button(), "zoom-out", Material2MZ.ZOOM_OUT, Command.ZOOM_OUT, zoom::out),
            tool(new Button(), "zoom-in", Material2MZ.ZOOM_IN, Command.ZOOM_IN, zoom::in),
            fit,
            actual(),
            separator(),
            info());
  }

  private static Node separator() {
    Region line = new Region();
    line.getStyleClass().add("tool-separator");
    HBox.setMargin(line, new Insets(0, 6, 0, 6));
    return line;
  }

  private <B extends ButtonBase> B tool(
      B button, String name, Ikon icon, Command command, Runnable action) {
    Hints.iconOnly(button, icon, messages.text("tool." + name, keys.label(command)));
    button.setId("tool-" + name);
    button.setOnAction(event -> action.run());
    return button;
  }

  private Button actual() {
    Button button = new Button("1:1");
    button.getStyleClass().addAll("icon-only", "flat");
    ObservableValue<String> name = messages.text("tool.actual", keys.label(Command.ACTUAL_SIZE));
    button.accessibleTextProperty().bind(name);
    Hints.explain(button, name);
    button.setId("tool-actual");
    button.setOnAction(event -> viewer.zoom().to(1));
    return button;
  }

  private ToggleButton compareSwitch() {
    CompareViewModel compare = viewer.compare();
    ToggleButton button = new ToggleButton();
    tool(
        button,
        "compare",
        Material2AL.COMPARE,
        Command.COMPARE,
        () -> {
          compare.mode(compare.mode().get() == Mode.OFF ? Mode.SLIDER : Mode.OFF);
          button.setSelected(compare.mode().get() != Mode.OFF);
        });
    compare.mode().addListener((property, old, now) -> button.setSelected(now != Mode.OFF));
    button.setSelected(compare.mode().get() != Mode.OFF);
    button.disableProperty().bind(compare.possible().not());
    return button;
  }

  private Node compareTools() {
    HBox ways =
        new HBox(
            way(Mode.SLIDER, Material2MZ.VERTICAL_SPLIT),
            way(Mode.SIDE_BY_SIDE, Material2MZ.VIEW_COLUMN),
            way(Mode.BLINK, Material2AL.FLIP),
            swap());
    ways.getStyleClass().add("compare-tools");
    return ways;
  }

  private ToggleButton way(Mode mode, Ikon icon) {
    CompareViewModel compare = viewer.compare();
    ToggleButton button = new ToggleButton();
    ObservableValue<String> name = messages.text("compare." + mode, keys.label(Command.COMPARE));
    Hints.iconOnly(button, icon, name);
    button.setId("compare-" + mode);
    button.setOnAction(
        event -> {
          compare.mode(mode);
          button.setSelected(true); // a second click must not turn it off
        });
    button.setSelected(compare.mode().get() == mode);
    compare.mode().addListener((property, old, now) -> button.setSelected(now == mode));
    return button;
  }

  private Button swap() {
    Button button =
        Hints.iconOnly(new Button(), Material2MZ.SWAP_HORIZ, messages.text("compare.swap"));
    button.setId("compare-swap");
    button.setOnAction(event -> viewer.compare().swap());
    return button;
  }

  private ToggleButton info() {
    BooleanProperty shown = viewer.info();
    ToggleButton button = new ToggleButton();
    Hints.iconOnly(button, Material2AL.INFO, messages.text("tool.info", keys.label(Command.INFO)));
    button.setId("tool-info");
    button.selectedProperty().bindBidirectional(shown);
    return button;
  }
}
