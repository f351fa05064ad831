package io.github.easel.ui.viewer;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** One picture of the strip, with marks for what was decided of it. */
final class CandidateTile extends Button {

  static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private static final double SIDE = 64;
  private static final double SMALL = 36;

  private final BooleanProperty accepted = new SimpleBooleanProperty();
  private final BooleanProperty compared = new SimpleBooleanProperty();
  private Runnable onAltClick = () -> {};
  private Runnable onEnter = () -> {};

  /**
   * @param compact whether there is little room
   */
  CandidateTile(Picture picture, ObservableBooleanValue compact, Messages messages) {
    ImageView view = new ImageView();
    view.fitWidthProperty().bind(Bindings.when(compact).then(SMALL).otherwise(SIDE));
    view.fitHeightProperty().bind(view.fitWidthProperty());
    view.setPreserveRatio(true);
    view.setSmooth(true);
    view.imageProperty().bind(picture.thumbnail());
    Region tick = new StackPane(new FontIcon(Material2AL.CHECK));
    tick.getStyleClass().add("candidate-tick");
    Label other = new Label("B");
    other.getStyleClass().add("candidate-other");
    StackPane face =
        new StackPane(view, Visibility.when(tick, accepted), Visibility.when(other, compared));
    StackPane.setAlignment(tick, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(other, Pos.TOP_RIGHT);
    setGraphic(face);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    getStyleClass().add("candidate");
    String seed = Long.toString(picture.request().seed());
    accessibleTextProperty().bind(messages.text("candidates.one", seed));
    Hints.explain(this, messages.text("candidates.one.hint", seed));
    addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  void setOnEnter(Runnable action) {
    onEnter = action;
  }

  private void press(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      onEnter.run();
      event.consume();
    }
  }

  void setOnAltClick(Runnable action) {
    onAltClick = action;
  }

  private void release(MouseEvent event) {
    if (event.isAltDown()) {
      disarm();
      onAltClick.run();
      event.consume();
    }
  }

  void mark(boolean chosen, boolean isAccepted, boolean isCompared) {
    pseudoClassStateChanged(CHOSEN, chosen);
    accepted.set(isAccepted);
    compared.set(isCompared);
  }
}
