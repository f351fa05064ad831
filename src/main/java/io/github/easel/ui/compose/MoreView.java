package io.github.easel.ui.compose;

import atlantafx.base.controls.ToggleSwitch;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Economy;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.Property;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What few pictures need. */
final class MoreView extends VBox {

  private final ComposeViewModel compose;
  private final SamplingViewModel way;
  private final Messages messages;

  MoreView(ComposeViewModel compose, Messages messages) {
    this.compose = compose;
    this.way = compose.way();
    this.messages = messages;
    getStyleClass().add("more");
    getChildren()
        .addAll(
            amount(
                "steps", way.steps(), new Amount.Range(1, SamplingViewModel.MOST_STEPS, 1, "%.0f")),
            amount(
                "guidance",
                way.guidance(),
                new Amount.Range(0, SamplingViewModel.MOST_GUIDANCE, .5, "%.1f")),
            samplers(),
            new ExactSizeView(compose.format(), messages),
            amount("variation", compose.chance().strength(), new Amount.Range(0, 1, .05, "%.2f")),
            variationSeed(),
            clipSkip(),
            economy(),
            dynamic(),
            fine(),
            new DefaultsView(compose, messages));
  }

  private Node amount(String id, Property<Number> value, Amount.Range range) {
    return new Amount(
        id, messages.text("compose." + id), messages.text("compose." + id + ".hint"), value, range);
  }

  private Node samplers() {
    Choice<SamplerKind> sampler =
        new Choice<>(way.samplers(), way.sampler(), SamplerKind::label, messages.language());
    sampler.setId("sampler");
    Hints.explain(sampler, messages.text("compose.sampler.hint"));
    Choice<ScheduleKind> schedule =
        new Choice<>(
            way.schedules(),
            way.schedule(),
            kind ->
                kind == ScheduleKind.MODEL
                    ? messages.now("compose.schedule.automatic")
                    : kind.label(),
            messages.language());
    schedule.setId("schedule");
    Hints.explain(schedule, messages.text("compose.schedule.hint"));
    HBox row =
        new HBox(
            new Field(messages.text("compose.sampler"), sampler),
            new Field(messages.text("compose.schedule"), schedule));
    row.getStyleClass().add("halves");
    for (Node half : row.getChildren()) {
      HBox.setHgrow(half, Priority.ALWAYS);
      ((Region) half).setPrefWidth(1); // of equal width, whatever their contents
    }
    return row;
  }

  /** Shown while it is mixed in. */
  private Node variationSeed() {
    TextField field =
        SeedView.field(
            "variation-seed",
            compose.chance().variation(),
            messages.text("compose.variation.seed"),
            messages.text("compose.seed.random"),
            messages.text("compose.variation.seed.hint"));
    return Visibility.when(
        new Field(messages.text("compose.variation.seed"), field),
        compose.chance().strength().greaterThan(0));
  }

  private Node clipSkip() {
    WholeSpinner spinner =
        new WholeSpinner(way.clipSkip(), 1, () -> way.mostClipSkip().get(), () -> 1);
    spinner.setId("clip-skip");
    spinner.accessibleTextProperty().bind(messages.text("compose.clip-skip"));
    Hints.explain(spinner, messages.text("compose.clip-skip.hint", way.mostClipSkip().asString()));
    return row("compose.clip-skip", spinner);
  }

  private Node economy() {
    Choice<Economy> economy =
        new Choice<>(
            way.economies(),
            way.economy(),
            one -> Economies.name(one, messages),
            messages.language());
    economy.setId("economy");
    Hints.explain(economy, messages.text("compose.economy.hint"));
    return new Field(messages.text("compose.economy"), economy);
  }

  private Node dynamic() {
    ToggleSwitch dynamic = new ToggleSwitch();
    dynamic.setId("dynamic");
    dynamic.selectedProperty().bindBidirectional(compose.words().dynamic());
    dynamic.accessibleTextProperty().bind(messages.text("compose.dynamic"));
    Hints.explain(dynamic, messages.text("compose.dynamic.hint"));
    return row("compose.dynamic", dynamic);
  }

  /** A name at the left, a small control at the right. */
  private Node row(String key, Node control) {
    Label name = new Label();
    name.getStyleClass().add("field-name");
    name.textProperty().bind(messages.text(key));
    name.setLabelFor(control);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row = new HBox(8, name, gap, control);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** What a recalled picture brought along is named, since no other control shows it. */
  private Node fine() {
    Button chip = new Button();
    chip.setId("fine");
    chip.getStyleClass().addAll("chip", "chosen-chip", "fine-chip");
    chip.setGraphic(new FontIcon(Material2AL.CLOSE));
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("compose.fine", named(way.fine().get())),
                messages.dependencies(way.fine())));
    chip.setOnAction(event -> way.dropFine());
    chip.setMaxWidth(Double.MAX_VALUE);
    chip.setWrapText(true);
    Hints.explain(chip, messages.text("compose.fine.hint"));
    return Visibility.when(chip, way.fine().isNotEqualTo(Draft.Fine.USUAL));
  }

  private static String named(Draft.Fine fine) {
    return Stream.of(
            fine.syntax(),
            fine.emphasis(),
            fine.random(),
            fine.noiseSize(),
            fine.stepSeedDelta() == 0 ? "" : "ENSD " + fine.stepSeedDelta(),
            fine.eta().isEmpty() ? "" : "eta " + fine.eta())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
