package io.github.easel.cli;

import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Stage;
import java.util.Locale;

/** Shows on standard error how far a picture is. */
abstract class ProgressText implements ProgressListener {

  private final Texts texts;
  private String prefix = "";

  ProgressText(Texts texts) {
    this.texts = texts;
  }

  /**
   * Another picture begins.
   *
   * @param number stands before everything, to tell pictures apart
   */
  void begin(String number) {
    prefix = number;
  }

  /** Nothing more is shown of this picture. */
  abstract void end();

  /** What to show: the stage, or the step with its times. */
  final String describe(Progress progress) {
    if (progress.stage() != Stage.SAMPLING) {
      return prefix + texts.of("stage." + progress.stage().name().toLowerCase(Locale.ROOT));
    }
    String step =
        prefix
            + texts.of(
                "progress.step",
                Integer.toString(progress.step()),
                Integer.toString(progress.steps()));
    if (progress.secondsPerStep() <= 0) {
      return step;
    }
    return step
        + texts.of(
            "progress.time",
            Texts.seconds(progress.secondsPerStep()),
            texts.time(progress.secondsLeft()));
  }
}
