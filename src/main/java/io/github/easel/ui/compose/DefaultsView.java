package io.github.easel.ui.compose;

import io.github.easel.ui.compose.DefaultsViewModel.Autoencoder;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What is kept for the model: its autoencoder, and the values that it begins with. */
final class DefaultsView extends VBox {

  private final ComposeViewModel compose;
  private final DefaultsViewModel defaults;
  private final Messages messages;

  /** A field, since a binding that nobody holds is swept away. */
  private final BooleanBinding usual;

  DefaultsView(ComposeViewModel compose, Messages messages) {
    this.compose = compose;
    this.messages = messages;
    defaults = compose.defaults();
    usual = defaults.isUsual();
    getStyleClass().add("model-defaults");
    VBox buttons = new VBox(keep(), Visibility.when(forget(), defaults.hasKept()), reset());
    getChildren().addAll(autoencoder(), buttons);
    defaults.look();
  }

  private Node autoencoder() {
    MenuButton choice = new MenuButton();
    choice.setId("vae");
    choice.setMnemonicParsing(false); // names have underscores
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    choice
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> defaults.autoencoder().map(DefaultsView::name).orElseGet(this::own),
                messages.dependencies(defaults.kept())));
    choice
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("compose.vae") + ": " + choice.getText(),
                messages.dependencies(choice.textProperty())));
    Hints.explain(choice, messages.text("compose.vae.hint"));
    InvalidationListener fill = changed -> choice.getItems().setAll(items());
    for (Observable one : messages.dependencies(defaults.kept(), defaults.autoencoders())) {
      one.addListener(fill);
    }
    choice.setOnShowing(event -> defaults.look());
    fill.invalidated(defaults.kept());
    return new Field(messages.text("compose.vae"), choice);
  }

  private String own() {
    return messages.now("compose.vae.own");
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** The model's own, those among the models, the one that lies elsewhere, and any file. */
  private List<MenuItem> items() {
    Optional<Path> used = defaults.autoencoder();
    ToggleGroup group = new ToggleGroup();
    List<MenuItem> items = new ArrayList<>();
    items.add(item(own(), Optional.empty(), used, group));
    for (Autoencoder one : defaults.autoencoders()) {
      items.add(item(one.name(), Optional.of(one.path()), used, group));
    }
    boolean listed =
        used.isEmpty()
            || defaults.autoencoders().stream().anyMatch(one -> isSame(one.path(), used.get()));
    if (!listed) {
      items.add(item(name(used.get()), used, used, group));
    }
    MenuItem other = new MenuItem(messages.now("compose.vae.other"));
    other.setId("vae-other");
    other.setOnAction(event -> ask());
    items.add(new SeparatorMenuItem());
    items.add(other);
    return items;
  }

  private MenuItem item(String text, Optional<Path> file, Optional<Path> used, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem(text);
    item.setMnemonicParsing(false);
    item.setToggleGroup(group);
    item.setSelected(
        file.isPresent() ? used.isPresent() && isSame(file.get(), used.get()) : used.isEmpty());
    item.setOnAction(event -> defaults.choose(file));
    return item;
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  private void ask() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.now("compose.vae.title"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                messages.now("compose.vae.files"),
                List.of("*.safetensors", "*.pt", "*.ckpt", "*.bin", "*.pth")));
    File file = chooser.showOpenDialog(getScene().getWindow());
    if (file != null) {
      defaults.choose(Optional.of(file.toPath()));
    }
  }

  private Node keep() {
    Button keep = button("keep-defaults", Material2MZ.PUSH_PIN, "compose.keep", defaults::keep);
    keep.disableProperty().bind(usual);
    Hints.explain(keep, messages.text("compose.keep.hint"));
    Label why = Pieces.words(messages.text("compose.keep.same"), "quiet", "keep-why");
    why.setId("keep-defaults-why");
    return new VBox(keep, Visibility.when(why, usual));
  }

  private Node forget() {
    Button forget =
        button("forget-defaults", Material2AL.CLOSE, "compose.forget", defaults::forget);
    Hints.explain(forget, messages.text("compose.forget.hint"));
    return forget;
  }

  private Node reset() {
    Button reset = button("reset", Material2MZ.RESTORE, "compose.reset", compose::reset);
    Hints.explain(reset, messages.text("compose.reset.hint"));
    return reset;
  }

  private Button button(String id, Ikon icon, String key, Runnable action) {
    Button button = new Button();
    button.setId(id);
    button.getStyleClass().addAll("flat", "reset");
    button.setGraphic(new FontIcon(icon));
    button.textProperty().bind(messages.text(key));
    button.setOnAction(event -> action.run());
    return button;
  }
}
