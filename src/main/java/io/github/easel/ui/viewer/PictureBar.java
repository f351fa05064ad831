package io.github.easel.ui.viewer;

import io.github.easel.ui.compose.Recall;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The line under the picture: how it was made, where it is kept, what can be done with it. */
final class PictureBar extends HBox {

  /** Pixels of this bar from which on one button has words, and both. */
  private static final double ROOM_FOR_ONE = 700;

  private static final double ROOM_FOR_BOTH = 900;

  /** Below this there is one line beside the buttons; its hint tells the rest. */
  private static final double ROOM_FOR_LINES = 520;

  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  private final ObservableValue<Picture> subject;
  private final KeyMap keys;
  private final Messages messages;

  /**
   * @param compact whether there is room for the most needful only
   */
  PictureBar(
      ViewerViewModel viewer,
      PictureActions actions,
      PictureMenu menu,
      KeyMap keys,
      Messages messages,
      ObservableBooleanValue compact) {
    this.keys = keys;
    this.messages = messages;
    subject = viewer.subject();
    getStyleClass().add("picture-bar");
    PictureLines words = new PictureLines(viewer, messages);
    Label zoom = line("picture-zoom", words.zoom());
    zoom.setMinWidth(Region.USE_PREF_SIZE);
    BooleanBinding narrow = widthProperty().lessThan(ROOM_FOR_LINES);
    Label size =
        line("picture-size", Bindings.when(narrow).then(words.shortSize()).otherwise(words.size()));
    Hints.explain(size, words.all());
    HBox first = new HBox(size, Visibility.when(zoom, narrow.not()));
    first.getStyleClass().add("picture-hud");
    Label sampling = line("picture-sampling", words.sampling());
    sampling.getStyleClass().add("quiet");
    Label notices = line("picture-notices", words.notices());
    notices.getStyleClass().add("notice");
    Hints.beginning(notices);
    Label kept = line("picture-kept", words.kept());
    kept.getStyleClass().add("quiet");
    kept.setWrapText(false); // a path is told whole by its hint
    kept.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    Hints.explain(kept, kept.textProperty());
    VBox lines =
        new VBox(
            first,
            Visibility.when(sampling, Bindings.not(compact).and(narrow.not())),
            Visibility.when(notices, notices.textProperty().isNotEmpty()),
            Visibility.when(kept, narrow.not().or(words.lies().not())));
    lines.getStyleClass().add("picture-lines");
    HBox.setHgrow(lines, Priority.ALWAYS);
    compact.addListener((property, old, now) -> pseudoClassStateChanged(COMPACT, now));
    pseudoClassStateChanged(COMPACT, compact.get());
    getChildren()
        .addAll(
            lines,
            worded(
                "menu.again",
                ROOM_FOR_BOTH,
                compact,
                button(
                    "recall",
                    Material2AL.EDIT,
                    Command.RECALL_ALL,
                    one -> actions.recall(one, Recall.ALL))),
            button("edit", Material2AL.BRUSH, Command.EDIT_ON_CANVAS, actions::edit),
            button("copy", Material2AL.CONTENT_COPY, Command.COPY, actions::copy),
            worded(
                "menu.save",
                ROOM_FOR_ONE,
                compact,
                button("save", Material2MZ.SAVE_ALT, Command.SAVE, actions::saveAs)),
            more(menu));
  }

  private static Label line(String id, ObservableValue<String> text) {
    Label label = new Label();
    label.setId(id);
    label.setMinWidth(0);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.textProperty().bind(text);
    return label;
  }

  private Button button(String name, Ikon icon, Command command, Consumer<Picture> action) {
    Button button =
        Hints.iconOnly(
            new Button(), icon, messages.text("canvas." + name + ".hint", keys.label(command)));
    button.setId(name);
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> subject.getValue() == null, subject));
    button.setOnAction(event -> action.accept(subject.getValue()));
    return button;
  }

  /** The icon says it in words as well, where those on the left leave room. */
  private Button worded(String key, double room, ObservableBooleanValue compact, Button button) {
    button.textProperty().bind(messages.text(key));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button
        .contentDisplayProperty()
        .bind(
            Bindings.when(widthProperty().lessThan(room).or(compact))
                .then(ContentDisplay.GRAPHIC_ONLY)
                .otherwise(ContentDisplay.LEFT));
    return button;
  }

  private Button more(PictureMenu menu) {
    Button button =
        Hints.iconOnly(new Button(), Material2MZ.MORE_VERT, messages.text("canvas.more"));
    button.setId("more");
    button
        .disableProperty()
        .bind(Bindings.createBooleanBinding(() -> subject.getValue() == null, subject));
    button.setOnAction(event -> menu.openAbove(subject.getValue(), button));
    return button;
  }
}
