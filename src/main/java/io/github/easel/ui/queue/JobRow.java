package io.github.easel.ui.queue;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Progress;
import io.github.easel.task.Job;
import io.github.easel.task.JobState;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** A job as the list shows it, through all that becomes of it. It stays the same under its id. */
public final class JobRow {

  /** What a row can say of its job. */
  public enum Kind {
    DRAWING,
    STOPPING,
    WAITING,
    /** Left from an earlier start, and not let go yet. */
    HELD,
    /** Likewise, and the program ended twice while it was drawn. */
    SUSPECT,
    DONE,
    FAILED,
    STOPPED;

    /** Whether nothing more will happen by itself. */
    public boolean ended() {
      return this == DONE || this == FAILED || this == STOPPED;
    }

    /** Whether it stands in the line, and so can be put elsewhere. */
    public boolean waits() {
      return this == WAITING || this == HELD || this == SUSPECT;
    }
  }

  /** So often a job may be begun in vain before it is not begun by itself any more. */
  static final int MOST_BEGUN = 2;

  private final UUID id;
  private final ReadOnlyObjectWrapper<Job> job = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(Kind.WAITING);
  private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Image> picture = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper edited = new ReadOnlyBooleanWrapper();
  private boolean drew;

  JobRow(Job job) {
    this.id = job.id();
    this.job.set(job);
  }

  /** Takes over how things stand. */
  void update(Job now, boolean stopping, @Nullable Progress report) {
    JobState state = now.state();
    job.set(now);
    done.set(now.done());
    drew |= state == JobState.RUNNING;
    kind.set(
        switch (state) {
          case QUEUED -> waiting(now);
          case RUNNING -> stopping ? Kind.STOPPING : Kind.DRAWING;
          case DONE -> Kind.DONE;
          case FAILED -> Kind.FAILED;
          case CANCELLED -> Kind.STOPPED;
        });
    progress.set(state == JobState.RUNNING ? report : null);
  }

  private static Kind waiting(Job job) {
    if (!job.held()) {
      return Kind.WAITING;
    }
    return job.begun() < MOST_BEGUN ? Kind.HELD : Kind.SUSPECT;
  }

  /** Whether any of it was drawn before the eyes of the user. */
  boolean drew() {
    return drew;
  }

  /** It was taken out of the line, so that its end is nothing to tell. */
  void forgetDrawing() {
    drew = false;
  }

  void look(@Nullable Image image) {
    picture.set(image);
  }

  void edit(boolean now) {
    edited.set(now);
  }

  public UUID id() {
    return id;
  }

  /** The job; another of the same id after it was changed or begun again. */
  public ReadOnlyObjectProperty<Job> job() {
    return job.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Kind> kind() {
    return kind.getReadOnlyProperty();
  }

  /** How many of its pictures are finished. */
  public ReadOnlyIntegerProperty done() {
    return done.getReadOnlyProperty();
  }

  /** How many pictures it has. */
  public int count() {
    return job.get().pictures().size();
  }

  /** How far its present picture is; null unless it is being drawn. */
  public ReadOnlyObjectProperty<Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** A small look at its present or last picture; null while there is none. */
  public ReadOnlyObjectProperty<Image> picture() {
    return picture.getReadOnlyProperty();
  }

  /** Whether its settings are being edited. */
  public ReadOnlyBooleanProperty edited() {
    return edited.getReadOnlyProperty();
  }

  /** Why it failed; null unless it did. */
  public @Nullable GenerationException failure() {
    return job.get().failure().orElse(null);
  }

  /** The request of its first picture, which the others differ from little. */
  public GenerationRequest request() {
    return job.get().pictures().get(0);
  }
}
