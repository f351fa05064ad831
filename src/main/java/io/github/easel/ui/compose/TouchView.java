package io.github.easel.ui.compose;

import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What few change of how a picture comes of another, folded away until it is unusual. */
final class TouchView extends StackPane {

  private final SourceViewModel start;
  private final Messages messages;

  /**
   * @param id what the ids begin with, since there is more than one such part
   */
  TouchView(String id, SourceViewModel start, Messages messages) {
    this.start = start;
    this.messages = messages;
    Disclosure fold = new Disclosure(messages.text("touch"), () -> parts(id));
    fold.line().setId(id + "-touch");
    InvalidationListener unfold =
        changed -> {
          if (unusual()) {
            fold.open().set(true);
          }
        };
    start.noise().addListener(unfold);
    start.keepsLightness().addListener(unfold);
    fold.open().set(unusual());
    getChildren().add(fold);
  }

  private boolean unusual() {
    return start.keepsLightness().get() || start.noise().get() != 1;
  }

  private Node parts(String id) {
    VBox parts = new VBox(noise(id), lightness(id));
    parts.getStyleClass().add("ground-parts");
    return parts;
  }

  private Node noise(String id) {
    return new Amount(
        id + "-noise",
        messages.text("touch.noise"),
        messages.text("touch.noise.hint"),
        start.noise(),
        new Amount.Range(SourceViewModel.LEAST_NOISE, 2, 0.05, "%.2f"));
  }

  private Node lightness(String id) {
    CheckBox box = new CheckBox();
    box.setId(id + "-lightness");
    box.textProperty().bind(messages.text("touch.lightness"));
    box.setWrapText(true);
    box.setMinHeight(USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(start.keepsLightness());
    Hints.explain(box, messages.text("touch.lightness.hint"));
    return box;
  }
}
