package io.github.easel.pipeline;

import io.github.easel.generation.Economy;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Stage;
import java.util.List;
import java.util.Optional;

/** The small pictures that a model draws to show what its convolutions take. */
final class Calibration {

  private static final int STEPS = 8;
  private static final int MOST_SIDE = 256;

  /** One without words, since guidance asks for that too. */
  private static final List<String> PROMPTS =
      List.of(
          "",
          "a photo of a cat in a garden",
          "portrait of a woman, oil painting",
          "a mountain lake at sunrise");

  private Calibration() {}

  /**
   * What is drawn: with the sampling that is wanted, in few steps, all of each in full.
   *
   * @param usual the model's size; larger ones are drawn smaller
   */
  static List<GenerationRequest> requests(GenerationRequest wanted, ImageSize usual) {
    ImageSize size =
        usual.width() > MOST_SIDE || usual.height() > MOST_SIDE
            ? new ImageSize(MOST_SIDE, MOST_SIDE)
            : usual;
    Sampling sampling = wanted.sampling().withSteps(STEPS).withEconomy(Economy.NONE);
    return PROMPTS.stream()
        .map(
            words ->
                new GenerationRequest(
                    new Prompt(words, ""),
                    wanted.model(),
                    size,
                    sampling,
                    Seeding.of(PROMPTS.indexOf(words)),
                    Optional.empty()))
        .toList();
  }

  /** Tells of the steps of one of them as of a part of making ready. */
  static ProgressListener part(ProgressListener listener, int index) {
    return progress -> {
      int all = PROMPTS.size() * progress.steps();
      int done = index * progress.steps() + progress.step();
      listener.on(new Progress(Stage.PREPARING, done, all, progress.secondsPerStep()));
    };
  }
}
