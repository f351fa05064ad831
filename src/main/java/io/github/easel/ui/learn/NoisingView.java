package io.github.easel.ui.learn;

import io.github.easel.app.NoiseCurve;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;

/** The first part: a picture, the same in noise, and the curve that says how much. */
final class NoisingView extends VBox {

  private static final double STEPS_A_KEY = 10;

  NoisingView(NoisingViewModel noising, Messages messages) {
    getStyleClass().add("learn-part");
    ObservableValue<String> share =
        Bindings.createStringBinding(
            () -> share(noising, messages),
            messages.language(),
            noising.curve(),
            noising.timestep());
    TileGrid tiles =
        new TileGrid(
            TileView.of(
                messages.text("noising.original"),
                noising.original(),
                TileView.note(messages.text("noising.original.note"))),
            TileView.of(
                messages.text(
                    "noising.noised", noising.timestep().map(t -> Math.max(0, t.intValue()))),
                noising.noised(),
                TileView.note(share)),
            new TileView(
                messages.text("noising.curve"),
                new CurveView(noising, messages),
                TileView.note(messages.text("noising.curve.note"))));
    PlayBar bar =
        new PlayBar("noising", noising.playing(), messages.text("noising.slider"), messages);
    bind(bar.slider(), noising);
    bar.button().setOnAction(event -> noising.play(!noising.playing().get()));
    getChildren()
        .addAll(
            LearnView.words(messages.text("noising.text"), "learn-text"),
            new ChoiceRow(noising, messages),
            bar,
            tiles,
            new FormulaView(noising, messages));
  }

  private static void bind(Slider slider, NoisingViewModel noising) {
    slider.setBlockIncrement(STEPS_A_KEY);
    slider
        .maxProperty()
        .bind(noising.curve().map(NoiseCurve::timesteps).orElse(1).map(steps -> steps - 1));
    slider.disableProperty().bind(noising.curve().isNull());
    slider.setValue(Math.max(0, noising.timestep().get()));
    noising.timestep().addListener((property, old, now) -> slider.setValue(now.intValue()));
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              int t = (int) Math.round(now.doubleValue());
              if (noising.curve().get() != null && t != noising.timestep().get()) {
                noising.scrub(t);
              }
            });
  }

  /** Of the variance, which is what eyes judge grain by. */
  private static String share(NoisingViewModel noising, Messages messages) {
    NoiseCurve curve = noising.curve().get();
    int t = noising.timestep().get();
    if (curve == null || t < 0) {
      return "";
    }
    int at = Math.min(t, curve.timesteps() - 1);
    return messages.now("noising.noised.note", percent(curve.signal(at), curve.noise(at)));
  }

  /** The noise's part of what is mixed, in whole percent. */
  static int percent(double signal, double noise) {
    return (int) Math.round(100 * noise * noise / (signal * signal + noise * noise));
  }
}
