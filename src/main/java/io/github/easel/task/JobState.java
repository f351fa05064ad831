package io.github.easel.task;

/**
 * The states of a {@link Job}.
 *
 * <pre>
 * QUEUED -> RUNNING -> DONE | FAILED | CANCELLED
 * QUEUED -> CANCELLED
 * RUNNING -> QUEUED
 * </pre>
 *
 * <p>A job goes back from RUNNING to QUEUED when its queue pauses between two of its pictures, or
 * closes.
 */
public enum JobState {
  QUEUED,
  RUNNING,
  DONE,
  FAILED,
  CANCELLED;

  /** Whether nothing more will happen. */
  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  /** Whether a job may go from this state to the other in one move. */
  public boolean leadsTo(JobState next) {
    return switch (this) {
      case QUEUED -> next == RUNNING || next == CANCELLED;
      case RUNNING -> next.ended() || next == QUEUED;
      case DONE, FAILED, CANCELLED -> false;
    };
  }
}
