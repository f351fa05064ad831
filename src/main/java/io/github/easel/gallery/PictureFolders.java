package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Walks over the pictures of a folder and of all below it. Symbolic links are followed, but no
 * folder is entered twice, whichever way leads there, so that links in a circle end; of two ways
 * the one without links is taken. What is hidden or still being written is passed over.
 */
public final class PictureFolders {

  /** The folder of a collection whose pictures are discarded. */
  public static final String TRASH = "Trash";

  private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "jpe", "jfif", "webp");
  private static final String WRITING = ".part";

  /** Is told what there is. */
  public interface Visitor {

    /** A folder whose content follows. */
    default void folder(Path folder) {}

    /** A file with the ending of a picture. */
    void picture(Path file, BasicFileAttributes attributes);

    /** A folder or file that cannot be looked at. */
    default void unreadable(Path path, IOException reason) {}
  }

  private final Cancellation cancellation;
  private final Visitor visitor;
  private final Deque<Path> folders = new ArrayDeque<>();
  private final Deque<Path> links = new ArrayDeque<>();
  private final Set<Path> entered = new HashSet<>();

  private PictureFolders(Cancellation cancellation, Visitor visitor) {
    this.cancellation = cancellation;
    this.visitor = visitor;
  }

  /**
   * Walks; files of a folder come by their names.
   *
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}
   */
  public static void walk(Path folder, Cancellation cancellation, Visitor visitor) {
    PictureFolders walk = new PictureFolders(cancellation, visitor);
    walk.folders.add(folder);
    while (!walk.folders.isEmpty() || !walk.links.isEmpty()) {
      cancellation.check();
      walk.enter(walk.folders.isEmpty() ? walk.links.remove() : walk.folders.remove());
    }
  }

  /** Whether the file's name has the ending of a picture. */
  public static boolean isPicture(Path file) {
    String name = String.valueOf(file.getFileName());
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  /** Whether a file or folder of that name is hidden, or is still being written. */
  static boolean isPassedOver(Path name) {
    String text = name.toString();
    return text.startsWith(".") || text.endsWith(WRITING);
  }

  /**
   * Whether the path's text leads back to it: no text does to names with letters that the locale
   * cannot map.
   */
  static boolean hasText(Path path) {
    try {
      return Path.of(path.toString()).equals(path);
    } catch (InvalidPathException unmappable) {
      return false;
    }
  }

  private void enter(Path folder) {
    try {
      if (!entered.add(folder.toRealPath())) {
        return;
      }
      visitor.folder(folder);
      for (Path child : children(folder)) {
        cancellation.check();
        meet(child);
      }
    } catch (IOException e) {
      visitor.unreadable(folder, e);
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    Collections.sort(children);
    return children;
  }

  private void meet(Path child) {
    if (isPassedOver(child.getFileName())) {
      return;
    }
    try {
      BasicFileAttributes own =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      BasicFileAttributes attributes =
          own.isSymbolicLink() ? Files.readAttributes(child, BasicFileAttributes.class) : own;
      if (attributes instanceof DosFileAttributes dos && dos.isHidden()) {
        return;
      }
      if (attributes.isDirectory()) {
        (own.isSymbolicLink() ? links : folders).add(child);
      } else if (attributes.isRegularFile() && isPicture(child)) {
        visitor.picture(child, attributes);
      }
    } catch (IOException e) {
      visitor.unreadable(child, e); // gone by now, or a link that leads nowhere
    }
  }
}
