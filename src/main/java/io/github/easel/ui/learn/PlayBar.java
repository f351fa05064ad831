package io.github.easel.ui.learn;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** A button that plays and stops, and a slider. */
final class PlayBar extends HBox {

  private final Slider slider = new Slider();
  private final Button play;

  /**
   * @param id of the two: their ids are this with what they are
   */
  PlayBar(
      String id,
      ObservableValue<Boolean> playing,
      ObservableValue<String> name,
      Messages messages) {
    play =
        Hints.iconOnly(
            new Button(),
            Material2MZ.PLAY_ARROW,
            Bindings.createStringBinding(
                () -> messages.now(playing.getValue() ? "pause" : "play"),
                messages.language(),
                playing));
    ((FontIcon) play.getGraphic())
        .iconCodeProperty()
        .bind(playing.<Ikon>map(is -> is ? Material2MZ.PAUSE : Material2MZ.PLAY_ARROW));
    play.setId(id + "-play");
    slider.setId(id + "-slider");
    slider.accessibleTextProperty().bind(name);
    slider.setMinWidth(0);
    slider.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(slider, Priority.ALWAYS);
    getStyleClass().add("play-bar");
    getChildren().addAll(play, slider);
  }

  Slider slider() {
    return slider;
  }

  Button button() {
    return play;
  }
}
