package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.FileTree;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.RandomShapes;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A model of a family's real shapes with random weights, so that anyone can measure without a
 * download. It and all that is made ready of it lie in a folder of their own, which goes when this
 * is closed.
 */
public final class RandomFamily implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RandomFamily.class);

  private final Path folder;
  private final String name;

  private RandomFamily(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /**
   * Writes the weights, some gigabytes for the real families.
   *
   * @param kind the family's name: one of {@link RandomShapes}
   * @param parent the folder to make the model's in
   * @param half whether in half precision, as most models are published
   * @throws GenerationException {@code FILE_UNWRITABLE}, {@code CANCELLED}
   */
  public static RandomFamily make(
      String kind, boolean half, Path parent, Cancellation cancellation) {
    Path folder = parent.resolve("bench-" + ProcessHandle.current().pid());
    RandomFamily made = new RandomFamily(folder, kind + "-random");
    boolean whole = false;
    try {
      AtomicFile.createFolder(folder);
      RandomShapes.find(kind)
          .orElseThrow(() -> new IllegalArgumentException(kind))
          .write(half, folder.resolve("models").resolve(made.name), cancellation);
      whole = true;
      return made;
    } catch (IOException e) {
      throw GenerationException.unwritable(folder, FileReason.of(e), e);
    } finally {
      if (!whole) {
        made.close();
      }
    }
  }

  /** Whether there is a family of that name: sd15, sd21, sdxl, or tiny for trying the bench. */
  public static boolean knows(String kind) {
    return RandomShapes.find(kind).isPresent();
  }

  /** The model's name in its services. */
  public String name() {
    return name;
  }

  /** Services that have this model alone. */
  public Services open(ServiceOptions options) {
    return LocalServices.open(
        new Places(folder, folder.resolve("data"), folder.resolve("pictures")), options);
  }

  @Override
  public void close() {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      LOG.warn("{} cannot be taken away: {}", folder, e.toString());
    }
  }
}
