package io.github.easel.ui.compose;

import io.github.easel.ui.compose.PromptMarks.Mark;
import io.github.easel.ui.compose.PromptMarks.Tint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Pane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Lies under a text area and marks parts of its text as a felt pen would. The text area itself
 * stays an ordinary one, so that undo, input methods and screen readers work as everywhere.
 *
 * <p>Every look is one path for the areas and one for the lines under them, made once; only their
 * elements change, after each layout that moved the text, so that marks never lag behind it.
 */
final class MarkLayer extends Pane {

  private final TextArea area;
  private final Map<Tint, Path> fills = new EnumMap<>(Tint.class);
  private final Map<Tint, Path> lines = new EnumMap<>(Tint.class);
  private final Group shapes = new Group();
  private final Runnable afterLayout = this::place;
  private List<Mark> marks = List.of();
  private boolean stale = true;

  MarkLayer(TextArea area) {
    this.area = area;
    setMouseTransparent(true);
    setManaged(true);
    getStyleClass().add("mark-layer");
    shapes.setManaged(false);
    for (Tint tint : Tint.values()) {
      String name = tint.name().toLowerCase(Locale.ROOT).replace('_', '-');
      fills.put(tint, path("mark", "mark-" + name));
      lines.put(tint, path("mark-line", "mark-line-" + name));
    }
    shapes.getChildren().addAll(fills.values());
    shapes.getChildren().addAll(lines.values());
    getChildren().add(shapes);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    area.textProperty().addListener(changed -> stale());
    area.scrollTopProperty().addListener(changed -> stale());
    area.fontProperty().addListener(changed -> stale());
    widthProperty().addListener(changed -> stale());
    heightProperty().addListener(changed -> stale());
    sceneProperty().addListener((property, old, now) -> move(old, now));
  }

  private static Path path(String... classes) {
    Path path = new Path();
    path.getStyleClass().setAll(classes);
    path.setStroke(null);
    return path;
  }

  private void move(@Nullable Scene from, @Nullable Scene to) {
    if (from != null) {
      from.removePostLayoutPulseListener(afterLayout);
    }
    if (to != null) {
      to.addPostLayoutPulseListener(afterLayout);
      stale();
    }
  }

  /** Shows other marks, which are those of the area's present text. */
  void show(List<Mark> now) {
    marks = now;
    stale();
  }

  private void stale() {
    stale = true;
  }

  private void place() {
    if (!stale) {
      return;
    }
    Text text = text();
    if (text == null && !area.getText().isEmpty()) {
      return; // not laid out yet
    }
    stale = false;
    Map<Tint, List<PathElement>> areas = new EnumMap<>(Tint.class);
    Map<Tint, List<PathElement>> unders = new EnumMap<>(Tint.class);
    if (text != null) {
      Point2D offset = sceneToLocal(text.localToScene(0, 0));
      shapes.setTranslateX(offset.getX());
      shapes.setTranslateY(offset.getY());
      int length = text.getText().length();
      for (Mark mark : marks) {
        if (mark.to() <= length) {
          PathElement[] shape = text.rangeShape(mark.from(), mark.to());
          areas.computeIfAbsent(mark.tint(), tint -> new ArrayList<>()).addAll(List.of(shape));
          underline(shape, unders.computeIfAbsent(mark.tint(), tint -> new ArrayList<>()));
        }
      }
    }
    fills.forEach((tint, path) -> set(path, areas.getOrDefault(tint, List.of())));
    lines.forEach((tint, path) -> set(path, unders.getOrDefault(tint, List.of())));
  }

  private static void set(Path path, List<PathElement> elements) {
    if (!elements.isEmpty() || !path.getElements().isEmpty()) {
      path.getElements().setAll(elements);
    }
  }

  /** A line along the bottom of each rectangle of the shape. */
  private static void underline(PathElement[] shape, List<PathElement> into) {
    double left = 0;
    double right = 0;
    double bottom = 0;
    boolean begun = false;
    for (PathElement element : shape) {
      if (element instanceof MoveTo start) {
        if (begun) {
          line(left, right, bottom, into);
        }
        begun = true;
        left = start.getX();
        right = start.getX();
        bottom = start.getY();
      } else if (element instanceof LineTo corner) {
        left = Math.min(left, corner.getX());
        right = Math.max(right, corner.getX());
        bottom = Math.max(bottom, corner.getY());
      }
    }
    if (begun) {
      line(left, right, bottom, into);
    }
  }

  private static void line(double left, double right, double bottom, List<PathElement> into) {
    double y = Math.round(bottom) - 1.5;
    into.add(new MoveTo(left + 1, y));
    into.add(new LineTo(Math.max(left + 2, right - 1), y));
  }

  /** The node of the area's skin that shows its text. */
  private @Nullable Text text() {
    String shown = area.getText();
    for (Node node : area.lookupAll(".text")) {
      if (node instanceof Text text && text.getText().equals(shown) && text.isVisible()) {
        return text;
      }
    }
    return null;
  }
}
