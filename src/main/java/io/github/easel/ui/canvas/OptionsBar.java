package io.github.easel.ui.canvas;

import atlantafx.base.controls.Popover;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Popovers;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2MZ;

/** The one line over the canvas: how the tool in hand is set, and a step back or forth. */
final class OptionsBar extends HBox {

  private static final Set<Tool> TELLING =
      Set.of(Tool.PICKER, Tool.MOVE, Tool.CROP, Tool.FRAME, Tool.HAND);

  /** What all dials of a brush need in a line. */
  private static final double ROOMY = 980;

  private final BooleanProperty narrow = new SimpleBooleanProperty();
  private final CanvasViewModel model;
  private final KeyMap keys;
  private final Messages messages;

  OptionsBar(CanvasViewModel model, KeyMap keys, Messages messages) {
    this.model = model;
    this.keys = keys;
    this.messages = messages;
    getStyleClass().add("options-bar");
    setAlignment(Pos.CENTER_LEFT);
    HBox options =
        new HBox(
            new PaintTarget(model, keys, messages),
            size(),
            inLine(hardness("brush-hardness")),
            inLine(opacity("brush-opacity")),
            more(),
            tolerance(),
            away(),
            words());
    options.getStyleClass().add("options");
    options.setAlignment(Pos.CENTER_LEFT);
    options.setMinWidth(0);
    HBox.setHgrow(options, Priority.ALWAYS);
    widthProperty().addListener((property, old, now) -> narrow.set(now.doubleValue() < ROOMY));
    getChildren()
        .addAll(
            options,
            button(
                "undo",
                Material2MZ.UNDO,
                Command.UNDO,
                model::undo,
                model.sheet().history().map(now -> !now.canUndo())),
            button(
                "redo",
                Material2MZ.REDO,
                Command.REDO,
                model::redo,
                model.sheet().history().map(now -> !now.canRedo())),
            separator(),
            button("zoom-out", Material2MZ.ZOOM_OUT, Command.ZOOM_OUT, model.viewport()::out, null),
            zoom(),
            button("zoom-in", Material2MZ.ZOOM_IN, Command.ZOOM_IN, model.viewport()::in, null));
  }

  private ObservableBooleanValue with(Predicate<Tool> which) {
    return Bindings.createBooleanBinding(
        () -> which.test(model.tools().tool().get()), model.tools().tool());
  }

  private ObservableBooleanValue with(Predicate<Tool> which, ObservableBooleanValue room) {
    ObservableBooleanValue tool = with(which);
    return Bindings.createBooleanBinding(() -> tool.get() && room.get(), tool, room);
  }

  private Node size() {
    return Visibility.when(
        Dial.doubling(
            "brush-size",
            messages.text("brush.size"),
            messages.text(
                "brush.size.hint", keys.label(Command.SMALLER), keys.label(Command.LARGER)),
            model.tools().size(),
            ToolsViewModel.THINNEST,
            ToolsViewModel.THICKEST),
        with(Tool::strokes));
  }

  private Dial hardness(String id) {
    return new Dial(
        id,
        messages.text("brush.hardness"),
        messages.text("brush.hardness.hint"),
        model.tools().hardness(),
        Dial.Range.SHARE);
  }

  private Dial opacity(String id) {
    return new Dial(
        id,
        messages.text("brush.opacity"),
        messages.text("brush.opacity.hint"),
        model.tools().opacity(),
        new Dial.Range(0.01, 1, 0.01, true));
  }

  private Node inLine(Dial dial) {
    return Visibility.when(dial, with(Tool::strokes, narrow.not()));
  }

  /** What finds no room in a narrow line opens under a button. */
  private Node more() {
    VBox dials = new VBox(hardness("more-hardness"), opacity("more-opacity"));
    dials.getStyleClass().add("brush-more");
    Popover popover = Popovers.plain(Popover.ArrowLocation.TOP_CENTER);
    popover.setContentNode(dials);
    Button button = Hints.iconOnly(new Button(), Material2MZ.TUNE, messages.text("brush.more"));
    button.setId("brush-more");
    button.setOnAction(event -> popover.show(button));
    return Visibility.when(button, with(Tool::strokes, narrow));
  }

  private Node tolerance() {
    return Visibility.when(
        new Dial(
            "tolerance",
            messages.text("tolerance"),
            messages.text("tolerance.hint"),
            model.tools().tolerance(),
            Dial.Range.SHARE),
        with(Tool::seesColours));
  }

  private Node away() {
    CheckBox box = new CheckBox();
    box.setId("takes-away");
    box.textProperty().bind(messages.text("away"));
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(model.tools().takesAway());
    Hints.explain(box, messages.text("away.hint"));
    return Visibility.when(box, with(Tool::fillsAreas));
  }

  /** What a tool without settings does. */
  private Node words() {
    Label words = new Label();
    words.setId("tool-words");
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  Tool tool = model.tools().tool().get();
                  return TELLING.contains(tool) ? messages.now("words." + tool.label()) : "";
                },
                messages.dependencies(model.tools().tool())));
    return Visibility.when(words, with(TELLING::contains));
  }

  private Button button(
      String name,
      Ikon icon,
      Command command,
      Runnable action,
      @Nullable ObservableValue<Boolean> disabled) {
    Button button =
        Hints.iconOnly(new Button(), icon, messages.text("bar." + name, keys.label(command)));
    button.setId("canvas-" + name);
    button.setOnAction(event -> action.run());
    if (disabled != null) {
      button.disableProperty().bind(disabled);
    }
    return button;
  }

  private Node zoom() {
    Button fit = new Button();
    fit.setId("canvas-fit");
    fit.getStyleClass().addAll("flat", "canvas-zoom");
    fit.setMinWidth(Region.USE_PREF_SIZE);
    fit.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Math.round(100 * model.viewport().view().get().scale()) + " %",
                model.viewport().view()));
    ObservableValue<String> text = messages.text("bar.fit", keys.label(Command.FIT));
    Hints.explain(fit, text);
    fit.setOnAction(event -> model.fit());
    return fit;
  }

  private static Node separator() {
    Region line = new Region();
    line.getStyleClass().add("tool-separator");
    return line;
  }
}
