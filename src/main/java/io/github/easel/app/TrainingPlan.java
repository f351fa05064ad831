package io.github.easel.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be taught, by what, and how.
 *
 * @param model by its name or path
 * @param name the new word, or the LoRA's name; its file is called so
 * @param style whether a style is learned, not a thing
 * @param pictures to learn from, {@link #LEAST_PICTURES} to {@link #MOST_PICTURES}
 * @param what a word's vectors, or a LoRA's
 * @param steps how many times what is learned changes
 * @param rate the learning rate
 * @param batch pictures at once
 * @param accumulation batches to a step
 * @param seed the same number teaches the same
 * @param every steps from one checkpoint to the next
 * @param preview the prompt of the picture that is drawn at each checkpoint; {@code *} stands for
 *     the name; empty for none
 */
public record TrainingPlan(
    String model,
    String name,
    boolean style,
    List<Picture> pictures,
    Subject what,
    int steps,
    double rate,
    int batch,
    int accumulation,
    long seed,
    int every,
    String preview) {

  /** Of fewer pictures nothing but they themselves would be learned. */
  public static final int LEAST_PICTURES = 3;

  public static final int MOST_PICTURES = 20;

  public TrainingPlan {
    pictures = List.copyOf(pictures);
  }

  /**
   * A picture to learn from.
   *
   * @param crop the square to look at; the middle one where there is none
   * @param caption what is to be seen; sentences of ours where it is empty
   */
  public record Picture(Path file, Optional<Square> crop, String caption) {}

  /** A square in a picture's own pixels. */
  public record Square(int x, int y, int side) {}

  /** What is learned. */
  public sealed interface Subject permits Word, Lora {}

  /**
   * Vectors for a word that the text encoder does not know.
   *
   * @param vectors how many, 1 to 16
   * @param begin words that the model knows, from whose vectors they begin
   */
  public record Word(int vectors, String begin) implements Subject {}

  /**
   * Products added to the attention's weights; see {@code training.LoraShape}.
   *
   * @param withText the text encoder's too
   * @param withShapes the convolutions' too, which follow outlines closer
   */
  public record Lora(int rank, double alpha, boolean withText, boolean withShapes)
      implements Subject {}
}
