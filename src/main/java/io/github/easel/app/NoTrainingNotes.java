package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Nothing is taught here. */
final class NoTrainingNotes implements TrainingNotes {

  @Override
  public LessonPicture look(Path file) {
    throw new GenerationException(
        Failure.FILE_UNREADABLE, file + " is not read here", file.toString(), "not read here");
  }

  @Override
  public TeachDraft draft() {
    return TeachDraft.EMPTY;
  }

  @Override
  public void keep(TeachDraft draft) {
    // nothing is kept
  }

  @Override
  public boolean isTaken(String name, boolean lora) {
    return false;
  }

  @Override
  public List<Checkpoint> checkpoints(String name, boolean lora) {
    return List.of();
  }

  @Override
  public Checkpoint keep(TrainingPlan plan, int step, Path made, Optional<PixelImage> picture) {
    return new Checkpoint(step, made, picture);
  }

  @Override
  public void forget(String name, boolean lora) {
    // nothing was kept
  }

  @Override
  public Path use(String name, boolean lora, Checkpoint checkpoint) {
    return checkpoint.file();
  }
}
