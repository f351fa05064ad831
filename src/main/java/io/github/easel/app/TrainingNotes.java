package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a training needs besides the training itself: pictures to learn from, what is kept of each
 * checkpoint, and what somebody was about to teach. All of it reads or writes files, so ask it off
 * the window's thread.
 */
public interface TrainingNotes {

  /** Keeps nothing, and reads no pictures. */
  TrainingNotes NONE = new NoTrainingNotes();

  /**
   * A picture to learn from.
   *
   * @param width of the file's picture
   * @param height likewise
   * @param small the picture made small
   * @param suggested the square around what stands out
   * @param widest the largest square, in the middle
   * @param caption of the text file of its name beside it; empty if there is none
   */
  record LessonPicture(
      Path file,
      int width,
      int height,
      PixelImage small,
      TrainingPlan.Square suggested,
      TrainingPlan.Square widest,
      String caption) {}

  /**
   * What had been learned at some step.
   *
   * @param file can be used like any embedding or LoRA
   * @param picture drawn with it, always with the same prompt and seed
   */
  record Checkpoint(int step, Path file, Optional<PixelImage> picture) {}

  /**
   * Reads a picture.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNREADABLE}, {@code
   *     FILE_UNSUPPORTED}, {@code OUT_OF_MEMORY}
   */
  LessonPicture look(Path file);

  /** What somebody was about to teach; {@link TeachDraft#EMPTY} at first. */
  TeachDraft draft();

  /** Keeps what somebody is about to teach. */
  void keep(TeachDraft draft);

  /** Whether something that was not taught here has the name, and would be lost. */
  boolean isTaken(String name, boolean lora);

  /** The checkpoints of a training, the first first. */
  List<Checkpoint> checkpoints(String name, boolean lora);

  /**
   * Keeps a checkpoint before the next one takes its place.
   *
   * @param made where the training wrote it
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  Checkpoint keep(TrainingPlan plan, int step, Path made, Optional<PixelImage> picture);

  /** Forgets the checkpoints of an earlier training of that name; what it made stays. */
  void forget(String name, boolean lora);

  /**
   * Lets prompts find this checkpoint under the training's name.
   *
   * @return the file that was replaced
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  Path use(String name, boolean lora, Checkpoint checkpoint);
}
