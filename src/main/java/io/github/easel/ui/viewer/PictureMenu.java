package io.github.easel.ui.viewer;

import io.github.easel.ui.compose.Recall;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The one menu of pictures: the same on the canvas, among candidates and in the gallery. */
public final class PictureMenu extends ContextMenu {

  private final KeyMap keys;
  private final Messages messages;
  private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>();
  private final Map<MenuItem, Predicate<Picture>> conditions = new HashMap<>();

  /**
   * @param messages the viewer's
   */
  public PictureMenu(PictureActions actions, KeyMap keys, Messages messages) {
    this.keys = keys;
    this.messages = messages;
    getStyleClass().add("picture-menu");
    Menu again = new Menu();
    again.textProperty().bind(messages.text("menu.again"));
    again.setGraphic(new FontIcon(Material2AL.EDIT));
    for (Recall what : Recall.values()) {
      again
          .getItems()
          .add(
              item(
                  "recall." + what,
                  null,
                  ViewerCommands.of(what).orElse(null),
                  one -> actions.recall(one, what)));
    }
    getItems()
        .addAll(
            only(picture -> !picture.isUntold(), again),
            only(
                picture -> picture.isUntold() && actions.isRelated(),
                item("suggest", Material2AL.EMOJI_OBJECTS, null, actions::suggest)),
            item("edit", Material2AL.BRUSH, Command.EDIT_ON_CANVAS, actions::edit),
            item("source", Material2AL.IMAGE, Command.USE_AS_SOURCE, actions::useAsSource),
            only(
                picture -> !picture.isUntold(),
                item("variations", Material2AL.FILTER_NONE, Command.VARIATIONS, actions::vary)),
            only(
                picture -> actions.isRelated(),
                item("like", Material2AL.IMAGE_SEARCH, Command.MORE_LIKE, actions::moreLike)),
            only(
                picture -> actions.isRelated(),
                item("lineage", Material2AL.ACCOUNT_TREE, Command.LINEAGE, actions::lineage)),
            new SeparatorMenuItem(),
            only(
                actions::isComparable,
                item("compare", Material2AL.COMPARE, null, actions::compare)),
            only(
                actions::isCandidate,
                item("accept", Material2AL.CHECK, Command.ACCEPT, actions::accept)),
            only(actions::isCandidate, item("only", null, null, actions::keepOnly)),
            item("copy", Material2AL.CONTENT_COPY, Command.COPY, actions::copy),
            only(
                picture -> !picture.isUntold(),
                item("copySettings", null, Command.COPY_SETTINGS, actions::copySettings)),
            new SeparatorMenuItem(),
            item("save", Material2MZ.SAVE_ALT, Command.SAVE, actions::saveAs),
            kept(item("reveal", Material2AL.FOLDER_OPEN, Command.REVEAL, actions::reveal)),
            kept(item("open", Material2MZ.OPEN_IN_NEW, null, actions::open)),
            new SeparatorMenuItem(),
            item("discard", Material2AL.DELETE_OUTLINE, Command.DISCARD, actions::discard));
  }

  private MenuItem item(
      String key, @Nullable Ikon icon, @Nullable Command command, Consumer<Picture> action) {
    MenuItem item = new MenuItem();
    item.setId("menu-" + key.replace('.', '-'));
    item.textProperty().bind(messages.text("menu." + key));
    if (icon != null) {
      item.setGraphic(new FontIcon(icon));
    }
    if (command != null) {
      item.acceleratorProperty().bind(keys.of(command));
    }
    item.setOnAction(event -> action.accept(picture.get()));
    return item;
  }

  private MenuItem only(Predicate<Picture> when, MenuItem item) {
    conditions.put(item, when);
    return item;
  }

  private void take(Picture of) {
    picture.set(of);
    conditions.forEach((item, when) -> item.setVisible(when.test(of)));
  }

  private MenuItem kept(MenuItem item) {
    item.disableProperty().bind(picture.flatMap(Picture::file).map(file -> false).orElse(true));
    return item;
  }

  /** Opens the menu for the picture where the event happened, or under its node if by a key. */
  public void open(Picture of, ContextMenuEvent event) {
    take(of);
    Node node = (Node) event.getSource();
    if (event.isKeyboardTrigger()) {
      Bounds bounds = node.localToScreen(node.getBoundsInLocal());
      show(node, bounds.getMinX() + 24, bounds.getMinY() + 24);
    } else {
      show(node, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  /**
   * Opens the menu at that place of the screen for the picture that is shown, as soon as it is the
   * one that is waited for.
   */
  public void openWhen(
      ObservableValue<Picture> shown, Predicate<Picture> awaited, Node node, Point2D place) {
    Picture now = shown.getValue();
    if (now != null && awaited.test(now)) {
      take(now);
      show(node, place.getX(), place.getY());
      return;
    }
    shown.addListener(
        new ChangeListener<Picture>() {
          @Override
          public void changed(
              ObservableValue<? extends Picture> property,
              @Nullable Picture old,
              @Nullable Picture read) {
            shown.removeListener(this);
            if (read != null && awaited.test(read)) {
              openWhen(shown, awaited, node, place);
            }
          }
        });
  }

  /** Opens the menu for the picture above the node. */
  public void openAbove(Picture of, Node node) {
    take(of);
    show(node, Side.TOP, 0, 0);
  }
}
