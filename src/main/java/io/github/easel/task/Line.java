package io.github.easel.task;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A queue as it was at one moment.
 *
 * @param running the job whose pictures were being made
 * @param waiting those that waited, in their order
 * @param paused whether no further picture was begun
 */
public record Line(Optional<Job> running, List<Job> waiting, boolean paused) {

  /** A line of nobody. */
  public static final Line EMPTY = new Line(Optional.empty(), List.of(), false);

  public Line {
    waiting = List.copyOf(waiting);
  }

  /** All jobs that had not ended, the running one first. */
  public List<Job> open() {
    return Stream.concat(running.stream(), waiting.stream()).toList();
  }
}
