package io.github.easel.generation;

/** Is told how far a generation is, on the thread that generates: it must return at once. */
@FunctionalInterface
public interface ProgressListener {

  /** Hears nothing. */
  ProgressListener NONE = progress -> {};

  /** Something went on: a stage began or a step ended. */
  void on(Progress progress);

  /** A step ended with these latents. Most listeners have no use for them. */
  default void onLatents(StepLatents latents) {}

  /** Which previews it wants; asked at every step, so the answer may change on the way. */
  default PreviewWish previews() {
    return PreviewWish.NONE;
  }

  /** A preview that {@link #previews} asked for. */
  default void onPreview(Preview preview) {}

  /** Whether it wants to hear of every call in detail; asked at every step. */
  default boolean wantsDetails() {
    return false;
  }

  /** A call of the network that {@link #wantsDetails} asked for. */
  default void onDetail(StepDetail detail) {}
}
