package io.github.easel.ui.gallery;

import io.github.easel.gallery.GalleryQuery.Order;
import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.text.NumberFormat;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Which part of the collection is seen, how many pictures that are, how they come. */
final class GalleryHead extends VBox {

  private final GalleryViewModel gallery;
  private final Messages messages;

  /**
   * @param onImport asks for a folder of pictures to take in
   */
  GalleryHead(
      GalleryViewModel gallery,
      GalleryActions actions,
      GalleryView.Surroundings around,
      Runnable onImport,
      KeyMap keys,
      Messages messages) {
    this.gallery = gallery;
    this.messages = messages;
    getStyleClass().add("gallery-head");
    Label count = new Label();
    count.setId("gallery-count");
    count.getStyleClass().add("quiet");
    count.setMinWidth(0);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    gallery.listed().get()
                        ? NumberFormat.getIntegerInstance(messages.locale())
                            .format(gallery.size().get())
                        : "",
                messages.dependencies(gallery.size(), gallery.listed())));
    HBox aside = new HBox(0, count, more(onImport), widen(around.wide(), keys));
    HBox.setMargin(count, new Insets(0, 8, 0, 8));
    aside.setAlignment(Pos.CENTER_LEFT);
    Disclosure parts =
        new Disclosure(name(), aside, () -> new BoardsView(gallery, actions, messages));
    parts.line().setId("gallery-parts");
    parts.line().getStyleClass().add("gallery-title");
    parts.line().setMinWidth(0);
    Hints.explain(parts.line(), messages.text("gallery.parts"));
    parts.open().bindBidirectional(around.parts());
    getChildren().add(parts);
  }

  private ObservableValue<String> name() {
    GalleryQuestion question = gallery.question();
    return Bindings.createStringBinding(
        () -> {
          GalleryScope scope = question.scope().get();
          return scope.kind() == GalleryScope.Kind.BOARD
              ? scope.board()
              : messages.now("scope." + scope.kind());
        },
        messages.dependencies(question.scope()));
  }

  private MenuButton menuButton(String id, Ikon icon, String name) {
    MenuButton button = new MenuButton();
    button.setId(id);
    button.setGraphic(new FontIcon(icon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.getStyleClass().addAll("icon-only", "flat", "gallery-menu-button");
    button.accessibleTextProperty().bind(messages.text(name));
    Hints.explain(button, messages.text(name));
    return button;
  }

  private void addOrder(MenuButton button) {
    ToggleGroup group = new ToggleGroup();
    for (Order order : Order.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.setId("order-" + order);
      item.textProperty().bind(messages.text("order." + order));
      item.setToggleGroup(group);
      item.setSelected(gallery.question().order().get() == order);
      item.setOnAction(event -> gallery.question().order().set(order));
      button.getItems().add(item);
    }
  }

  private Node more(Runnable onImport) {
    MenuButton button = menuButton("gallery-more", Material2MZ.MORE_VERT, "gallery.more");
    addOrder(button);
    MenuItem duplicates = new MenuItem();
    duplicates.setId("find-duplicates");
    duplicates.textProperty().bind(messages.text("search.duplicates"));
    duplicates.setOnAction(
        event -> gallery.search().duplicates(messages.now("search.duplicates.title")));
    MenuItem all = new MenuItem();
    all.textProperty().bind(messages.text("gallery.select.all"));
    all.setOnAction(event -> gallery.selection().all());
    MenuItem imports = new MenuItem();
    imports.setId("import-pictures");
    imports.textProperty().bind(messages.text("gallery.import"));
    imports.disableProperty().bind(gallery.collection().imports().progress().isNotNull());
    imports.setOnAction(event -> onImport.run());
    button
        .getItems()
        .addAll(new SeparatorMenuItem(), all, duplicates, new SeparatorMenuItem(), imports);
    return button;
  }

  private Node widen(BooleanProperty wide, KeyMap keys) {
    ToggleButton button =
        Hints.iconOnly(
            new ToggleButton(),
            Material2MZ.OPEN_IN_FULL,
            messages.text("gallery.widen", keys.label(Command.GALLERY)));
    button.setId("gallery-widen");
    ((FontIcon) button.getGraphic())
        .iconCodeProperty()
        .bind(
            Bindings.when(wide)
                .<Ikon>then(Material2AL.CLOSE_FULLSCREEN)
                .otherwise(Material2MZ.OPEN_IN_FULL));
    button.selectedProperty().bindBidirectional(wide);
    return button;
  }
}
