package io.github.easel.app;

import io.github.easel.task.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the jobs that wait, run or failed, so that the next start finds them however this one ends.
 * Reading and writing take their time, so call it off the window's thread; one call at a time.
 */
public interface QueueStore {

  /** Keeps nothing. */
  QueueStore NONE =
      new QueueStore() {
        @Override
        public Kept load() {
          return Kept.NOTHING;
        }

        @Override
        public void save(List<Job> jobs, boolean paused) {
          // as it says
        }
      };

  /**
   * What an earlier start left.
   *
   * @param jobs in the order in which they were saved: those that waited, {@link Job#held held
   *     back}, and those that failed
   * @param paused whether the queue paused
   * @param setAside a copy of what was kept, if not all of it could be read
   */
  record Kept(List<Job> jobs, boolean paused, Optional<Path> setAside) {

    /** Nothing was left. */
    public static final Kept NOTHING = new Kept(List.of(), false, Optional.empty());

    public Kept {
      jobs = List.copyOf(jobs);
    }
  }

  /**
   * What was saved last. Jobs that cannot be read are left out, and what was kept is set aside
   * then, so that nothing is lost.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE} if it cannot be
   *     set aside; saving would lose it then
   */
  Kept load();

  /**
   * Keeps these jobs in the place of those before: their pictures with the sources that these begin
   * with, how many are made and how often they were begun, and why they failed.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}; what was saved
   *     before is untouched then
   */
  void save(List<Job> jobs, boolean paused);
}
