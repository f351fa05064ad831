package io.github.easel.pipeline;

import io.github.easel.runtime.BoundRun;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the buffers of the last size, since the next picture mostly has the same, and never those
 * of two.
 *
 * @param <K> what tells sizes apart
 */
final class LastRun<K> implements AutoCloseable {

  private final Function<K, BoundRun> binder;
  private @Nullable BoundRun run;
  private @Nullable K size;

  /**
   * Keeps nothing yet.
   *
   * @param binder makes the buffers for a size
   */
  LastRun(Function<K, BoundRun> binder) {
    this.binder = binder;
  }

  BoundRun of(K wanted) {
    BoundRun current = run;
    if (current == null || !Objects.equals(wanted, size)) {
      close();
      current = binder.apply(wanted);
      run = current;
      size = wanted;
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
