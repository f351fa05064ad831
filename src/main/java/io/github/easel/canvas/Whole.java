package io.github.easel.canvas;

import io.github.easel.generation.GenerationException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The part of a list of states round the newest whole one.
 *
 * @param history nothing if no state is whole
 * @param lost steps back to it from the one that was the present
 */
record Whole(Optional<History> history, int lost) {

  /**
   * Looks for the present, and if it is damaged for the state before it, and so on; then for the
   * states after it. Its pixels are read; of other states it is enough that their tiles are there.
   *
   * @param states nothing in the place of states whose tiles are not there
   * @param now which one was the present
   */
  static Whole of(List<Optional<Canvas>> states, int now) {
    int last = states.size() - 1;
    int from = Math.max(0, Math.min(last, now));
    for (int i = from; i >= 0 && i <= last; i--) {
      if (states.get(i).filter(Whole::readable).isPresent()) {
        return around(states, i, from - i);
      }
    }
    for (int i = from + 1; i <= last; i++) {
      if (states.get(i).filter(Whole::readable).isPresent()) {
        return around(states, i, i - from);
      }
    }
    return new Whole(Optional.empty(), 1);
  }

  /** The states to both sides as far as their tiles are there. */
  private static Whole around(List<Optional<Canvas>> states, int now, int lost) {
    Predicate<Integer> there = i -> i >= 0 && i < states.size() && states.get(i).isPresent();
    int first = now;
    while (there.test(first - 1)) {
      first--;
    }
    int end = now + 1;
    // what was damaged was after the present, and what came behind it cannot be reached
    while (lost == 0 && there.test(end)) {
      end++;
    }
    List<Canvas> kept = states.subList(first, end).stream().flatMap(Optional::stream).toList();
    return new Whole(Optional.of(History.of(kept, now - first)), lost);
  }

  private static boolean readable(Canvas canvas) {
    try {
      for (Layer layer : canvas.layers()) {
        layer.raster().tiles().values().forEach(Tile::pixels);
      }
      return true;
    } catch (GenerationException e) {
      return false;
    }
  }
}
