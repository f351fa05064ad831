package io.github.easel.task;

import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Preview;

/**
 * Is told of jobs, on whichever thread it happened. All methods must return at once. What two
 * threads tell at once may come in either order: ask the job or the queue how things stand.
 */
@FunctionalInterface
public interface JobListener {

  /** The job is as its getters now say: its state or its progress changed. */
  void changed(Job job);

  /**
   * A picture of the job is finished.
   *
   * @param index of the picture in the job, from 0
   */
  default void finished(Job job, int index, GenerationResult result) {}

  /**
   * A look at the picture that is being made.
   *
   * @param index of the picture in the job, from 0
   */
  default void previewed(Job job, int index, Preview preview) {}

  /** The jobs that wait are others, or wait in another order, or the queue pauses or goes on. */
  default void lineChanged() {}
}
