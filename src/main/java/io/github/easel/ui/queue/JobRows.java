package io.github.easel.ui.queue;

import io.github.easel.task.Job;
import io.github.easel.task.JobState;
import io.github.easel.task.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the list: the running job, those that wait in their order, and those that ended in
 * this session, newest first.
 */
final class JobRows {

  /** So many that ended are listed; the oldest go. */
  private static final int MOST_ENDED = 300;

  private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
  private final Map<UUID, JobRow> byId = new HashMap<>();
  private final List<JobRow> ended = new ArrayList<>();

  ObservableList<JobRow> list() {
    return rows;
  }

  /** The rows of jobs that ended, newest first. */
  List<JobRow> ended() {
    return ended;
  }

  @Nullable JobRow find(UUID id) {
    return byId.get(id);
  }

  /**
   * Takes over how things stand.
   *
   * @param touched jobs that something happened to
   * @param stopping the job that was asked to stop, if any
   * @return the ids whose rows are gone
   */
  Set<UUID> update(Line line, Collection<Job> touched, @Nullable Job stopping) {
    List<JobRow> next = new ArrayList<>();
    Set<UUID> open = new HashSet<>();
    for (Job job : line.open()) {
      open.add(job.id());
      next.add(updated(job, stopping));
    }
    ended.removeIf(row -> open.contains(row.id())); // begun again
    for (Job job : touched) {
      if (job.state().ended() && !open.contains(job.id())) {
        end(job);
      }
    }
    while (ended.size() > MOST_ENDED) {
      ended.remove(ended.size() - 1);
    }
    next.addAll(ended);
    Set<UUID> gone = new HashSet<>(byId.keySet());
    next.forEach(row -> gone.remove(row.id()));
    byId.keySet().removeAll(gone);
    show(next);
    return gone;
  }

  private JobRow updated(Job job, @Nullable Job stopping) {
    JobRow row = byId.computeIfAbsent(job.id(), id -> new JobRow(job));
    row.update(job, job == stopping, job.progress().orElse(null));
    return row;
  }

  private void end(Job job) {
    JobRow known = byId.get(job.id());
    if (job.state() == JobState.CANCELLED && (known == null || !known.drew())) {
      return; // it never came to drawing, and is not worth a row
    }
    JobRow row = updated(job, null);
    if (!ended.contains(row)) {
      ended.add(0, row);
    }
  }

  /** Lists jobs of an earlier start that failed then. */
  void addEnded(List<Job> jobs) {
    jobs.forEach(this::end);
  }

  /** Takes these rows of ended jobs away. */
  void remove(Collection<JobRow> gone) {
    ended.removeAll(gone);
  }

  /** Puts rows of ended jobs back where they were, the first first. */
  void restore(Map<Integer, JobRow> places) {
    places.forEach(
        (index, row) -> {
          if (!ended.contains(row)) {
            ended.add(Math.min(index, ended.size()), row);
            byId.put(row.id(), row);
          }
        });
  }

  /** Changes as little of the list as can be, so that it keeps its place. */
  private void show(List<JobRow> next) {
    int from = 0;
    while (from < Math.min(rows.size(), next.size()) && rows.get(from) == next.get(from)) {
      from++;
    }
    int oldEnd = rows.size();
    int newEnd = next.size();
    while (oldEnd > from && newEnd > from && rows.get(oldEnd - 1) == next.get(newEnd - 1)) {
      oldEnd--;
      newEnd--;
    }
    if (oldEnd > from) {
      rows.remove(from, oldEnd);
    }
    if (newEnd > from) {
      rows.addAll(from, next.subList(from, newEnd));
    }
  }

  /** All that wait, in their order. */
  List<JobRow> waiting() {
    List<JobRow> waiting = new ArrayList<>();
    for (Iterator<JobRow> all = rows.iterator(); all.hasNext(); ) {
      JobRow row = all.next();
      if (row.kind().get().waits()) {
        waiting.add(row);
      }
    }
    return waiting;
  }
}
