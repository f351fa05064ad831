package io.github.easel.ui.gallery;

import io.github.easel.gallery.ColourLabel;
import io.github.easel.ui.text.Messages;
import java.util.Locale;
import javafx.scene.control.Label;

/** A colour as a dot with the first letter of its name, for those who tell colours apart badly. */
final class ColourDots {

  private ColourDots() {}

  /** A dot of that colour. */
  static Label of(ColourLabel colour, Messages messages) {
    Label dot = new Label();
    dot.getStyleClass().add("colour-dot");
    dress(dot, colour, messages);
    return dot;
  }

  /** Gives the dot that colour. */
  static void dress(Label dot, ColourLabel colour, Messages messages) {
    dot.setText(messages.now("colour." + colour + ".letter"));
    for (ColourLabel other : ColourLabel.values()) {
      dot.getStyleClass().remove(style(other));
    }
    dot.getStyleClass().add(style(colour));
  }

  private static String style(ColourLabel colour) {
    return "colour-" + colour.name().toLowerCase(Locale.ROOT);
  }
}
