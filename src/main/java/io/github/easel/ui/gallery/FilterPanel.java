package io.github.easel.ui.gallery;

import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.GalleryFilter;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.PictureKind;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.text.Messages;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** What pictures must be like, to be chosen; every change takes effect at once. */
final class FilterPanel extends VBox {

  private final GalleryQuestion question;
  private final FilterEdit edit;
  private final Messages messages;

  /** Whether the controls are being set to what holds, and mean nothing by it. */
  private boolean adopting;

  FilterPanel(GalleryQuestion question, GallerySearch search, Messages messages) {
    super(12);
    this.question = question;
    this.messages = messages;
    edit = new FilterEdit(question.filter());
    setId("gallery-filters");
    getStyleClass().add("gallery-filters");
    setPrefWidth(320);
    getChildren()
        .addAll(
            new Field(messages.text("filter.stars"), stars()),
            checks(),
            new Field(messages.text("filter.labels"), labels()),
            new Field(messages.text("filter.kinds"), kinds()),
            beside(
                new Field(
                    messages.text("filter.model"),
                    choice("model", search.models(), GalleryFilter::model, edit::model)),
                new Field(
                    messages.text("filter.sampler"),
                    choice("sampler", search.samplers(), GalleryFilter::sampler, edit::sampler))),
            new Field(messages.text("filter.dates"), dates()),
            new Field(messages.text("filter.size"), size()),
            clear());
  }

  /** Does so now and whenever the filter changes. */
  private void follow(Consumer<GalleryFilter> adopt) {
    Consumer<GalleryFilter> guarded =
        filter -> {
          adopting = true;
          adopt.accept(filter);
          adopting = false;
        };
    question.filter().addListener((property, old, now) -> guarded.accept(now));
    guarded.accept(question.filter().get());
  }

  private Node stars() {
    HBox row = new HBox(4);
    for (int stars = 1; stars <= Marks.MOST_STARS; stars++) {
      int least = stars;
      ToggleButton star = new ToggleButton();
      Hints.iconOnly(star, Material2MZ.STAR_OUTLINE, messages.text("filter.stars.least", least));
      star.setId("filter-stars-" + least);
      star.setOnAction(
          event -> edit.stars(question.filter().get().leastStars() == least ? 0 : least));
      follow(
          filter -> {
            boolean lit = filter.leastStars() >= least;
            star.setSelected(lit);
            ((FontIcon) star.getGraphic())
                .setIconCode(lit ? Material2MZ.STAR : Material2MZ.STAR_OUTLINE);
          });
      row.getChildren().add(star);
    }
    return row;
  }

  /** Two in a line, each half as wide. */
  private static Node beside(Region... fields) {
    HBox row = new HBox(16, fields);
    for (Region field : fields) {
      field.setPrefWidth(0);
      HBox.setHgrow(field, Priority.ALWAYS);
    }
    return row;
  }

  private Node checks() {
    VBox box =
        new VBox(
            8,
            check("favourite", GalleryFilter::favourite, edit::favourite),
            check("mask", GalleryFilter::mask, edit::mask));
    return box;
  }

  private CheckBox check(String name, Function<GalleryFilter, Boolean> is, Consumer<Boolean> set) {
    CheckBox box = new CheckBox();
    box.setId("filter-" + name);
    box.textProperty().bind(messages.text("filter." + name));
    box.setOnAction(event -> set.accept(box.isSelected()));
    follow(filter -> box.setSelected(is.apply(filter)));
    return box;
  }

  private Node labels() {
    HBox row = new HBox(4);
    for (ColourLabel colour : ColourLabel.values()) {
      ToggleButton button = new ToggleButton();
      button.setGraphic(ColourDots.of(colour, messages));
      button.setId("filter-label-" + colour.name().toLowerCase(Locale.ROOT));
      button.getStyleClass().addAll("icon-only", "flat", "colour-toggle");
      button.accessibleTextProperty().bind(messages.text("colour." + colour));
      Hints.explain(button, messages.text("colour." + colour));
      button.setOnAction(event -> edit.label(colour, button.isSelected()));
      follow(filter -> button.setSelected(filter.labels().contains(colour)));
      row.getChildren().add(button);
    }
    return row;
  }

