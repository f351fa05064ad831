package io.github.easel.task;

/** Is told, on whichever thread it happened, that a job's state or progress changed. */
@FunctionalInterface
public interface JobListener {

  /** The job is as its getters now say. Must return at once. */
  void changed(Job job);
}
