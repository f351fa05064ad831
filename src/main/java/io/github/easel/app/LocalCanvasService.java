package io.github.easel.app;

import io.github.easel.canvas.Belonging;
import io.github.easel.canvas.CanvasStore;
import io.github.easel.canvas.History;
import io.github.easel.canvas.Project;
import io.github.easel.canvas.ProjectFile;
import io.github.easel.generation.GenerationException;
import io.github.easel.task.Threads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the canvas in a folder of the user's, by a thread of its own. */
public final class LocalCanvasService implements CanvasService {

  private static final Logger LOG = LoggerFactory.getLogger(LocalCanvasService.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path folder;
  private final Duration patience;
  private @Nullable CanvasStore store;
  private @Nullable ExecutorService worker;

  /** What is written next. */
  private @Nullable History waiting;

  /** Done when that is written. */
  private CompletableFuture<Void> written = new CompletableFuture<>();

  /**
   * @param folder need not exist
   */
  public LocalCanvasService(Path folder) {
    this(folder, PATIENCE);
  }

  /**
   * @param patience so long closing waits for what is being written
   */
  LocalCanvasService(Path folder, Duration patience) {
    this.folder = folder;
    this.patience = patience;
  }

  @Override
  public synchronized Found open() {
    CanvasStore open = store;
    if (open == null) {
      open = CanvasStore.open(folder);
      store = open;
      worker = Threads.worker("easel-canvas");
    }
    return new Found(open.history(), open.damage(), open.belonging(), open.beside());
  }

  @Override
  public synchronized CompletionStage<Void> keep(History history) {
    ExecutorService thread = worker;
    if (thread == null) {
      throw new IllegalStateException("the canvas is not open");
    }
    if (waiting == null) {
      written = new CompletableFuture<>();
      thread.execute(this::write);
    }
    waiting = history;
    return written;
  }

  @Override
  public synchronized void belongsTo(Optional<Belonging> project) {
    CanvasStore open = store;
    if (worker != null && open != null) {
      worker.execute(() -> open.belongsTo(project));
    }
  }

  /** Whether nothing newer waits. */
  private synchronized boolean idle() {
    return waiting == null;
  }

  private void write() {
    History history;
    CompletableFuture<Void> done;
    CanvasStore open;
    synchronized (this) {
      history = waiting;
      waiting = null;
      done = written;
      open = store;
    }
    if (history == null || open == null) {
      return;
    }
    try {
      open.save(history, this::idle);
      done.complete(null);
    } catch (RuntimeException | OutOfMemoryError e) {
      done.completeExceptionally(GenerationException.of(e));
    }
  }

  @Override
  public void save(Project project, Path file) {
    ProjectFile.write(project, file);
  }

  @Override
  public Project read(Path file) {
    return ProjectFile.read(file);
  }

  @Override
  public void close() {
    Optional<ExecutorService> thread;
    synchronized (this) {
      thread = Optional.ofNullable(worker);
      worker = null;
      // by the worker, behind what waits: nobody else may have the canvas while it still writes
      thread.ifPresent(last -> last.execute(this::giveBack));
    }
    thread.ifPresent(this::finish);
  }

  private void giveBack() {
    CanvasStore open;
    synchronized (this) {
      open = store;
      store = null;
    }
    if (open != null) {
      open.close();
    }
  }

  private void finish(ExecutorService thread) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("The canvas was not kept within {}", patience);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
