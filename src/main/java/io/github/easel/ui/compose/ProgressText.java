package io.github.easel.ui.compose;

import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import io.github.easel.task.Job;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** How far a picture is, in words. */
final class ProgressText {

  private static final int MINUTE = 60;
  private static final int IN_MINUTES_FROM = 90;

  private ProgressText() {}

  /** How far the running job is; or that the line is held up. */
  static String of(QueueViewModel line, Messages messages) {
    Job job = line.running().get();
    if (job == null) {
      return messages.now(line.paused().get() ? "progress.PAUSED" : "progress.WAITING");
    }
    String picture = of(line.progress().get(), messages);
    int pictures = job.pictures().size();
    return pictures == 1
        ? picture
        : messages.now(
            "progress.picture",
            Integer.toString(Math.min(pictures, job.done() + 1)),
            Integer.toString(pictures),
            picture);
  }

  private static String of(@Nullable Progress progress, Messages messages) {
    if (progress == null) {
      return messages.now("progress.WAITING");
    }
    String doing =
        messages.now(
            "progress." + progress.stage(),
            Integer.toString(progress.step()),
            Integer.toString(progress.steps()));
    long left = (long) Math.ceil(progress.secondsLeft());
    if (progress.stage() != Stage.SAMPLING || left == 0) {
      return doing;
    }
    return left < IN_MINUTES_FROM
        ? messages.now("progress.left.seconds", doing, Long.toString(left))
        : messages.now("progress.left.minutes", doing, Long.toString((left + MINUTE / 2) / MINUTE));
  }
}
