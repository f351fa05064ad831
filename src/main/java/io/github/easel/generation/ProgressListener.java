package io.github.easel.generation;

/** Is told how far a generation is, on the thread that generates: it must return at once. */
@FunctionalInterface
public interface ProgressListener {

  /** Hears nothing. */
  ProgressListener NONE = progress -> {};

  void on(Progress progress);
}
