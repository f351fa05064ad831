package io.github.easel.ui.canvas;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/**
 * The canvas with its tools on the left, what they are set to above, and its layers on the right.
 */
public final class CanvasView extends BorderPane {

  private final CanvasViewModel model;
  private final CanvasPane pane;
  private final CanvasMenu menu;

  /**
   * @param panel whether the layers show
   * @param files asks for files
   */
  public CanvasView(
      CanvasViewModel model,
      ObservableValue<Boolean> panel,
      CanvasFiles files,
      KeyMap keys,
      Messages messages) {
    this.model = model;
    getStyleClass().add("canvas-view");
    setMinSize(0, 0);
    setClip(room());
    FrameOverlay overlay = new FrameOverlay(model, messages);
    pane = new CanvasPane(model, overlay);
    pane.setId("canvas-pane");
    pane.setFocusTraversable(true);
    pane.accessibleTextProperty().bind(messages.text("canvas"));
    CanvasInput.install(pane, model, overlay);
    StackPane middle = new StackPane(ground(), pane, welcome(messages), notes(messages));
    StagingBar staging = staging(keys, messages);
    middle
        .getChildren()
        .addAll(
            new HiddenMaskNote(model, messages),
            staging,
            new OpeningBar(model.project(), messages));
    middle.widthProperty().addListener((property, old, now) -> staging.room(now.doubleValue()));
    middle.setMinSize(0, 0);
    ToolColumn tools = new ToolColumn(model, keys, messages);
    middle.heightProperty().addListener((property, old, now) -> tools.room(now.doubleValue()));
    menu = new CanvasMenu(model, files, keys, messages);
    OptionsBar options = new OptionsBar(model, keys, messages);
    options.getChildren().add(menu.button());
    setTop(options);
    setLeft(tools);
    setCenter(middle);
    setRight(Visibility.when(panel(messages), panel));
  }

  private VBox notes(Messages messages) {
    VBox notes =
        new VBox(
            new BesideNote(model.keeper(), messages), new SavedNote(model.project(), messages));
    notes.getStyleClass().add("canvas-notes");
    notes.setPickOnBounds(false); // one can paint right beside them
    return notes;
  }

  /** Nothing of it is drawn over its neighbours. */
  private Rectangle room() {
    Rectangle room = new Rectangle();
    room.widthProperty().bind(widthProperty());
    room.heightProperty().bind(heightProperty());
    return room;
  }

  private static Node ground() {
    Region ground = new Region();
    ground.getStyleClass().add("canvas-ground");
    return ground;
  }

  private Node panel(Messages messages) {
    LayersPanel layers = new LayersPanel(model, messages);
    VBox.setVgrow(layers, Priority.ALWAYS);
    VBox parts = new VBox(new PaintPart(model, messages), new MaskPart(model, messages), layers);
    ScrollPane scroll = new ScrollPane(parts);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("canvas-panel");
    return scroll;
  }

  private StagingBar staging(KeyMap keys, Messages messages) {
    StagingBar bar = new StagingBar(model, keys, messages);
    StackPane.setAlignment(bar, Pos.BOTTOM_CENTER);
    StackPane.setMargin(bar, new Insets(16));
    return bar;
  }

  /** What can be done while nothing is there. */
  private Node welcome(Messages messages) {
    Label title = line("welcome-title", "empty.title", messages);
    Label text = line("welcome-text", "empty.text", messages);
    VBox box = new VBox(title, text);
    box.getStyleClass().addAll("welcome", "canvas-welcome");
    box.setMouseTransparent(true); // one can paint right through it
    box.setMaxHeight(Region.USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.CENTER);
    StackPane.setMargin(box, new Insets(16));
    return Visibility.when(
        box,
        Bindings.createBooleanBinding(
            () -> CanvasViewModel.bare(model.canvas().get()), model.canvas()));
  }

  private static Label line(String style, String key, Messages messages) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(messages.text(key));
    return label;
  }

  /** Enters what keys do on the canvas. */
  public void enter(CommandTable table) {
    for (Tool tool : Tool.values()) {
      table.on(tool.command(), () -> model.tools().tool().set(tool));
    }
    table.on(Command.SMALLER, model.tools()::smaller);
    table.on(Command.LARGER, model.tools()::larger);
    table.on(Command.SWAP_COLOURS, model.tools()::swap);
    table.on(Command.DEFAULT_COLOURS, model.tools()::defaults);
    table.on(Command.MASK, model.layers()::toggleMask);
    table.on(Command.INVERT_MASK, model.mask()::invert);
    table.on(Command.UNDO, model::undo);
    table.on(Command.REDO, model::redo);
    menu.enter(table);
  }

  /** Whether all that is seen has been drawn. */
  public boolean settled() {
    return pane.settled();
  }
}
