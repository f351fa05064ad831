package io.github.easel.ui.viewer;

import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.CompareViewModel.Mode;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;

/** The picture, or two that are compared, as large as the zoom says. */
final class PictureCanvas extends Region {

  private static final Duration BLINK = Duration.millis(800);
  private static final double TAG_MARGIN = 12;

  private final ViewerViewModel viewer;
  private final CompareViewModel compare;
  private final PicturePane first;
  private final PicturePane second;
  private final Divider divider;
  private final Label firstTag = tag("A");
  private final Label secondTag = tag("B");
  private final ObservableValue<Number> density;
  private final Timeline blinking;

  PictureCanvas(ViewerViewModel viewer, Messages messages) {
    this.viewer = viewer;
    compare = viewer.compare();
    first = new PicturePane(viewer.zoom(), viewer.sight(), viewer.workers());
    second = new PicturePane(viewer.zoom(), viewer.otherSight(), viewer.workers());
    divider = new Divider(compare.divider(), widthProperty(), messages);
    first.setMouseTransparent(true);
    second.setMouseTransparent(true);
    getChildren().addAll(first, second, divider, firstTag, secondTag);
    getStyleClass().add("picture-canvas");
    setId("canvas");
    setMinSize(0, 0);
    setFocusTraversable(true);
    accessibleTextProperty().bind(viewer.sight().map(Sight::words).orElse(""));
    density = sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::outputScaleXProperty);
    density.addListener((property, old, now) -> requestLayout());
    compare.mode().addListener(changed -> arrange());
    compare.otherSeen().addListener(changed -> arrange());
    compare.divider().addListener(changed -> requestLayout());
    ZoomInput.install(this, viewer.zoom(), this::inRoom);
    blinking = new Timeline(new KeyFrame(BLINK, event -> compare.blink()));
    blinking.setCycleCount(Animation.INDEFINITE);
    arrange();
  }

  private static Label tag(String name) {
    Label tag = new Label(name);
    tag.getStyleClass().add("compare-tag");
    tag.setMouseTransparent(true);
    return tag;
  }

  private void arrange() {
    Mode mode = compare.mode().get();
    boolean other = compare.otherSeen().get();
    first.setVisible(mode != Mode.BLINK || !other);
    second.setVisible(
        mode == Mode.SLIDER || mode == Mode.SIDE_BY_SIDE || (mode == Mode.BLINK && other));
    divider.setVisible(mode == Mode.SLIDER);
    firstTag.setVisible(mode != Mode.OFF && first.isVisible());
    secondTag.setVisible(second.isVisible());
    if (mode == Mode.BLINK) {
      blinking.play();
    } else {
      blinking.stop();
    }
    requestLayout();
  }

  /** Of two rooms side by side each has the same part of its picture at the same place. */
  private double inRoom(double x) {
    double room = room();
    return compare.mode().get() == Mode.SIDE_BY_SIDE && x > room ? x - room : x;
  }

  private double room() {
    return compare.mode().get() == Mode.SIDE_BY_SIDE ? Math.floor(getWidth() / 2) : getWidth();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double room = room();
    boolean beside = compare.mode().get() == Mode.SIDE_BY_SIDE;
    Number dots = density.getValue();
    viewer.zoom().room(room, height, dots == null ? 1 : dots.doubleValue());
    first.resizeRelocate(0, 0, room, height);
    second.resizeRelocate(beside ? width - room : 0, 0, room, height);
    double line = Math.round(width * compare.divider().get());
    second.showFrom(compare.mode().get() == Mode.SLIDER ? line : 0);
    divider.resizeRelocate(line - Divider.REACH, 0, 2 * Divider.REACH, height);
    firstTag.autosize();
    secondTag.autosize();
    firstTag.relocate(TAG_MARGIN, TAG_MARGIN);
    boolean alone = compare.mode().get() == Mode.BLINK;
    double right = width - secondTag.getWidth() - TAG_MARGIN;
    secondTag.relocate(alone ? TAG_MARGIN : right, TAG_MARGIN);
  }
}
