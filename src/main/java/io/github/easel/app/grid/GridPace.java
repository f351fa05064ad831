package io.github.easel.app.grid;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import java.util.List;
import java.util.function.LongSupplier;

/** Estimates the time that a grid still takes: a step costs as its picture has pixels. */
final class GridPace {

  private static final double NANOS = 1e9;

  private final LongSupplier clock;
  private final long begin;
  private double costLeft;
  private double costDone;

  /**
   * @param clock nanoseconds
   */
  GridPace(List<GridCell> cells, LongSupplier clock) {
    this.clock = clock;
    begin = clock.getAsLong();
    costLeft = cells.stream().mapToDouble(cell -> cost(cell.request())).sum();
  }

  private static double cost(GenerationRequest request) {
    return request.sampling().steps()
        * (double) request.size().width()
        * request.size().height()
        * (request.sampling().guided() ? 2 : 1);
  }

  /** Seconds left while a picture is so far. */
  double secondsLeft(GridCell cell, Progress progress) {
    double share =
        switch (progress.stage()) {
          case LOADING, PREPARING, ENCODING_TEXT -> 0;
          case SAMPLING -> progress.fraction();
          case DECODING -> 1;
        };
    double here = cost(cell.request()) * share;
    double done = costDone + here;
    boolean known = costDone > 0 || (progress.stage() == Stage.SAMPLING && share > 0);
    return known ? seconds() / done * (costLeft - here) : 0;
  }

  /** The picture is made, or will not be. */
  void end(GridCell cell, boolean made) {
    double cost = cost(cell.request());
    costLeft -= cost;
    if (made) {
      costDone += cost;
    }
  }

  /** Seconds since the beginning. */
  double seconds() {
    return (clock.getAsLong() - begin) / NANOS;
  }
}
