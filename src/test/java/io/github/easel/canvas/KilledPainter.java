package io.github.easel.canvas;

import java.nio.file.Path;

/** A program that paints and saves until it is killed, and says each step once it is saved. */
final class KilledPainter {

  private KilledPainter() {}

  /** The canvas one step further; its frame tells how many steps there were. */
  static Canvas next(Canvas canvas) {
    int step = canvas.frame().x() + 1;
    return Paintings.step(canvas, step).framed(frame(step));
  }

  static Canvas first() {
    return Paintings.blank().framed(frame(0));
  }

  private static Area frame(int step) {
    return new Area(step, 0, 64, 64);
  }

  /** Takes the store's folder. */
  public static void main(String[] arguments) {
    try (CanvasStore store = CanvasStore.open(Path.of(arguments[0]))) {
      History history = store.history().orElseGet(() -> History.of(first()));
      while (true) {
        history = history.push(next(history.present()));
        store.save(history);
        System.out.println(history.present().frame().x());
        System.out.flush();
      }
    }
  }
}
