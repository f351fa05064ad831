package io.github.easel.ui.viewer;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/**
 * Tells Easel of which file a picture on the clipboard is, so that its settings come with it. A
 * format of Easel's own: as a file, chats and mail would take it with all that is written in it.
 */
public final class CopiedPicture {

  private static final String TYPE = "application/x-easel-picture-file";

  private CopiedPicture() {}

  /** Made once in a process: the toolkit refuses a second one of a name. */
  private static DataFormat format() {
    return Objects.requireNonNullElseGet(
        DataFormat.lookupMimeType(TYPE), () -> new DataFormat(TYPE));
  }

  /** Puts the name of the file beside what is there. */
  static void put(ClipboardContent content, Path file) {
    content.put(format(), file.toAbsolutePath().toString());
  }

  /** The file of the picture on the clipboard, if Easel put it there and it is still to be had. */
  public static Optional<Path> in(Clipboard clipboard) {
    try {
      return clipboard.getContent(format()) instanceof String file
          ? Optional.of(Path.of(file)).filter(Files::isRegularFile)
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty(); // another system's path, from a computer that is shown here
    }
  }
}
