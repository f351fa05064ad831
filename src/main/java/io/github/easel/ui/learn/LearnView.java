package io.github.easel.ui.learn;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.learn.LearnViewModel.Part;
import io.github.easel.ui.text.Messages;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2AL;

/** The page “How it works”. It wakes when it comes into a window and rests when it leaves it. */
public final class LearnView extends BorderPane {

  private static final double NANOS = 1e9;

  private final LearnViewModel learn;
  private final Messages messages;

  /** A field, since a binding that nobody holds is swept away. */
  private final BooleanBinding playing;

  /** Time for what plays. */
  private final AnimationTimer clock =
      new AnimationTimer() {
        private long last;

        @Override
        public void start() {
          last = 0;
          super.start();
        }

        @Override
        public void handle(long now) {
          if (last != 0) {
            learn.advance((now - last) / NANOS);
          }
          last = now;
        }
      };

  /**
   * The page.
   *
   * @param messages of the screen {@code learn}
   * @param toPrompt leaves the page for where pictures are asked for
   * @param toPictures leaves the page
   */
  public LearnView(
      LearnViewModel learn, Messages messages, Runnable toPrompt, Runnable toPictures) {
    this.learn = learn;
    this.messages = messages;
    getStyleClass().add("learn");
    setId("learn");
    setTop(header(toPictures));
    setCenter(
        new StackPane(
            Visibility.when(
                new NoisingView(learn.noising(), messages), learn.part().isEqualTo(Part.NOISE)),
            Visibility.when(
                new StepsView(learn.steps(), messages, toPrompt),
                learn.part().isEqualTo(Part.PICTURE))));
    setMinSize(0, 0);
    playing = learn.noising().playing().or(learn.steps().playing());
    playing.addListener((property, old, now) -> tick(now));
    sceneProperty().addListener((property, old, now) -> learn.shown(now != null));
    addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void tick(boolean on) {
    if (on) {
      clock.start();
    } else {
      clock.stop();
    }
  }

  private HBox header(Runnable toPictures) {
    Label title = new Label();
    title.textProperty().bind(messages.text("title"));
    title.getStyleClass().add("page-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox parts = new HBox();
    parts.getStyleClass().add("parts");
    for (Part part : Part.values()) {
      parts.getChildren().add(partButton(part));
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button back = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("back"));
    back.setId("learn-back");
    back.setOnAction(event -> toPictures.run());
    HBox header = new HBox(title, parts, gap, back);
    header.getStyleClass().add("page-header");
    return header;
  }

  private ToggleButton partButton(Part part) {
    String name = part.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setId("part-" + name);
    button.textProperty().bind(messages.text("part." + name));
    button.getStyleClass().add("quiet-toggle");
    learn.part().subscribe(now -> button.setSelected(now == part));
    button.setOnAction(
        event -> {
          learn.part().set(part);
          button.setSelected(true); // a second click must not turn it off
        });
    return button;
  }

  /** What the focused control leaves over. */
  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE) {
      learn.playOrStop();
      event.consume();
    }
  }

  /** A text that wraps. */
  static Label words(ObservableValue<String> text, String style) {
    Label label = new Label();
    label.textProperty().bind(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
