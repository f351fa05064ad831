package io.github.easel.ui.viewer;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.PictureFacts.Fact;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** All that is known of the picture, as text that can be selected. */
public final class InfoPanel extends VBox {

  /** Its width in pixels beside the picture. */
  static final double WIDTH = 280;

  private final ViewerViewModel viewer;
  private final PictureActions actions;
  private final Messages messages;
  private final VBox facts = new VBox();

  /**
   * @param name its id; what is in it has the name before its own
   */
  public InfoPanel(ViewerViewModel viewer, PictureActions actions, Messages messages, String name) {
    this.viewer = viewer;
    this.actions = actions;
    this.messages = messages;
    setId(name);
    getStyleClass().add("info-panel");
    facts.getStyleClass().add("info-facts");
    ScrollPane scroll = new ScrollPane(facts);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("info-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll);
    visibleProperty().addListener(changed -> fill());
    viewer.subject().addListener(changed -> fill());
    ObservableValue<?> file = viewer.subject().flatMap(Picture::file);
    file.addListener(changed -> fill());
    messages.language().addListener(changed -> fill());
    fill();
  }

  /**
   * Whether there is something to be shown, and here.
   *
   * @param here whether it is to be shown in this place
   */
  public static BooleanBinding shown(ViewerViewModel viewer, ObservableValue<Boolean> here) {
    return Bindings.createBooleanBinding(
        () -> viewer.info().get() && viewer.subject().get() != null && here.getValue(),
        viewer.info(),
        viewer.subject(),
        here);
  }

  private HBox head() {
    Label title = new Label();
    title.textProperty().bind(messages.text("info.title"));
    title.getStyleClass().add("info-title");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button copy =
        Hints.iconOnly(new Button(), Material2AL.CONTENT_COPY, messages.text("info.copy"));
    copy.setId(getId() + "-copy");
    copy.setOnAction(
        event -> {
          Picture picture = viewer.subject().get();
          if (picture != null) {
            actions.copySettings(picture);
          }
        });
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("info.close"));
    close.setId(getId() + "-close");
    close.setOnAction(event -> viewer.info().set(false));
    HBox head = new HBox(title, copy, close);
    head.getStyleClass().add("info-head");
    return head;
  }

  private void fill() {
    Picture picture = viewer.subject().get();
    if (!isVisible() || picture == null) {
      facts.getChildren().clear();
      return;
    }
    facts
        .getChildren()
        .setAll(PictureFacts.of(picture, messages).stream().map(InfoPanel::row).toList());
    if (picture.isUntold() && actions.isRelated()) {
      facts.getChildren().add(1, suggest(picture));
    }
  }

  private Button suggest(Picture picture) {
    Button suggest = new Button();
    suggest.setId(getId() + "-suggest");
    suggest.getStyleClass().add("small");
    suggest.textProperty().bind(messages.text("menu.suggest"));
    suggest.setOnAction(event -> actions.suggest(picture));
    return suggest;
  }

  private static Region row(Fact fact) {
    Label name = new Label(fact.name());
    name.getStyleClass().add("info-name");
    SelectableText value = new SelectableText(fact.value());
    value.setAccessibleText(fact.name());
    name.setLabelFor(value);
    VBox row = new VBox(name, value);
    row.getStyleClass().add("info-row");
    return row;
  }
}
