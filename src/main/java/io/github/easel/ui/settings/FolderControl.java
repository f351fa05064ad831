package io.github.easel.ui.settings;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A folder, and buttons to choose another, to look into it, and to go back to the usual. */
final class FolderControl extends VBox {

  private final String name;
  private final ObjectProperty<String> chosen;
  private final Supplier<Path> folder;
  private final FolderQuestion question;
  private final Messages messages;

  /**
   * @param chosen the folder; empty for the usual or none
   * @param folder the folder as it is; empty for none
   */
  FolderControl(
      String name,
      ObjectProperty<String> chosen,
      Supplier<Path> folder,
      SettingsViewModel model,
      FolderQuestion question,
      Messages messages) {
    this.name = name;
    this.chosen = chosen;
    this.folder = folder;
    this.question = question;
    this.messages = messages;
    getStyleClass().add("folder");
    Label path = new Label();
    path.setId("folder-" + name);
    path.getStyleClass().add("folder-path");
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    ObservableValue<String> text =
        Bindings.createStringBinding(
            () ->
                folder.get().toString().isEmpty() ? messages.now("folder.none") : "" + folder.get(),
            messages.dependencies(chosen));
    path.textProperty().bind(text);
    Hints.explain(path, text);
    Button choose = button("choose", this::choose);
    Button show = button("show", () -> model.show(folder.get()));
    Button usual = button("usual", () -> chosen.set(""));
    FlowPane buttons =
        new FlowPane(
            choose,
            Visibility.when(
                show,
                Bindings.createBooleanBinding(() -> !folder.get().toString().isEmpty(), chosen)),
            Visibility.when(
                usual, Bindings.createBooleanBinding(() -> !chosen.get().isEmpty(), chosen)));
    buttons.getStyleClass().add("folder-buttons");
    getChildren().addAll(path, buttons);
  }

  private Button button(String what, Runnable action) {
    Button button = new Button();
    button.setId("folder-" + name + "-" + what);
    button
        .textProperty()
        .bind(
            messages.text(
                "folder."
                    + what
                    + (!name.equals("pictures") && what.equals("usual") ? ".not" : "")));
    button
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("item." + name) + ": " + button.getText(),
                button.textProperty()));
    button.getStyleClass().add("small");
    button.setOnAction(event -> action.run());
    return button;
  }

  private void choose() {
    question
        .ask(folder.get(), messages.now("item." + name), getScene().getWindow())
        .ifPresent(wanted -> chosen.set(wanted.toString()));
  }
}
