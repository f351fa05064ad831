package io.github.easel.pipeline;

import io.github.easel.runtime.BoundRun;
import io.github.easel.tensor.Shape;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the buffers of the last shape, since the next picture mostly has the same size, and never
 * those of two.
 */
final class LastRun implements AutoCloseable {

  private final Function<Shape, BoundRun> binder;
  private @Nullable BoundRun run;
  private Shape shape = Shape.of();

  /**
   * Keeps nothing yet.
   *
   * @param binder makes the buffers for a shape
   */
  LastRun(Function<Shape, BoundRun> binder) {
    this.binder = binder;
  }

  BoundRun of(Shape wanted) {
    BoundRun current = run;
    if (current == null || !wanted.equals(shape)) {
      close();
      current = binder.apply(wanted);
      run = current;
      shape = wanted;
    }
    return current;
  }

  @Override
  public void close() {
    if (run != null) {
      run.close();
      run = null;
    }
  }
}
