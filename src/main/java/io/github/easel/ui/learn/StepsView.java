package io.github.easel.ui.learn;

import io.github.easel.app.LearnService.StepPicture;
import io.github.easel.app.RecordedRun;
import io.github.easel.generation.StepDetail;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** The second part: the last picture step by step. */
final class StepsView extends StackPane {

  /** Under this share of noise only detail is left; above the other one only forms are laid out. */
  private static final int DETAIL_PERCENT = 40;

  private static final int FORMS_PERCENT = 90;

  /** What can be compared, in this order, with the ends of their keys. */
  private static final List<Map.Entry<StepPicture, String>> SIDES =
      List.of(
          Map.entry(StepPicture.WITHOUT_WORDS, "without"),
          Map.entry(StepPicture.WITH_WORDS, "with"),
          Map.entry(StepPicture.CLEAN, "guided"),
          Map.entry(StepPicture.DIFFERENCE, "difference"));

  private final StepsViewModel steps;
  private final Messages messages;

  /**
   * @param toPrompt goes to where pictures are asked for
   */
  StepsView(StepsViewModel steps, Messages messages, Runnable toPrompt) {
    this.steps = steps;
    this.messages = messages;
    BooleanBinding empty = steps.run().isNull();
    getChildren()
        .addAll(Visibility.when(walk(), empty.not()), Visibility.when(nothing(toPrompt), empty));
  }

  private Node walk() {
    TileGrid tiles =
        new TileGrid(
            TileView.of(
                messages.text("steps.latents"),
                steps.latents(),
                TileView.note(messages.text("steps.latents.note"))),
            TileView.of(
                messages.text("steps.clean"),
                steps.clean(),
                TileView.note(messages.text("steps.clean.note"))),
            TileView.of(
                messages.text("steps.noise"),
                steps.noise(),
                TileView.note(messages.text("steps.noise.note"))),
            TileView.of(messages.text("steps.side"), steps.compared(), sides()));
    VBox.setVgrow(tiles, Priority.ALWAYS);
    Label sentence =
        LearnView.words(
            Bindings.createStringBinding(this::sentence, messages.language(), steps.step()),
            "learn-sentence");
    sentence.setId("step-sentence");
    Label prompt =
        LearnView.words(
            messages.text(
                "steps.text",
                steps
                    .run()
                    .map(RecordedRun::request)
                    .map(request -> request.prompt().positive())
                    .orElse("")),
            "learn-text");
    prompt.setMaxHeight(42); // two lines of a long prompt
    VBox walk = new VBox(prompt, bar(), sentence, tiles);
    walk.getStyleClass().add("learn-part");
    return walk;
  }

  private Region sides() {
    FlowPane choices = new FlowPane();
    choices.getStyleClass().add("sides");
    for (Map.Entry<StepPicture, String> side : SIDES) {
      choices.getChildren().add(sideButton(side.getKey(), side.getValue()));
    }
    BooleanBinding unguided = Bindings.createBooleanBinding(() -> !steps.guided(), steps.step());
    Label reason = TileView.note(messages.text("steps.unguided"));
    return new StackPane(
        Visibility.when(choices, unguided.not()), Visibility.when(reason, unguided));
  }

  private ToggleButton sideButton(StepPicture side, String key) {
    ToggleButton button = new ToggleButton();
    button.setId("side-" + key);
    button.textProperty().bind(messages.text("steps.side." + key));
    button.getStyleClass().add("quiet-toggle");
    steps.side().subscribe(now -> button.setSelected(now == side));
    button.setOnAction(
        event -> {
          steps.side().set(side);
          button.setSelected(true); // a second click must not turn it off
        });
    Hints.explain(button, messages.text("steps.side." + key + ".hint"));
    return button;
  }

  private Node bar() {
    PlayBar bar = new PlayBar("steps", steps.playing(), messages.text("steps.slider"), messages);
    Slider slider = bar.slider();
    slider.setMin(0);
    slider.setBlockIncrement(1);
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    steps
        .run()
        .subscribe(run -> slider.setMax(run == null ? 1 : Math.max(1, run.steps().size() - 1)));
    steps.index().addListener((property, old, now) -> slider.setValue(now.intValue()));
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              int index = (int) Math.round(now.doubleValue());
              if (index != steps.index().get()) {
                steps.scrub(index);
              }
            });
    bar.button().setOnAction(event -> steps.play(!steps.playing().get()));
    bar.getChildren().add(0, stepButton("steps.previous", Material2AL.CHEVRON_LEFT, -1));
    bar.getChildren().add(2, stepButton("steps.next", Material2AL.CHEVRON_RIGHT, 1));
    return bar;
  }

  private Button stepButton(String key, Material2AL icon, int by) {
    Button button = Hints.iconOnly(new Button(), icon, messages.text(key));
    button.setId(key.replace('.', '-'));
    button.setOnAction(event -> steps.scrub(steps.index().get() + by));
    return button;
  }

  private String sentence() {
    StepDetail step = steps.step().get();
    if (step == null) {
      return "";
    }
    int percent = NoisingView.percent(step.signal(), step.noise());
    String now =
        messages.now(
            "steps.sentence",
            step.step(),
            step.steps(),
            Long.toString(Math.round(step.timestep())),
            percent);
    return now + " " + messages.now(phase(step, percent));
  }

  private static String phase(StepDetail step, int percent) {
    if (step.step() == step.steps()) {
      return "steps.last";
    }
    if (percent > FORMS_PERCENT) {
      return "steps.forms";
    }
    return percent > DETAIL_PERCENT ? "steps.colours" : "steps.detail";
  }

  private Node nothing(Runnable toPrompt) {
    FontIcon icon = new FontIcon(Material2AL.BRUSH);
    icon.getStyleClass().add("welcome-icon");
    Button button = new Button();
    button.setId("to-prompt");
    button.textProperty().bind(messages.text("steps.empty.button"));
    button.getStyleClass().add("accent");
    button.setOnAction(event -> toPrompt.run());
    VBox box =
        new VBox(
            icon,
            LearnView.words(messages.text("steps.empty.title"), "welcome-title"),
            LearnView.words(messages.text("steps.empty.text"), "welcome-text"),
            button);
    box.getStyleClass().add("welcome");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    return box;
  }
}
