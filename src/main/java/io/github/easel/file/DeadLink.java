package io.github.easel.file;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the symbolic link because of which a file seems not to be there. */
public final class DeadLink {

  private DeadLink() {}

  /**
   * The link on the way to a file that leads to nothing, or round and round.
   *
   * @return a failure {@code FILE_UNREADABLE} that names the link; nothing if there is none
   */
  public static Optional<GenerationException> to(Path file) {
    Path way = file.getRoot();
    for (Path step : file) {
      way = way == null ? step : way.resolve(step);
      if (Files.isSymbolicLink(way) && !Files.exists(way)) {
        return Optional.of(refused(way, goesRound(way)));
      }
    }
    return Optional.empty();
  }

  /**
   * Likewise; or else a link in a folder that leads to nothing, or back to the folder or to one
   * that it lies in.
   */
  public static Optional<GenerationException> to(Path file, Path folder) {
    Optional<GenerationException> onTheWay = to(file);
    if (onTheWay.isPresent() || !Files.isDirectory(folder)) {
      return onTheWay;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      Path real = folder.toRealPath();
      for (Path child : children) {
        if (Files.isSymbolicLink(child)) {
          Optional<GenerationException> dead = to(child);
          if (dead.isPresent()) {
            return dead;
          }
          if (real.startsWith(child.toRealPath())) {
            return Optional.of(refused(child, true));
          }
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return Optional.empty(); // what cannot be looked at is told by whoever reads it
    }
    return Optional.empty();
  }

  private static GenerationException refused(Path link, boolean round) {
    FileReason reason = round ? FileReason.LINK_TO_ITSELF : FileReason.LINK_TO_NOTHING;
    return GenerationException.unreadable(link, reason.words(), null);
  }

  /** Systems stop following links after some dozens; one that leads to nothing ends before. */
  private static boolean goesRound(Path link) {
    try {
      return !Files.exists(link.toRealPath());
    } catch (IOException e) {
      return FileReason.of(e).equals(FileReason.LINKS_IN_A_CIRCLE.words());
    }
  }
}
