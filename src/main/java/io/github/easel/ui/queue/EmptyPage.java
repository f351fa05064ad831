package io.github.easel.ui.queue;

import io.github.easel.ui.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a list says while nothing is in it. */
final class EmptyPage {

  private EmptyPage() {}

  /**
   * The words.
   *
   * @param key of both, which end in {@code .title} and {@code .text}
   */
  static Node of(Messages messages, Ikon icon, String key) {
    FontIcon sign = new FontIcon(icon);
    sign.getStyleClass().add("drawer-empty-icon");
    Label title = new Label();
    title.textProperty().bind(messages.text(key + ".title"));
    title.getStyleClass().add("drawer-empty-title");
    Label text = new Label();
    text.textProperty().bind(messages.text(key + ".text"));
    text.getStyleClass().add("quiet");
    text.setWrapText(true);
    VBox box = new VBox(sign, title, text);
    box.getStyleClass().add("drawer-empty");
    return box;
  }
}
