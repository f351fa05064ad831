package io.github.easel.training;

import java.nio.file.Path;

/** Hears how a training goes, on its own thread. */
public interface TrainingListener {

  /** Hears nothing. */
  TrainingListener NONE = (step, steps, loss) -> {};

  /** A step was done; the loss is the mean over its pictures. */
  void step(int step, int steps, double loss);

  /** What was learned until now lies in a file that can be used. */
  default void checkpoint(int step, Path file) {}
}
