package io.github.easel.canvas;

import java.util.ArrayList;
import java.util.List;

/**
 * The canvas now, the states before it, and those that were undone. Immutable: every step gives a
 * new history that shares all states with the one before.
 */
public final class History {

  /** States before the present that are kept. */
  public static final int MOST_STEPS = 256;

  private final List<Canvas> states;
  private final int now;

  private History(List<Canvas> states, int now) {
    this.states = states;
    this.now = now;
  }

  /** A history that begins here. */
  public static History of(Canvas canvas) {
    return new History(List.of(canvas), 0);
  }

  /** A history of all these states, of which one is the present. */
  static History of(List<Canvas> states, int now) {
    if (now < 0 || now >= states.size()) {
      throw new IllegalArgumentException("state " + now + " of " + states.size());
    }
    return new History(List.copyOf(states), now);
  }

  /** The canvas as it is. */
  public Canvas present() {
    return states.get(now);
  }

  /** A step further; what was undone is gone then. The same canvas again is no step. */
  public History push(Canvas next) {
    if (next.equals(present())) {
      return this;
    }
    int from = Math.max(0, now + 1 - MOST_STEPS);
    List<Canvas> longer = new ArrayList<>(states.subList(from, now + 1));
    longer.add(next);
    return new History(List.copyOf(longer), longer.size() - 1);
  }

  /**
   * The present replaced without a step, for what is not worth one: another layer to paint on,
   * another name. What was undone stays.
   */
  public History instead(Canvas other) {
    List<Canvas> changed = new ArrayList<>(states);
    changed.set(now, other);
    return new History(List.copyOf(changed), now);
  }

  /** Whether there is a state before. */
  public boolean canUndo() {
    return now > 0;
  }

  /** Whether a state was undone. */
  public boolean canRedo() {
    return now < states.size() - 1;
  }

  /**
   * The state before is the present.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE} if its pixels
   *     are on the disk and cannot be read any more; nothing has changed then
   */
  public History undo() {
    return canUndo() ? at(now - 1) : this;
  }

  /**
   * What was undone last is the present again.
   *
   * @throws io.github.easel.generation.GenerationException as {@link #undo}
   */
  public History redo() {
    return canRedo() ? at(now + 1) : this;
  }

  private History at(int index) {
    for (Layer layer : states.get(index).layers()) {
      // whoever draws must not wait for the disk, nor meet its errors
      layer.raster().tiles().values().forEach(Tile::pixels);
    }
    return new History(states, index);
  }

  /** All states, the oldest first. */
  List<Canvas> states() {
    return states;
  }

  /** The index of the present among the states. */
  int now() {
    return now;
  }
}
