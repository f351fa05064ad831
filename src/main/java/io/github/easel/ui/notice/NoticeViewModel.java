package io.github.easel.ui.notice;

import io.github.easel.app.DesktopNotices;
import io.github.easel.app.FailureContext;
import io.github.easel.app.UserMessages;
import io.github.easel.settings.Settings;
import io.github.easel.task.Job;
import io.github.easel.task.JobState;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.text.Messages;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * Tells that the last job has ended, or that one failed, while the window is not in front. Never
 * while it is, and nothing of what the user ended.
 */
public final class NoticeViewModel {

  private final QueueViewModel line;
  private final ObservableValue<Settings> settings;
  private final ObservableBooleanValue inFront;
  private final DesktopNotices desktop;
  private final Messages messages;
  private final ReadOnlyBooleanWrapper unseen = new ReadOnlyBooleanWrapper();
  private int finished;

  /** Pictures that the running job had before its turn began; they were counted then, or never. */
  private int before;

  /**
   * @param inFront whether the user is looking at the window
   */
  public NoticeViewModel(
      QueueViewModel line,
      ObservableValue<Settings> settings,
      ObservableBooleanValue inFront,
      DesktopNotices desktop,
      Messages messages) {
    this.line = line;
    this.settings = settings;
    this.inFront = inFront;
    this.desktop = desktop;
    this.messages = messages;
    line.running().addListener((property, old, now) -> turn(old, now));
    inFront.addListener(
        changed -> {
          if (inFront.get()) {
            unseen.set(false);
            finished = 0;
          }
        });
  }

  private void turn(@Nullable Job old, @Nullable Job now) {
    ended(old);
    before = now == null ? 0 : now.done();
  }

  private void ended(@Nullable Job job) {
    if (job == null) {
      return; // the next one begins
    }
    if (inFront.get()) {
      finished = 0;
      return;
    }
    finished += job.done() - before;
    if (job.state() == JobState.FAILED) {
      job.failure()
          .map(reason -> new UserMessages(messages.locale()).report(reason, FailureContext.UNKNOWN))
          .ifPresent(told -> tell(false, "notice.failed", told.what() + " " + told.advice()));
    } else if (job.state() == JobState.DONE && line.waiting().isEmpty()) {
      tell(true, "notice.done", messages.now("notice.pictures", finished));
    }
  }

  private void tell(boolean well, String title, String text) {
    unseen.set(true);
    Settings.Notices wanted = settings.getValue().notices();
    if (wanted.desktop()) {
      desktop.show(messages.now(title), text);
    }
    if (wanted.sound()) {
      desktop.chime(well);
    }
  }

  /** Whether something was told that the user has not come back for yet. */
  public ReadOnlyBooleanProperty unseen() {
    return unseen.getReadOnlyProperty();
  }
}
