package io.github.easel.ui.gallery;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Pictures for other programs. */
final class GalleryClipboard {

  private GalleryClipboard() {}

  /** Puts the files on the system's clipboard. */
  static void copy(List<Path> files) {
    ClipboardContent content = new ClipboardContent();
    content.putFiles(files.stream().map(Path::toFile).toList());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
