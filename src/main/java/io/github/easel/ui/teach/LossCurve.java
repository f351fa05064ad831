package io.github.easel.ui.teach;

import io.github.easel.ui.text.Messages;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** The loss of each step, faint, and its running mean over it. */
final class LossCurve extends Region {

  private static final double MARGIN = 12;
  private static final double HEIGHT = 132;

  /** How much of the mean before a step stays. */
  private static final double INERTIA = 0.9;

  private static final int POINTS = 400;

  private final TrainingViewModel training;
  private final Polyline each = line("loss-each");
  private final Polyline mean = line("loss-mean");
  private final Line ground = new Line();
  private final Label most = new Label();
  private final Label name = new Label();

  LossCurve(TrainingViewModel training, Messages messages) {
    this.training = training;
    setId("teach-loss");
    getStyleClass().add("loss-curve");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("loss.spoken", shown(last(training.losses()))),
                messages.dependencies(training.losses())));
    ground.getStyleClass().add("loss-ground");
    most.getStyleClass().add("figure");
    name.getStyleClass().add("figure");
    name.textProperty().bind(messages.text("loss"));
    getChildren().addAll(ground, each, mean, most, name);
    training.losses().addListener((InvalidationListener) changed -> requestLayout());
  }

  private static Polyline line(String style) {
    Polyline line = new Polyline();
    line.getStyleClass().add(style);
    return line;
  }

  private static double last(List<Double> losses) {
    double mean = losses.isEmpty() ? 0 : losses.get(0);
    for (double loss : losses) {
      mean = INERTIA * mean + (1 - INERTIA) * loss;
    }
    return mean;
  }

  private static String shown(double loss) {
    return String.format(Locale.ROOT, "%.3f", loss);
  }

  @Override
  protected void layoutChildren() {
    List<Double> losses = training.losses();
    double top = losses.stream().mapToDouble(loss -> loss).max().orElse(0);
    ground.setStartX(MARGIN);
    ground.setEndX(getWidth() - MARGIN);
    ground.setStartY(getHeight() - MARGIN);
    ground.setEndY(getHeight() - MARGIN);
    each.getPoints().clear();
    mean.getPoints().clear();
    double smooth = losses.isEmpty() ? 0 : losses.get(0);
    int stride = Math.max(1, losses.size() / POINTS);
    for (int i = 0; i < losses.size(); i++) {
      smooth = INERTIA * smooth + (1 - INERTIA) * losses.get(i);
      if (i % stride == 0 || i == losses.size() - 1) {
        double share = (i + 1.0) / Math.max(1, training.steps().get());
        double x = MARGIN + (getWidth() - 2 * MARGIN) * share;
        each.getPoints().addAll(x, y(losses.get(i), top));
        mean.getPoints().addAll(x, y(smooth, top));
      }
    }
    most.setText(losses.isEmpty() ? "" : shown(smooth));
    most.autosize();
    name.autosize();
    name.relocate(MARGIN, 6);
    most.relocate(getWidth() - MARGIN - most.getWidth(), 6);
  }

  private double y(double loss, double top) {
    double room = getHeight() - 2 * MARGIN - 16;
    return getHeight() - MARGIN - (top <= 0 ? 0 : loss / top * room);
  }
}
