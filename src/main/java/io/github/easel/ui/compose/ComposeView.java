package io.github.easel.ui.compose;

import atlantafx.base.controls.ProgressSliderSkin;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.PromptArea;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The left column: what to draw and how. */
public final class ComposeView extends VBox {

  private final ComposeViewModel compose;
  private final KeyMap keys;
  private final Messages messages;
  private final PromptArea prompt;

  public ComposeView(ComposeViewModel compose, KeyMap keys, Messages messages) {
    this.compose = compose;
    this.keys = keys;
    this.messages = messages;
    prompt = new PromptArea(compose.prompt(), messages.text("compose.prompt.example"), 5);
    prompt.setId("prompt");
    Hints.explain(prompt, messages.text("compose.prompt.hint", keys.label(Command.PROMPT)));
    getStyleClass().add("compose");
    getChildren()
        .addAll(
            new Field(messages.text("compose.prompt"), prompt),
            negative(),
            model(),
            withModel(new SizeView(compose, messages)),
            seed(),
            withModel(advanced()));
  }

  /** What a model suggests can be chosen only once there is one. */
  private Node withModel(Node node) {
    node.disableProperty().bind(compose.model().isNull());
    return node;
  }

  /** Goes to the prompt, behind its last word. */
  public void focusPrompt() {
    prompt.requestFocus();
    prompt.end();
  }

  private Node negative() {
    PromptArea area =
        new PromptArea(compose.negative(), messages.text("compose.negative.example"), 2);
    area.setId("negative");
    Hints.explain(area, messages.text("compose.negative.hint"));
    Disclosure disclosure = new Disclosure(messages.text("compose.negative"), area);
    disclosure.setId("negative-disclosure");
    disclosure.open().set(!compose.negative().get().isBlank());
    compose
        .negative()
        .addListener((property, old, now) -> disclosure.open().set(openFor(disclosure, now)));
    return disclosure;
  }

  /** Recalled words must not hide; emptied ones need not close what the user opened. */
  private static boolean openFor(Disclosure disclosure, String text) {
    return disclosure.open().get() || !text.isBlank();
  }

  private Node model() {
    ComboBox<ModelSummary> choice = choice(compose.models(), compose.model(), ModelSummary::name);
    choice.setId("model");
    Visibility.when(choice, Bindings.size(compose.models()).greaterThan(1));
    Label where = new Label();
    where.setId("device");
    where.getStyleClass().add("figure");
    where
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::modelAndDevice,
                messages.dependencies(compose.models(), compose.model(), compose.device())));
    return Visibility.when(
        new Field(messages.text("compose.model"), where, choice), compose.model().isNotNull());
  }

  private String modelAndDevice() {
    ModelSummary model = compose.model().get();
    if (model == null) {
      return "";
    }
    String device = messages.now("compose.device", compose.device().get());
    return compose.models().size() > 1
        ? device
        : messages.now("compose.model.device", model.name(), device);
  }

  private Node seed() {
    TextField field = new TextField();
    field.setId("seed");
    field.textProperty().bindBidirectional(compose.seed());
    field.promptTextProperty().bind(messages.text("compose.seed.random"));
    Hints.explain(field, messages.text("compose.seed.hint"));
    HBox.setHgrow(field, Priority.ALWAYS);
    Button roll =
        Hints.iconOnly(
            new Button(),
            Material2AL.CASINO,
            messages.text("compose.seed.roll", keys.label(Command.ROLL_SEED)));
    roll.setId("roll-seed");
    roll.setOnAction(event -> compose.rollSeed());
    roll.disableProperty().bind(compose.seed().isEmpty());
    Button reuse =
        Hints.iconOnly(
            new Button(),
            Material2MZ.REPLAY,
            messages.text("compose.seed.reuse", keys.label(Command.REUSE_SEED)));
    reuse.setId("reuse-seed");
    reuse.setOnAction(event -> compose.reuseSeed());
    reuse.disableProperty().bind(compose.looked().isNull());
    HBox row = new HBox(field, roll, reuse);
    row.getStyleClass().add("seed-row");
    return new Field(messages.text("compose.seed"), row);
  }

  private Node advanced() {
    Slider steps = slider("steps", 1, ComposeViewModel.MOST_STEPS, compose.steps(), 1);
    Slider guidance = slider("guidance", 0, ComposeViewModel.MOST_GUIDANCE, compose.guidance(), .5);
    Hints.explain(steps, messages.text("compose.steps.hint"));
    Hints.explain(guidance, messages.text("compose.guidance.hint"));
    ComboBox<SamplerKind> sampler =
        choice(
            FXCollections.observableArrayList(SamplerKind.values()),
            compose.sampler(),
            SamplerKind::label);
    sampler.setId("sampler");
    Hints.explain(sampler, messages.text("compose.sampler.hint"));
    ObservableValue<String> automatic = messages.text("compose.schedule.automatic");
    Function<ScheduleKind, String> scheduleName =
        kind -> kind == ScheduleKind.MODEL ? automatic.getValue() : kind.label();
    ComboBox<ScheduleKind> schedule = choice(compose.schedules(), compose.schedule(), scheduleName);
    schedule.setId("schedule");
    automatic.addListener(changed -> schedule.setConverter(named(scheduleName)));
    Hints.explain(schedule, messages.text("compose.schedule.hint"));
    HBox way =
        new HBox(
            new Field(messages.text("compose.sampler"), sampler),
            new Field(messages.text("compose.schedule"), schedule));
    way.getStyleClass().add("halves");
    for (Node half : way.getChildren()) {
      HBox.setHgrow(half, Priority.ALWAYS);
      ((Region) half).setPrefWidth(1); // of equal width, whatever their contents
    }
    VBox content =
        new VBox(
            new Field(messages.text("compose.steps"), figure(compose.steps(), "%.0f"), steps),
            new Field(
                messages.text("compose.guidance"), figure(compose.guidance(), "%.1f"), guidance),
            way);
    content.getStyleClass().add("advanced");
    Disclosure disclosure = new Disclosure(messages.text("compose.advanced"), content);
    disclosure.setId("advanced-disclosure");
    disclosure.open().set(true);
    return disclosure;
  }

  private static Slider slider(
      String id, double least, double most, Property<Number> value, double unit) {
    Slider slider = new Slider(least, most, value.getValue().doubleValue());
    slider.setId(id);
    slider.setBlockIncrement(unit);
    slider.setMajorTickUnit(unit);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setSkin(new ProgressSliderSkin(slider));
    slider.valueProperty().bindBidirectional(value);
    return slider;
  }

  private static Label figure(ObservableValue<Number> value, String format) {
    Label label = new Label();
    label.getStyleClass().add("figure");
    label
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> String.format(Locale.ROOT, format, value.getValue().doubleValue()), value));
    return label;
  }

  private static <T> ComboBox<T> choice(
      ObservableList<T> items, ObjectProperty<T> chosen, Function<T, String> name) {
    ComboBox<T> box = new ComboBox<>(items);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setConverter(named(name));
    box.valueProperty().bindBidirectional(chosen);
    return box;
  }

  private static <T> StringConverter<T> named(Function<T, String> name) {
    return new StringConverter<>() {
      @Override
      public String toString(T item) {
        return item == null ? "" : name.apply(item);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("the box is for choosing only");
      }
    };
  }
}
