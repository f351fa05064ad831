package io.github.easel.ui.control;

import io.github.easel.ui.text.Messages;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2AL;

/** The head of a page of preferences: its name, a search over it, and the way back. */
public final class PageHeader extends HBox {

  /**
   * @param name begins the ids of the search and of the button that closes the page
   * @param messages have the texts {@code title}, {@code search} and {@code close}
   * @param query what is searched for
   * @param leave closes the page
   * @param actions stand before the search
   */
  public PageHeader(
      String name, Messages messages, StringProperty query, Runnable leave, Node... actions) {
    Label title = new Label();
    title.textProperty().bind(messages.text("title"));
    title.getStyleClass().add("prefs-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    TextField search = new TextField();
    search.setId(name + "-search");
    search.promptTextProperty().bind(messages.text("search"));
    search.accessibleTextProperty().bind(messages.text("search"));
    search.textProperty().bindBidirectional(query);
    search.getStyleClass().add("prefs-search");
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("close"));
    close.setId(name + "-close");
    close.setOnAction(event -> leave.run());
    getChildren().addAll(title, gap);
    getChildren().addAll(actions);
    getChildren().addAll(search, close);
    getStyleClass().add("prefs-header");
    setMinHeight(USE_PREF_SIZE);
  }
}
