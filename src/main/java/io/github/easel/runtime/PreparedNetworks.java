package io.github.easel.runtime;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.FileTree;
import io.github.easel.file.PartFile;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of networks that an engine has made ready, so that it need not do so at every start.
 * Whatever is in it can be made again; what was not used for the longest time goes first when there
 * is too much. Two programs may use it at once.
 */
public final class PreparedNetworks {

  private static final Logger LOG = LoggerFactory.getLogger(PreparedNetworks.class);
  private static final String GRAPH = "model.onnx";
  private static final String ABOUT = "model.txt";

  /** What nobody wrote at for so long was left by a program that ended. */
  private static final Duration LEFT_BEHIND = Duration.ofHours(1);

  private final Path folder;
  private final LongSupplier most;

  /**
   * A folder, made when something is put into it.
   *
   * @param most bytes that it may hold
   */
  public PreparedNetworks(Path folder, LongSupplier most) {
    this.folder = folder;
    this.most = most;
  }

  /**
   * One of them.
   *
   * @param about the file that it was made of
   * @param bytes on disk
   * @param used when it was last opened
   */
  public record Prepared(Path folder, String about, long bytes, Instant used) {}

  /** The graph's file for a key, if it is there; it counts as used now. */
  public Optional<Path> find(String key) {
    Path graph = folder.resolve(key).resolve(GRAPH);
    if (!Files.isRegularFile(graph)) {
      return Optional.empty();
    }
    try {
      Files.setLastModifiedTime(graph, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LOG.warn("{} cannot be touched: {}", graph, e.toString());
    }
    return Optional.of(graph);
  }

  /**
   * Puts one there.
   *
   * @param about the file that it is made of
   * @param writing writes the graph's file that it is given, and others beside it
   * @throws GenerationException {@code FILE_UNWRITABLE}, or what the writing throws; then nothing
   *     is left of it
   */
  public Path make(String key, Path about, Consumer<Path> writing) {
    Path target = folder.resolve(key);
    Path part = PartFile.beside(target);
    try {
      PartFile.clear(folder, Instant.now().minus(LEFT_BEHIND));
      AtomicFile.createFolder(part);
      try {
        Files.writeString(part.resolve(ABOUT), about.toString());
        writing.accept(part.resolve(GRAPH));
        if (!Files.exists(target)) {
          AtomicFile.replace(part, target);
        }
      } finally {
        delete(part);
      }
      trim(target);
      return target.resolve(GRAPH);
    } catch (IOException e) {
      throw GenerationException.unwritable(target, FileReason.of(e), e);
    }
  }

  /** Takes one away, as when it turns out to be damaged. */
  public void remove(String key) {
    delete(folder.resolve(key));
  }

  /** All that there are, the last used first. */
  public List<Prepared> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> Files.isRegularFile(child.resolve(GRAPH)))
          .flatMap(child -> read(child).stream())
          .sorted(Comparator.comparing(Prepared::used).reversed())
          .toList();
    } catch (IOException e) {
      LOG.warn("{} cannot be listed: {}", folder, e.toString());
      return List.of();
    }
  }

  private static Optional<Prepared> read(Path child) {
    try (Stream<Path> files = Files.list(child)) {
      long bytes = 0;
      for (Path file : files.toList()) {
        bytes += Files.size(file);
      }
      Instant used = Files.getLastModifiedTime(child.resolve(GRAPH)).toInstant();
      return Optional.of(new Prepared(child, Files.readString(child.resolve(ABOUT)), bytes, used));
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", child, e.toString());
      return Optional.empty();
    }
  }

  /** Takes all of them away. */
  public void clear() {
    all().forEach(one -> delete(one.folder()));
  }

  private void trim(Path kept) {
    long room = most.getAsLong();
    for (Prepared one : all()) {
      room -= one.bytes();
      if (room < 0 && !one.folder().equals(kept)) {
        delete(one.folder());
      }
    }
  }

  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be taken away: {}", folder, e.toString());
    }
  }
}