  private Node kinds() {
    FlowPane pane = new FlowPane(16, 8);
    for (PictureKind kind : PictureKind.values()) {
      CheckBox box = new CheckBox();
      box.setId("filter-kind-" + kind.name().toLowerCase(Locale.ROOT));
      box.textProperty().bind(messages.text("kind." + kind));
      box.setOnAction(event -> edit.kind(kind, box.isSelected()));
      follow(filter -> box.setSelected(filter.kinds().contains(kind)));
      pane.getChildren().add(box);
    }
    pane.setPrefWrapLength(296);
    return pane;
  }

  private Node choice(
      String name,
      ObservableList<String> choices,
      Function<GalleryFilter, Optional<String>> is,
      Consumer<Optional<String>> set) {
    ComboBox<String> box = new ComboBox<>(choices);
    box.setId("filter-" + name);
    box.setMaxWidth(Double.MAX_VALUE);
    box.promptTextProperty().bind(messages.text("filter.any"));
    box.accessibleTextProperty().bind(messages.text("filter." + name));
    box.valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!adopting) {
                set.accept(Optional.ofNullable(now));
              }
            });
    follow(filter -> box.setValue(is.apply(filter).orElse(null)));
    return box;
  }

  private Node dates() {
    HBox row =
        new HBox(
            8,
            day("from", filter -> filter.from().orElse(null), edit::from),
            new Label("–"),
            day("to", filter -> filter.to().orElse(null), edit::to));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private DatePicker day(
      String name,
      Function<GalleryFilter, @Nullable LocalDate> is,
      Consumer<@Nullable LocalDate> set) {
    DatePicker picker = new DatePicker();
    picker.setId("filter-" + name);
    picker.setPrefWidth(140);
    picker.promptTextProperty().bind(messages.text("filter." + name));
    picker.accessibleTextProperty().bind(messages.text("filter." + name));
    picker
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!adopting) {
                set.accept(now);
              }
            });
    follow(filter -> picker.setValue(is.apply(filter)));
    return picker;
  }

  private Node size() {
    TextField width = new TextField();
    TextField height = new TextField();
    BiConsumer<TextField, String> name =
        (field, key) -> {
          field.setId("filter-" + key);
          field.setPrefColumnCount(7); // “any” in Georgian
          field.promptTextProperty().bind(messages.text("filter.any"));
          field.accessibleTextProperty().bind(messages.text("filter." + key));
          field
              .textProperty()
              .addListener(
                  changed -> {
                    if (!adopting) {
                      edit.size(number(width.getText()), number(height.getText()));
                    }
                  });
        };
    name.accept(width, "width");
    name.accept(height, "height");
    follow(
        filter -> {
          show(width, filter.width());
          show(height, filter.height());
        });
    HBox row = new HBox(8, width, new Label("×"), height);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static void show(TextField field, int side) {
    if (number(field.getText()) != side) {
      field.setText(side == 0 ? "" : Integer.toString(side));
    }
  }

  private static int number(String text) {
    return text.strip().matches("\\d{1,5}") ? Integer.parseInt(text.strip()) : 0;
  }

  private Node clear() {
    Button clear = new Button();
    clear.setId("filter-clear");
    clear.textProperty().bind(messages.text("filter.clear"));
    clear.setMaxWidth(Double.MAX_VALUE);
    clear.disableProperty().bind(question.filter().isEqualTo(GalleryFilter.NONE));
    clear.setOnAction(event -> question.filter().set(GalleryFilter.NONE));
    HBox.setHgrow(clear, Priority.ALWAYS);
    return clear;
  }
}
