package io.github.easel.ui.settings;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.PageHeader;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** All settings on one page, in sections, with a search over them. */
public final class SettingsView extends VBox {

  private final SettingsViewModel model;
  private final Messages messages;
  private final List<BooleanBinding> shown = new ArrayList<>();

  /**
   * @param chooser asks for folders
   * @param openKeys goes to the page of the keys
   * @param leave closes the page
   */
  public SettingsView(
      SettingsViewModel model,
      FolderQuestion chooser,
      Runnable openKeys,
      Runnable leave,
      Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("settings");
    SettingRows rows = new SettingRows(model, chooser, openKeys, messages);
    VBox sections = new VBox();
    sections.getStyleClass().add("settings-sections");
    for (Section section : Section.values()) {
      sections.getChildren().add(section(section, rows));
    }
    sections.getChildren().add(nothing());
    ScrollPane scroll = new ScrollPane(new StackPane(sections));
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("compose-scroll", "settings-scroll");
    StackPane.setAlignment(sections, Pos.TOP_CENTER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(new PageHeader("settings", messages, model.query(), leave), scroll);
    sceneProperty()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                model.lookAtFolders();
              }
            });
  }

  private Node section(Section section, SettingRows rows) {
    Label name = new Label();
    name.textProperty().bind(messages.text(section.key()));
    name.getStyleClass().add("settings-section-name");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(name, gap, reset(section));
    line.getStyleClass().add("settings-section-line");
    VBox card = new VBox();
    card.getStyleClass().add("settings-card");
    BooleanBinding any = null;
    for (Item item : Item.values()) {
      if (item.section() == section) {
        BooleanBinding found = found(item);
        card.getChildren().add(Visibility.when(rows.of(item), found));
        any = any == null ? found : any.or(found);
      }
    }
    Label restart = new Label();
    restart.textProperty().bind(messages.text("restart"));
    restart.setWrapText(true);
    restart.setId("restart-" + section.name().toLowerCase(Locale.ROOT));
    restart.getStyleClass().add("settings-restart");
    card.getChildren().add(Visibility.when(restart, model.waitsForStart(section)));
    BooleanBinding shows = any == null ? Bindings.createBooleanBinding(() -> false) : any;
    shown.add(shows);
    return Visibility.when(new VBox(line, card), shows);
  }

  private Node reset(Section section) {
    Button reset = new Button();
    reset.textProperty().bind(messages.text("reset"));
    reset.setId("reset-" + section.name().toLowerCase(Locale.ROOT));
    reset.getStyleClass().addAll("flat", "small", "settings-reset");
    reset.setMinWidth(Region.USE_PREF_SIZE);
    Hints.explain(reset, messages.text("reset.hint"));
    reset.setOnAction(event -> model.reset(section));
    reset.visibleProperty().bind(model.usual(section).not());
    return reset;
  }

  private BooleanBinding found(Item item) {
    return Bindings.createBooleanBinding(
        () ->
            SettingsViewModel.found(
                model.query().get(),
                String.join(
                    " ",
                    messages.now(item.section().key()),
                    messages.now(item.key()),
                    messages.now(item.key() + ".words"))),
        messages.dependencies(model.query()));
  }

  private Node nothing() {
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
