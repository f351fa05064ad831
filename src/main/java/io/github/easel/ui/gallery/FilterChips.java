package io.github.easel.ui.gallery;

import io.github.easel.gallery.GalleryFilter;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What is asked of pictures besides words, each taken away by a click. */
final class FilterChips extends FlowPane {

  private static final double SMALL = 24;

  private final GalleryViewModel gallery;
  private final GalleryQuestion question;
  private final Messages messages;

  FilterChips(GalleryViewModel gallery, Messages messages) {
    super(4, 4);
    this.gallery = gallery;
    question = gallery.question();
    this.messages = messages;
    setId("gallery-chips");
    getStyleClass().add("gallery-chips");
    question.filter().addListener(changed -> build());
    question.alike().addListener(changed -> build());
    messages.language().addListener(changed -> build());
    Visibility.when(this, Bindings.isNotEmpty(getChildren()));
    build();
  }

  private void build() {
    getChildren().clear();
    Alike alike = question.alike().get();
    if (alike != null) {
      Button chip = chip("alike", alike.title(), () -> question.alike().set(null));
      alike.picture().ifPresent(image -> addPicture(chip, image));
      if (alike.isOfCopies()) {
        getChildren().add(copies());
      }
    }
    FilterEdit edit = new FilterEdit(question.filter());
    GalleryFilter filter = question.filter().get();
    if (filter.leastStars() > 0) {
      chip("stars", messages.now("chip.stars", filter.leastStars()), () -> edit.stars(0));
    }
    if (filter.favourite()) {
      chip("favourite", messages.now("filter.favourite"), () -> edit.favourite(false));
    }
    filter.labels().stream()
        .sorted()
        .forEach(
            colour ->
                chip(
                    "label-" + colour.name().toLowerCase(Locale.ROOT),
                    messages.now("colour." + colour),
                    () -> edit.label(colour, false)));
    if (!filter.kinds().isEmpty()) {
      String kinds =
          filter.kinds().stream()
              .sorted()
              .map(kind -> messages.now("kind." + kind))
              .collect(Collectors.joining(", "));
      chip("kinds", kinds, edit::allKinds);
    }
    filter.model().ifPresent(model -> chip("model", model, () -> edit.model(Optional.empty())));
    filter
        .sampler()
        .ifPresent(sampler -> chip("sampler", sampler, () -> edit.sampler(Optional.empty())));
    if (filter.width() > 0 || filter.height() > 0) {
      chip("size", size(filter.width()) + " × " + size(filter.height()), () -> edit.size(0, 0));
    }
    filter
        .from()
        .ifPresent(day -> chip("from", messages.now("chip.from", day(day)), () -> edit.from(null)));
    filter
        .to()
        .ifPresent(day -> chip("to", messages.now("chip.to", day(day)), () -> edit.to(null)));
    if (filter.mask()) {
      chip("mask", messages.now("filter.mask"), () -> edit.mask(false));
    }
    filter
        .seed()
        .ifPresent(
            seed -> chip("seed", messages.now("chip.seed", Long.toString(seed)), edit::anySeed));
  }

  /** The oldest of a group is the one that the others are copies of. */
  private Button copies() {
    Button copies = new Button();
    copies.setId("choose-copies");
    copies.getStyleClass().addAll("flat", "small");
    copies.textProperty().bind(messages.text("duplicates.choose"));
    Hints.explain(copies, messages.text("duplicates.choose.hint"));
    copies.setOnAction(event -> gallery.selection().allButFirst());
    return copies;
  }

  private static void addPicture(Button chip, javafx.scene.image.Image image) {
    ImageView small = new ImageView(image);
    small.setPreserveRatio(true);
    small.setFitWidth(SMALL);
    small.setFitHeight(SMALL);
    HBox both = new HBox(4, small, chip.getGraphic());
    both.setAlignment(Pos.CENTER);
    chip.setGraphic(both);
  }

  private String size(int side) {
    return side > 0 ? Integer.toString(side) : "…";
  }

  private String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(messages.locale())
        .format(day);
  }

  private Button chip(String id, String text, Runnable remove) {
    Button chip = new Button(text, new FontIcon(Material2AL.CLOSE));
    chip.setId("chip-" + id);
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().add("gallery-chip");
    chip.maxWidthProperty().bind(widthProperty().subtract(32));
    ObservableValue<String> name = messages.text("chip.remove", text);
    chip.accessibleTextProperty().bind(name);
    Hints.explain(chip, name);
    chip.setOnAction(event -> remove.run());
    getChildren().add(chip);
    return chip;
  }
}
