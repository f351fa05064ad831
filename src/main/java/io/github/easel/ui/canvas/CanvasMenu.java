package io.github.easel.ui.canvas;

import io.github.easel.ui.canvas.CanvasFiles.Kind;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/** What is done with the canvas as a whole: new, opened, saved. */
final class CanvasMenu extends ContextMenu {

  private final CanvasViewModel model;
  private final CanvasFiles files;
  private final KeyMap keys;
  private final Messages messages;

  CanvasMenu(CanvasViewModel model, CanvasFiles files, KeyMap keys, Messages messages) {
    this.model = model;
    this.files = files;
    this.keys = keys;
    this.messages = messages;
    getStyleClass().add("picture-menu");
    getItems()
        .addAll(
            item("new", Command.NEW_CANVAS, model::clear),
            item("open", null, () -> files.open(Kind.PROJECT).ifPresent(model.project()::open)),
            item("save", Command.SAVE_PROJECT, this::save),
            item("save-as", null, this::saveAs),
            new SeparatorMenuItem(),
            item("mask-load", null, () -> files.open(Kind.MASK).ifPresent(model.mask()::load)),
            item(
                "mask-save",
                null,
                () -> files.save(Kind.MASK).ifPresent(model.project()::saveMask)));
  }

  /** Enters what keys do. */
  void enter(CommandTable table) {
    table.on(Command.NEW_CANVAS, model::clear);
    table.on(Command.SAVE_PROJECT, this::save);
  }

  private void save() {
    Path known = model.project().file().get();
    if (known == null) {
      saveAs();
    } else {
      model.project().save(known);
    }
  }

  private void saveAs() {
    files.save(Kind.PROJECT).ifPresent(model.project()::save);
  }

  private MenuItem item(String name, @Nullable Command command, Runnable action) {
    MenuItem item = new MenuItem();
    item.setId("canvas-menu-" + name);
    item.textProperty().bind(messages.text("menu." + name));
    if (command != null) {
      item.acceleratorProperty().bind(keys.of(command));
    }
    item.setOnAction(event -> action.run());
    return item;
  }

  /** The button that opens it. */
  Button button() {
    Button button = Hints.iconOnly(new Button(), Material2MZ.MORE_VERT, messages.text("menu"));
    button.setId("canvas-more");
    button.setOnAction(event -> show(button, Side.BOTTOM, 0, 4));
    return button;
  }
}
