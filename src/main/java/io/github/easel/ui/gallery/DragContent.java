package io.github.easel.ui.gallery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.ClipboardContent;

/** What pictures are to a program that they are dragged into. */
final class DragContent {

  private DragContent() {}

  /**
   * Their files; of one also the picture itself, for programs that take no files.
   *
   * @param image the picture in its full size, where it is at hand
   */
  static ClipboardContent of(List<Path> files, Optional<Image> image) {
    ClipboardContent content = new ClipboardContent();
    content.putFiles(files.stream().map(Path::toFile).toList());
    if (files.size() == 1) {
      image.ifPresent(content::putImage);
    }
    return content;
  }
}
