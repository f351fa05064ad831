package io.github.easel.ui.gallery;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.gallery.GalleryCollection.Reading;
import io.github.easel.ui.text.Messages;
import java.text.NumberFormat;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The line under the pictures: what goes on or how many are chosen, and their size. */
final class GalleryFoot extends HBox {

  private final Messages messages;

  GalleryFoot(GalleryViewModel gallery, DoubleProperty tileSize, Messages messages) {
    this.messages = messages;
    getStyleClass().add("gallery-foot");
    setAlignment(Pos.CENTER_LEFT);
    Label words = new Label();
    words.setId("gallery-status");
    words.getStyleClass().add("quiet");
    words.setMinWidth(0);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(gallery),
                messages.dependencies(
                    gallery.collection().reading(),
                    gallery.search().busy(),
                    gallery.selection().count())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            words,
            gap,
            size("smaller", Material2MZ.REMOVE, -1, tileSize),
            size("larger", Material2AL.ADD, 1, tileSize));
  }

  private String words(GalleryViewModel gallery) {
    Reading reading = gallery.collection().reading().get();
    int chosen = gallery.selection().count().get();
    if (chosen > 1) {
      return messages.now("foot.chosen", number(chosen));
    }
    if (gallery.search().busy().get()) {
      return messages.now("foot.looking");
    }
    return reading == null
        ? ""
        : messages.now("foot." + reading.activity(), number(reading.done()), number(reading.all()));
  }

  private String number(int number) {
    return NumberFormat.getIntegerInstance(messages.locale()).format(number);
  }

  private Button size(String name, Ikon icon, int direction, DoubleProperty size) {
    ObservableValue<String> text = messages.text("size." + name);
    Button button = Hints.iconOnly(new Button(), icon, text);
    button.setId("gallery-" + name);
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> !TileSizes.has(size.get(), direction), size));
    button.setOnAction(event -> size.set(TileSizes.next(size.get(), direction)));
    return button;
  }
}
