package io.github.easel.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.PartFile;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A canvas and its steps on the disk, as they were when {@link #save} returned last, however the
 * program ended (docs/canvas.md). One thread at a time.
 */
public final class CanvasStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CanvasStore.class);
  private static final int MOST_PROGRAMS = 64;
  private static final int TILES_BETWEEN_SWEEPS = 4096;

  private final Path folder;
  private final FolderLock lock;
  private final TileFolder tiles;
  private final Manifests manifests;

  /** Not as long as a manifest lies aside, which nothing could be made of without its tiles. */
  private final boolean sweeps;

  private final BelongingFile belonging;

  /** Whether another program had the canvas. */
  private final boolean beside;

  private Optional<History> history;
  private Optional<GenerationException> damage = Optional.empty();

  private CanvasStore(Path folder, FolderLock lock, boolean beside) throws IOException {
    this.folder = folder;
    this.beside = beside;
    this.lock = lock;
    this.tiles = new TileFolder(folder.resolve("tiles"));
    this.manifests = new Manifests(folder);
    this.belonging = new BelongingFile(folder.resolve("project.json"), this::name);
    this.history = find();
    manifests.setDamagedAside(damage.isPresent() && history.isEmpty());
    // nobody else writes here as long as the lock is held
    PartFile.clear(folder, Instant.MAX);
    sweeps = damage.isEmpty() && !manifests.aside();
    if (sweeps) {
      tiles.sweep(manifests.tiles());
    }
  }

  /**
   * Opens the store, or where another program has it open the next one: {@code folder/1}, {@code
   * folder/2} and so on.
   *
   * @param folder need not exist
   * @throws GenerationException {@link Failure#FILE_UNWRITABLE}
   */
  public static CanvasStore open(Path folder) {
    try {
      for (int i = 1; i <= MOST_PROGRAMS; i++) {
        Path own = folder.resolve(Integer.toString(i));
        AtomicFile.createFolder(own);
        Optional<FolderLock> lock = FolderLock.take(own);
        if (lock.isPresent()) {
          return open(own, lock.get(), i > 1);
        }
      }
      throw new IOException("too many programs have it open");
    } catch (IOException e) {
      throw GenerationException.unwritable(folder, FileReason.of(e), e);
    }
  }

  private static CanvasStore open(Path folder, FolderLock lock, boolean beside) throws IOException {
    try {
      return new CanvasStore(folder, lock, beside);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** What an earlier start left; nothing at the first one, nor once something was saved. */
  public Optional<History> history() {
    return history;
  }

  /** What could not be read of it: {@link Failure#CANVAS_DAMAGED}, {@link Failure#CANVAS_LOST}. */
  public Optional<GenerationException> damage() {
    return damage;
  }

  /** Whether another program had the canvas, so that this is one beside it. */
  public boolean beside() {
    return beside;
  }

  /**
   * The project that the canvas of an earlier start belongs to, if it still lies there; of one that
   * was changed since it is not known what it holds.
   */
  public Optional<Belonging> belonging() {
    try {
      return history.flatMap(belonging::read);
    } catch (UncheckedIOException e) {
      LOG.warn("It is not known to which project {} belongs: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  /**
   * Remembers to which project the canvas belongs, if to any. What cannot be remembered costs a
   * line in the log: it is only asked more often whether something is to be saved.
   */
  public void belongsTo(Optional<Belonging> project) {
    try {
      belonging.write(project);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("To which project {} belongs is not remembered: {}", folder, e.toString());
    }
  }

  private Optional<History> find() throws IOException {
    int lost = manifests.damaged().isEmpty() ? 0 : 1;
    for (JsonNode manifest : manifests.whole()) {
      try {
        Whole whole =
            Whole.of(
                StatesReading.read(
                    manifest, name -> Optional.of(name).filter(tiles::holds).map(this::tile)),
                manifest.path("now").asInt());
        lost += whole.lost();
        if (whole.history().isPresent()) {
          tell(lost, whole.history().get());
          return whole.history();
        }
      } catch (IOException e) {
        LOG.warn("A manifest in {} cannot be used: {}", folder, e.toString());
        lost++;
      }
    }
    if (lost > 0) {
      damage =
          Optional.of(
              new GenerationException(
                  Failure.CANVAS_LOST, "nothing in " + folder + " is whole", folder.toString()));
    }
    return Optional.empty();
  }

  private void tell(int lost, History found) {
    if (lost > 0) {
      damage =
          Optional.of(
              new GenerationException(
                  Failure.CANVAS_DAMAGED,
                  lost + " steps in " + folder + " are damaged, " + found.states().size() + " not",
                  Integer.toString(lost)));
    }
  }

  private Tile tile(String name) {
    return Tile.at(tiles.file(name));
  }

  /**
   * Writes a history in the place of the one before. Pixels that only states far from the present
   * hold may be gone from memory afterwards; they are read again when they are needed.
   *
   * @throws GenerationException {@link Failure#FILE_UNWRITABLE}; what was saved before is untouched
   */
  public void save(History next) {
    save(next, () -> true);
  }

  /**
   * Likewise.
   *
   * @param newest whether nobody has a newer history yet; pixels stay in memory otherwise
   */
  public void save(History next, BooleanSupplier newest) {
    try {
      ObjectNode states = StatesJson.write(next.states(), this::name);
      manifests.write(states, next.now());
      history = Optional.empty(); // its old states need not stay in memory for it
    } catch (IOException e) {
      throw GenerationException.unwritable(folder, FileReason.of(e), e);
    } catch (UncheckedIOException e) {
      IOException cause = Objects.requireNonNull(e.getCause());
      throw GenerationException.unwritable(folder, FileReason.of(cause), cause);
    }
    Resting.letFarStatesRest(next, newest);
    if (sweeps && tiles.written() > TILES_BETWEEN_SWEEPS) {
      tiles.sweep(manifests.tiles());
    }
  }

  private String name(Tile tile) {
    try {
      return tiles.keep(tile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets other programs have it. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("The canvas in {} stays locked: {}", folder, e.toString());
    }
  }
}
