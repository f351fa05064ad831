package io.github.easel.ui.keys;

import io.github.easel.ui.control.PageHeader;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command.Group;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All commands and their keys on one page, in groups, to look up and to change. */
public final class KeysView extends VBox {

  private final KeysViewModel model;
  private final Messages messages;

  /**
   * @param leave closes the page
   */
  public KeysView(KeysViewModel model, Runnable leave, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("keys");
    VBox groups = new VBox();
    groups.getStyleClass().add("settings-sections");
    List<BooleanBinding> shown = new ArrayList<>();
    Label help = new Label();
    help.textProperty().bind(messages.text("help"));
    help.getStyleClass().add("keys-help");
    help.setWrapText(true);
    help.setMinHeight(USE_PREF_SIZE);
    groups.getChildren().add(help);
    for (Group group : Group.values()) {
      groups.getChildren().add(group(group, shown));
    }
    groups.getChildren().add(nothing(shown));
    StackPane.setAlignment(groups, Pos.TOP_CENTER);
    ScrollPane scroll = new ScrollPane(new StackPane(groups));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("compose-scroll", "settings-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren()
        .addAll(new PageHeader("keys", messages, model.query(), leave, resetAll()), scroll);
    sceneProperty().addListener((property, old, now) -> model.cancel());
  }

  private Node resetAll() {
    Button all = new Button();
    all.textProperty().bind(messages.text("reset.all"));
    all.setId("keys-reset-all");
    all.getStyleClass().add("flat");
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.setOnAction(event -> model.resetAll());
    return Visibility.when(all, changed());
  }

  private BooleanBinding changed() {
    Observable[] keys =
        Arrays.stream(Command.values()).map(model.keys()::of).toArray(Observable[]::new);
    return Bindings.createBooleanBinding(() -> !model.keys().chosen().isEmpty(), keys);
  }

  private Node group(Group group, List<BooleanBinding> shown) {
    Label name = new Label();
    name.textProperty().bind(messages.text("group." + group));
    name.getStyleClass().add("settings-section-name");
    HBox line = new HBox(name);
    line.getStyleClass().add("settings-section-line");
    VBox card = new VBox();
    card.getStyleClass().addAll("settings-card", "keys-card");
    BooleanBinding any = Bindings.createBooleanBinding(() -> false);
    for (Command command : Command.values()) {
      if (command.group() == group) {
        BooleanBinding found = found(command);
        any = any.or(found);
        card.getChildren().add(Visibility.when(new KeyRow(command, model, messages), found));
      }
    }
    shown.add(any);
    return Visibility.when(new VBox(line, card), any);
  }

  /** Whether the command's name or keys hold what is searched for. */
  private BooleanBinding found(Command command) {
    return Bindings.createBooleanBinding(
        () -> {
          String wanted = model.query().get().strip().toLowerCase(Locale.ROOT);
          String texts =
              messages.now("command." + command)
                  + " "
                  + KeyMap.label(model.keys().of(command).get());
          return texts.toLowerCase(Locale.ROOT).contains(wanted);
        },
        messages.dependencies(model.query(), model.keys().of(command)));
  }

  private Node nothing(List<BooleanBinding> shown) {
    Label nothing = new Label();
    nothing.textProperty().bind(messages.text("search.none", model.query()));
    nothing.getStyleClass().add("settings-nothing");
    nothing.setWrapText(true);
    BooleanBinding any = shown.get(0);
    for (BooleanBinding more : shown) {
      any = any.or(more);
    }
    return Visibility.when(nothing, any.not());
  }
}
