package io.github.easel.ui.teach;

import io.github.easel.app.TeachDraft;
import io.github.easel.app.TrainingControl;
import io.github.easel.app.TrainingNotes;
import io.github.easel.app.TrainingPlan;
import io.github.easel.app.TrainingPlan.Square;
import io.github.easel.app.TrainingService;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.FakeServices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Learns at once, up to a step of choice. */
public final class FakeTraining implements TrainingService, TrainingNotes {

  public final List<TrainingPlan> plans = Collections.synchronizedList(new ArrayList<>());
  public final List<Checkpoint> used = Collections.synchronizedList(new ArrayList<>());
  public final List<Checkpoint> kept = Collections.synchronizedList(new ArrayList<>());
  public volatile TeachDraft draft = TeachDraft.EMPTY;
  public volatile Needs needs = new Needs(900L << 20, 12L << 30, 0.8, false);
  public volatile boolean available = true;
  public volatile String taken = "";

  /** Somebody stops it there. */
  public volatile int stopAt = Integer.MAX_VALUE;

  public volatile IntFunction<PixelImage> pictures = step -> FakeServices.gradient(96, 96);

  @Override
  public boolean isAvailable() {
    return available;
  }

  @Override
  public Needs needs(TrainingPlan plan) {
    return needs;
  }

  @Override
  public Path train(TrainingPlan plan, Follower follower, TrainingControl control) {
    plans.add(plan);
    Path file = Path.of(plan.name() + ".safetensors");
    int from = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).step();
    for (int step = from + 1; step <= plan.steps(); step++) {
      follower.step(step, plan.steps(), 0.2 / (1 + 0.01 * step) + 0.02 * (step * 37 % 11) / 11);
      if (step % plan.every() == 0 || step == plan.steps()) {
        follower.checkpoint(step, file, Optional.of(pictures.apply(step)));
      }
      if (step == stopAt) {
        throw new GenerationException(Failure.CANCELLED, "cancelled");
      }
    }
    return file;
  }

  @Override
  public LessonPicture look(Path file) {
    String caption = file.toString().contains("told") ? "a cat on a chair" : "";
    return new LessonPicture(
        file,
        300,
        200,
        FakeServices.gradient(300, 200),
        new Square(120, 40, 120),
        new Square(50, 0, 200),
        caption);
  }

  @Override
  public TeachDraft draft() {
    return draft;
  }

  @Override
  public void keep(TeachDraft now) {
    draft = now;
  }

  @Override
  public boolean isTaken(String name, boolean lora) {
    return taken.equals(name);
  }

  @Override
  public List<Checkpoint> checkpoints(String name, boolean lora) {
    return List.copyOf(kept);
  }

  @Override
  public Checkpoint keep(TrainingPlan plan, int step, Path made, Optional<PixelImage> picture) {
    Checkpoint checkpoint = new Checkpoint(step, made, picture);
    kept.add(checkpoint);
    return checkpoint;
  }

  @Override
  public void forget(String name, boolean lora) {
    kept.clear();
  }

  @Override
  public Path use(String name, boolean lora, Checkpoint checkpoint) {
    used.add(checkpoint);
    return checkpoint.file();
  }
}
