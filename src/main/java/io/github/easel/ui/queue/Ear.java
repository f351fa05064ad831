package io.github.easel.ui.queue;

import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.task.Job;
import io.github.easel.task.JobListener;
import io.github.easel.ui.viewer.Images;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Hears the queue on its worker's thread and calls the window's thread, once for all that happened
 * until that finds the time: five hundred jobs at once are one call.
 */
final class Ear implements JobListener {

  /** The longer side of a row's picture in pixels: twice what it takes up, for dense screens. */
  private static final int PICTURE = 96;

  /** A look at a picture. */
  record Look(Job job, Preview preview) {}

  private final Executor window;
  private final Runnable refresh;
  private final QueueViewModel.Receiver receiver;
  private final Pace pace;
  private final AtomicBoolean due = new AtomicBoolean();
  private final Set<Job> touched = new LinkedHashSet<>(); // guarded by itself
  private final Map<UUID, Image> pictures = new ConcurrentHashMap<>();
  private volatile @Nullable Look look;

  Ear(Executor window, Runnable refresh, QueueViewModel.Receiver receiver, Pace pace) {
    this.window = window;
    this.refresh = refresh;
    this.receiver = receiver;
    this.pace = pace;
  }

  @Override
  public void changed(Job job) {
    synchronized (touched) {
      touched.add(job);
    }
    lineChanged();
  }

  @Override
  public void finished(Job job, int index, GenerationResult result) {
    receiver.finished(job, index, result);
    pace.learn(job.pictures().get(index), result.timings().total() - result.timings().loading());
    look = null;
    show(job, result.image());
  }

  @Override
  public void previewed(Job job, int index, Preview preview) {
    look = new Look(job, preview);
    show(job, preview.image());
  }

  private void show(Job job, PixelImage image) {
    pictures.put(job.id(), Images.reduced(image, PICTURE));
    changed(job);
  }

  @Override
  public void lineChanged() {
    if (due.compareAndSet(false, true)) {
      window.execute(
          () -> {
            due.set(false);
            refresh.run();
          });
    }
  }

  /** The jobs that something happened to since the last call, each once. */
  List<Job> touched() {
    synchronized (touched) {
      List<Job> jobs = new ArrayList<>(touched);
      touched.clear();
      return jobs;
    }
  }

  /** The last look at the picture that the job is at; null for none. */
  @Nullable Preview look(@Nullable Job job) {
    Look last = look;
    return last != null && last.job() == job ? last.preview() : null;
  }

  /** The small picture of the job's row; null for none. */
  @Nullable Image picture(UUID id) {
    return pictures.get(id);
  }

  /** Lets the small picture go. */
  void forget(UUID id) {
    pictures.remove(id);
  }
}
