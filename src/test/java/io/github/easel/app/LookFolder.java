package io.github.easel.app;

import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.PictureFacts;
import io.github.easel.gallery.PictureIdentity;
import io.github.easel.gallery.PictureKind;
import io.github.easel.gallery.ThumbnailStore;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A folder of pictures for tests, an index over it, and thumbnails; all in one place. */
final class LookFolder implements AutoCloseable {

  private static final LocalDateTime NOON = LocalDateTime.of(2026, 5, 4, 12, 0);

  private final Path folder;
  private final GalleryIndex index;
  private final ThumbnailStore thumbnails;
  private int count;

  LookFolder(Path folder) {
    this.folder = folder;
    index = GalleryIndex.open(folder.resolve("index.db"));
    thumbnails = ThumbnailStore.open(folder.resolve("thumbnails.db"), ThumbnailStore.USUAL_MOST);
  }

  GalleryIndex index() {
    return index;
  }

  ThumbnailStore thumbnails() {
    return thumbnails;
  }

  /** A further picture, a minute younger than the one before. */
  GalleryItem add(String name, PixelImage picture, String prompt, String source)
      throws IOException {
    Path file = folder.resolve(name);
    PngWriter.write(picture, Map.of("Comment", name), file);
    return put(file, prompt, source, false);
  }

  /** A file that is no picture. */
  GalleryItem addDamaged(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, "no picture");
    return put(file, "", "", false);
  }

  /** The same picture in the trash, or brought back. */
  GalleryItem discard(GalleryItem item, boolean discarded) throws IOException {
    PictureFacts facts = item.entry().facts();
    return put(item.entry().file(), facts.prompt(), facts.source(), discarded);
  }

  private GalleryItem put(Path file, String prompt, String source, boolean discarded)
      throws IOException {
    count++;
    PictureFacts facts =
        new PictureFacts(
            source.isEmpty() ? PictureKind.TEXT : PictureKind.REFINED,
            prompt,
            "",
            "starter",
            "",
            "Easel",
            0,
            0,
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            source);
    index.put(
        List.of(
            new PictureEntry(
                file,
                PictureIdentity.of(file),
                NOON.plusMinutes(count),
                Files.getLastModifiedTime(file).toMillis(),
                Files.size(file),
                discarded,
                facts)));
    return index.at(file).orElseThrow();
  }

  /** Looks at all pictures at once. */
  void look(MeaningService meanings) {
    LookReading reading = new LookReading(index, thumbnails, meanings);
    String towers = meanings.towers().orElse("");
    reading.next(towers, Integer.MAX_VALUE).forEach(item -> reading.look(item, towers));
  }

  @Override
  public void close() {
    index.close();
    thumbnails.close();
  }
}
