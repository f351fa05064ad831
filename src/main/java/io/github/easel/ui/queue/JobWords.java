package io.github.easel.ui.queue;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Stage;
import io.github.easel.ui.queue.JobRow.Kind;
import io.github.easel.ui.text.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What a row says. */
record JobWords(Messages messages) {

  /** The beginning of what was typed. */
  String prompt(JobRow row) {
    return row.job().get().draft().words().prompt().isBlank()
        ? row.request().prompt().positive().strip().replaceAll("\\s+", " ")
        : row.job().get().draft().words().prompt().strip().replaceAll("\\s+", " ");
  }

  /** Model, size and number; or why it failed. */
  String below(JobRow row) {
    GenerationException failure = row.failure();
    if (failure != null) {
      return new UserMessages(messages.locale()).of(failure);
    }
    if (row.kind().get() == Kind.SUSPECT) {
      return messages.now("job.SUSPECT.why");
    }
    GenerationRequest request = row.request();
    return messages.now(
        "job.settings",
        request.model(),
        Integer.toString(request.size().width()),
        Integer.toString(request.size().height()),
        row.count());
  }

  /** How things stand with it. */
  String state(JobRow row, boolean paused) {
    if (row.edited().get()) {
      return messages.now("job.edited");
    }
    String done = Integer.toString(row.done().get());
    String count = Integer.toString(row.count());
    String key = "job." + row.kind().get();
    boolean begun = row.done().get() > 0;
    return switch (row.kind().get()) {
      case DRAWING -> drawing(row);
      case STOPPING, SUSPECT, DONE -> messages.now(key);
      case WAITING ->
          begun
              ? messages.now(key + ".begun", done, count)
              : messages.now(paused ? key + ".paused" : key);
      case HELD, FAILED, STOPPED ->
          begun ? messages.now(key + ".begun", done, count) : messages.now(key);
    };
  }

  private String drawing(JobRow row) {
    Progress progress = row.progress().get();
    if (progress == null || progress.stage() != Stage.SAMPLING) {
      return messages.now("job.DRAWING");
    }
    return messages.now(
        row.count() == 1 ? "job.DRAWING.one" : "job.DRAWING.many",
        Integer.toString(progress.step()),
        Integer.toString(progress.steps()),
        Integer.toString(row.done().get() + 1),
        Integer.toString(row.count()));
  }

  static Ikon icon(JobRow row, boolean paused) {
    if (row.edited().get()) {
      return Material2AL.EDIT;
    }
    return switch (row.kind().get()) {
      case DRAWING -> Material2AL.BRUSH;
      case STOPPING, STOPPED -> Material2AL.BLOCK;
      case WAITING -> paused ? Material2MZ.PAUSE : Material2AL.HOURGLASS_EMPTY;
      case HELD -> Material2AL.HISTORY;
      case SUSPECT -> Material2MZ.WARNING;
      case DONE -> Material2AL.CHECK_CIRCLE_OUTLINE;
      case FAILED -> Material2AL.ERROR_OUTLINE;
    };
  }

  /** All of it for those who hear the window. */
  String spoken(JobRow row, boolean paused) {
    return messages.now("job.describe", state(row, paused), prompt(row), below(row));
  }
}
