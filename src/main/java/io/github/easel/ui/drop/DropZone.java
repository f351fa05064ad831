package io.github.easel.ui.drop;

import io.github.easel.ui.drop.DropViewModel.Place;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** Lets things be dropped anywhere in a window. */
public final class DropZone {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");

  private final DropViewModel drop;
  private final Node prompt;
  private final Node window;
  private final Function<Dragboard, Dropped> reader;

  private DropZone(
      DropViewModel drop, Node window, Node prompt, Function<Dragboard, Dropped> reader) {
    this.drop = drop;
    this.window = window;
    this.prompt = prompt;
    this.reader = reader;
  }

  /**
   * From now on the scene takes what is dropped.
   *
   * @param window is marked while something is held over it
   * @param prompt is marked instead while something is held over it
   */
  public static void in(Scene scene, DropViewModel drop, Node window, Node prompt) {
    in(scene, new DropZone(drop, window, prompt, Dropped::of));
  }

  /**
   * Likewise.
   *
   * @param reader says what is dropped
   */
  static void in(
      Scene scene,
      DropViewModel drop,
      Node window,
      Node prompt,
      Function<Dragboard, Dropped> reader) {
    in(scene, new DropZone(drop, window, prompt, reader));
  }

  private static void in(Scene scene, DropZone zone) {
    scene.addEventHandler(DragEvent.DRAG_OVER, zone::over);
    scene.addEventHandler(DragEvent.DRAG_EXITED, event -> zone.mark(null));
    scene.addEventHandler(DragEvent.DRAG_DROPPED, zone::dropped);
  }

  private void over(DragEvent event) {
    if (event.getGestureSource() == null && drop.takes() && Dropped.isIn(event.getDragboard())) {
      event.acceptTransferModes(TransferMode.COPY);
      mark(place(event.getTarget()) == Place.PROMPT ? prompt : window);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    mark(null);
    drop.take(reader.apply(event.getDragboard()), place(event.getTarget()));
    event.setDropCompleted(true);
    event.consume();
  }

  private void mark(@Nullable Node now) {
    prompt.pseudoClassStateChanged(OVER, now == prompt);
    window.pseudoClassStateChanged(OVER, now == window);
  }

  private Place place(EventTarget target) {
    for (Node node = target instanceof Node one ? one : null;
        node != null;
        node = node.getParent()) {
      if (node == prompt) {
        return Place.PROMPT;
      }
    }
    return Place.WINDOW;
  }
}
