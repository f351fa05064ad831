package io.github.easel.ui.learn;

import io.github.easel.app.NoiseCurve;
import io.github.easel.ui.text.Messages;
import java.util.function.IntToDoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/**
 * The shares of picture and noise over all timesteps, with a mark where the slider stands. The mark
 * can be pulled with the mouse; keys move the slider.
 */
final class CurveView extends Region {

  private static final double MARGIN = 12;
  private static final double RADIUS = 5;
  private static final int POINTS = 100;

  /** Where the picture's curve is named, of the whole width. */
  private static final double NAME_SHARE = 0.58;

  private final NoisingViewModel noising;
  private final Polyline picture = line("curve-picture");
  private final Polyline noise = line("curve-noise");
  private final Line ground = new Line();
  private final Line mark = new Line();
  private final Circle onPicture = new Circle(RADIUS);
  private final Circle onNoise = new Circle(RADIUS);
  private final Label pictureName = new Label();
  private final Label noiseName = new Label();

  CurveView(NoisingViewModel noising, Messages messages) {
    this.noising = noising;
    setId("curve");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty().bind(messages.text("noising.curve.spoken"));
    getStyleClass().add("curve");
    ground.getStyleClass().add("curve-ground");
    mark.getStyleClass().add("curve-mark");
    onPicture.getStyleClass().add("curve-on-picture");
    onNoise.getStyleClass().add("curve-on-noise");
    pictureName.textProperty().bind(messages.text("noising.curve.picture"));
    noiseName.textProperty().bind(messages.text("noising.curve.noise"));
    pictureName.getStyleClass().add("curve-picture-name");
    noiseName.getStyleClass().add("curve-noise-name");
    getChildren().addAll(ground, mark, picture, noise, onPicture, onNoise, pictureName, noiseName);
    setMinSize(0, 0);
    setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    noising.curve().addListener(changed -> requestLayout());
    noising.timestep().addListener(changed -> place());
    setOnMousePressed(event -> pull(event.getX()));
    setOnMouseDragged(event -> pull(event.getX()));
  }

  private static Polyline line(String style) {
    Polyline line = new Polyline();
    line.getStyleClass().addAll("curve-line", style);
    return line;
  }

  private void pull(double x) {
    NoiseCurve curve = noising.curve().get();
    if (curve != null) {
      double share = (x - MARGIN) / (getWidth() - 2 * MARGIN);
      noising.scrub((int) Math.round(share * (curve.timesteps() - 1)));
    }
  }

  @Override
  protected void layoutChildren() {
    NoiseCurve curve = noising.curve().get();
    ground.setStartX(MARGIN);
    ground.setEndX(getWidth() - MARGIN);
    ground.setStartY(y(0));
    ground.setEndY(y(0));
    if (curve != null) {
      draw(picture, curve, curve::signal);
      draw(noise, curve, curve::noise);
      pictureName.autosize();
      noiseName.autosize();
      // between the curves, each at its own
      int late = (int) (NAME_SHARE * curve.timesteps());
      pictureName.relocate(
          x(late, curve.timesteps() - 1) + 6, y(curve.signal(late)) - pictureName.getHeight());
      noiseName.relocate(
          getWidth() - MARGIN - 4 - noiseName.getWidth(),
          y(curve.noise(curve.timesteps() - 1)) + 8);
    }
    place();
  }

  private void draw(Polyline line, NoiseCurve curve, IntToDoubleFunction share) {
    int last = curve.timesteps() - 1;
    Double[] points = new Double[2 * (POINTS + 1)];
    for (int i = 0; i <= POINTS; i++) {
      int t = i * last / POINTS;
      points[2 * i] = x(t, last);
      points[2 * i + 1] = y(share.applyAsDouble(t));
    }
    line.getPoints().setAll(points);
  }

  private void place() {
    NoiseCurve curve = noising.curve().get();
    boolean known = curve != null && noising.timestep().get() >= 0;
    for (var part : new javafx.scene.Node[] {mark, onPicture, onNoise, pictureName, noiseName}) {
      part.setVisible(known);
    }
    if (known) {
      mark(curve, Math.min(noising.timestep().get(), curve.timesteps() - 1));
    }
  }

  private void mark(@Nullable NoiseCurve curve, int t) {
    if (curve == null) {
      return;
    }
    double x = x(t, curve.timesteps() - 1);
    mark.setStartX(x);
    mark.setEndX(x);
    mark.setStartY(y(1));
    mark.setEndY(y(0));
    onPicture.setCenterX(x);
    onPicture.setCenterY(y(curve.signal(t)));
    onNoise.setCenterX(x);
    onNoise.setCenterY(y(curve.noise(t)));
  }

  private double x(int t, int last) {
    return MARGIN + (getWidth() - 2 * MARGIN) * t / last;
  }

  private double y(double share) {
    return getHeight() - MARGIN - (getHeight() - 2 * MARGIN) * share;
  }
}
