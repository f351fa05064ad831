package io.github.easel.gallery;

import java.nio.file.Path;
import java.time.LocalDateTime;

/**
 * A picture's file as it was when it was last read: what the index is rebuilt from.
 *
 * @param file absolute and normalized
 * @param identity tells the picture apart wherever its file lies ({@link PictureIdentity})
 * @param made local time, to the second: from the file's name where Easel gave it, else the time of
 *     its last change
 * @param modified its last change, milliseconds since 1970
 * @param bytes its length
 * @param discarded whether it lies in the trash
 * @param facts what it tells of its making
 */
public record PictureEntry(
    Path file,
    String identity,
    LocalDateTime made,
    long modified,
    long bytes,
    boolean discarded,
    PictureFacts facts) {

  /** The same picture in another place. */
  public PictureEntry movedTo(Path now, boolean inTrash) {
    return new PictureEntry(now, identity, made, modified, bytes, inTrash, facts);
  }
}
