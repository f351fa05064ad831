package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.Optional;

/** Teaches models new words, things and styles. */
public interface TrainingService {

  /** Teaches nothing. */
  TrainingService NONE =
      new TrainingService() {
        @Override
        public boolean isAvailable() {
          return false;
        }

        @Override
        public Needs needs(TrainingPlan plan) {
          throw new IllegalStateException("no training here");
        }

        @Override
        public Path train(TrainingPlan plan, Follower follower, TrainingControl control) {
          throw new IllegalStateException("no training here");
        }
      };

  /**
   * What a training will need, roughly.
   *
   * @param bytes of memory
   * @param free bytes of memory that are free now
   * @param secondsAStep on one core like ours, in which nothing else runs
   * @param sparing whether parts of the model are computed again to save memory, since it would not
   *     fit otherwise; counted in both figures
   */
  record Needs(long bytes, long free, double secondsAStep, boolean sparing) {

    /** Whether it fits. */
    public boolean fits() {
      return bytes <= free;
    }
  }

  /** Hears how it goes, on the training's thread. */
  interface Follower {

    /** A step was done. */
    void step(int step, int steps, double loss);

    /** What was learned until now can be used. */
    default void checkpoint(int step, Path file, Optional<PixelImage> preview) {}
  }

  /** Whether the engine for it is part of this installation; loads nothing. */
  boolean isAvailable();

  /**
   * What a plan will need.
   *
   * @throws io.github.easel.generation.GenerationException {@code MODEL_...}
   */
  Needs needs(TrainingPlan plan);

  /**
   * Teaches, and returns when it is done; a plan that was broken off goes on from its last
   * checkpoint. To be called on a worker.
   *
   * @return the file that was made, where drawing finds it by its name
   * @throws io.github.easel.generation.GenerationException {@code DEVICE_UNAVAILABLE} without the
   *     engine, {@code OUT_OF_MEMORY} also when it does not fit, {@code MODEL_...}, {@code
   *     FILE_...}, {@code CANCELLED}, {@code VALUE_REFUSED}
   */
  Path train(TrainingPlan plan, Follower follower, TrainingControl control);
}
