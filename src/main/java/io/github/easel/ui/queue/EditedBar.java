package io.github.easel.ui.queue;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * Stands above the button of the left column while a job that waits is being edited, and asks what
 * the next pictures are to do: take the place of those, or come besides. Takes no room otherwise.
 */
public final class EditedBar extends VBox {

  /**
   * @param messages the texts of this screen
   */
  public EditedBar(JobCommands commands, Messages messages) {
    Label text = new Label();
    text.textProperty().bind(messages.text("edited.text"));
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button stop = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("edited.stop"));
    stop.setId("edited-stop");
    stop.setOnAction(event -> commands.stopEditing());
    ToggleGroup group = new ToggleGroup();
    RadioButton update = choice(messages, "update", group);
    RadioButton fresh = choice(messages, "new", group);
    update.setSelected(commands.replacing().get());
    fresh.setSelected(!commands.replacing().get());
    update.setOnAction(event -> commands.replacing().set(true));
    fresh.setOnAction(event -> commands.replacing().set(false));
    commands
        .replacing()
        .addListener((property, old, now) -> (now ? update : fresh).setSelected(true));
    HBox choices = new HBox(16, update, fresh);
    setId("edited-bar");
    getStyleClass().add("edited-bar");
    getChildren().addAll(new HBox(8, text, stop), choices);
    Visibility.when(this, commands.edited().isNotNull());
  }

  private static RadioButton choice(Messages messages, String name, ToggleGroup group) {
    RadioButton button = new RadioButton();
    button.setId("edited-" + name);
    button.textProperty().bind(messages.text("edited." + name));
    button.setToggleGroup(group);
    Hints.explain(button, messages.text("edited." + name + ".hint"));
    return button;
  }
}
