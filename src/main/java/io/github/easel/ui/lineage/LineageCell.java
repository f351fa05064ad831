package io.github.easel.ui.lineage;

import io.github.easel.gallery.PictureEntry;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** A picture of the tree: indented under its source, with its words and how it came about. */
final class LineageCell extends ListCell<LineageRow> {

  private static final double SIDE = 72;
  private static final double INDENT = 32;

  /** Deeper ones stand where these do, so that their words have room. */
  private static final int DEEPEST_INDENT = 8;

  private static final PseudoClass ASKED = PseudoClass.getPseudoClass("asked");

  private final LineageViewModel model;
  private final Messages messages;
  private final ImageView picture = new ImageView();
  private final FontIcon branch = new FontIcon(Material2MZ.SUBDIRECTORY_ARROW_RIGHT);
  private final Label words = new Label();
  private final Label about = new Label();
  private final Label here = new Label();
  private final Button variations;
  private final HBox content;

  /**
   * @param vary lines up variations of the picture in that file
   */
  LineageCell(LineageViewModel model, Consumer<Path> vary, KeyMap keys, Messages messages) {
    this.model = model;
    this.messages = messages;
    picture.setFitWidth(SIDE);
    picture.setFitHeight(SIDE);
    picture.setPreserveRatio(true);
    picture.setSmooth(true);
    picture.imageProperty().addListener((property, old, now) -> cut(now));
    StackPane frame = new StackPane(picture);
    frame.getStyleClass().add("lineage-picture");
    frame.setMinSize(SIDE, SIDE);
    frame.setMaxSize(SIDE, SIDE);
    words.getStyleClass().add("lineage-words");
    words.setTextOverrun(OverrunStyle.ELLIPSIS);
    about.getStyleClass().add("lineage-about");
    here.getStyleClass().add("lineage-here");
    here.textProperty().bind(messages.text("here"));
    here.setMinWidth(Region.USE_PREF_SIZE);
    here.managedProperty().bind(here.visibleProperty());
    branch.managedProperty().bind(branch.visibleProperty());
    VBox texts = new VBox(words, about);
    texts.getStyleClass().add("lineage-texts");
    texts.setMinWidth(0);
    HBox.setHgrow(texts, Priority.ALWAYS);
    variations =
        Hints.iconOnly(
            new Button(),
            Material2AL.FILTER_NONE,
            messages.text("variations", keys.label(Command.VARIATIONS)));
    variations.setFocusTraversable(false); // the list has the key
    variations.managedProperty().bind(variations.visibleProperty());
    variations.setOnAction(
        event -> {
          LineageRow row = getItem();
          if (row != null) {
            vary.accept(row.item().entry().file());
          }
        });
    variations.setOnMouseClicked(Event::consume); // it is no click on the row
    content = new HBox(branch, frame, texts, here, variations);
    content.getStyleClass().add("lineage-row");
    setPrefWidth(0); // as wide as the list
    setOnMouseClicked(
        event -> {
          LineageRow row = getItem();
          if (row != null) {
            model.choose(row);
          }
        });
  }

  /** Its middle square is seen, so that all stand alike. */
  private void cut(@Nullable Image image) {
    if (image != null) {
      double side = Math.min(image.getWidth(), image.getHeight());
      picture.setViewport(
          new Rectangle2D(
              (image.getWidth() - side) / 2, (image.getHeight() - side) / 2, side, side));
    }
  }

  @Override
  protected void updateItem(@Nullable LineageRow row, boolean empty) {
    super.updateItem(row, empty);
    picture.imageProperty().unbind();
    words.textProperty().unbind();
    about.textProperty().unbind();
    accessibleTextProperty().unbind();
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      pseudoClassStateChanged(ASKED, false);
      return;
    }
    model.want(row);
    PictureEntry entry = row.item().entry();
    picture.imageProperty().bind(row.image());
    String text = title(entry);
    words.setText(text);
    ObservableValue<String> sentence = sentence(entry);
    about.textProperty().bind(sentence);
    here.setVisible(row.isAsked());
    variations.setVisible(!entry.facts().prompt().isBlank());
    branch.setVisible(row.depth() > 0);
    content.setPadding(
        new Insets(0, 0, 0, INDENT * Math.max(0, Math.min(DEEPEST_INDENT, row.depth()) - 1)));
    pseudoClassStateChanged(ASKED, row.isAsked());
    accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    messages.now("row", text, sentence.getValue())
                        + (row.isAsked() ? ", " + messages.now("here") : ""),
                messages.dependencies(sentence)));
    Hints.explain(words, words.textProperty());
    setGraphic(content);
  }

  private static String title(PictureEntry entry) {
    String prompt = entry.facts().prompt().strip().replaceAll("\\s+", " ");
    return prompt.isEmpty() ? String.valueOf(entry.file().getFileName()) : prompt;
  }

  private ObservableValue<String> sentence(PictureEntry entry) {
    return Bindings.createStringBinding(
        () ->
            messages.now(
                "about",
                messages.now("kind." + entry.facts().kind()),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                    .withLocale(messages.locale())
                    .format(entry.made())),
        messages.dependencies());
  }
}
