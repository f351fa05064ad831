package io.github.easel.app;

import io.github.easel.app.GalleryService.Counting;
import io.github.easel.app.GalleryService.ImportReport;
import io.github.easel.file.FileReason;
import io.github.easel.gallery.FactsReader;
import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.PictureFolders;
import io.github.easel.gallery.PictureIdentity;
import io.github.easel.gallery.PictureKind;
import io.github.easel.gallery.PictureTime;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the pictures of a folder into a collection, as {@code <root>/<day>/<their own name>}. */
final class GalleryImport {

  private static final Logger LOG = LoggerFactory.getLogger(GalleryImport.class);
  private static final int BATCH = 50;

  private final GalleryFolder folder;
  private final PictureCopy copies;
  private final Set<String> met = new HashSet<>();
  private final Map<Path, String> refused = new LinkedHashMap<>();
  private final List<PictureEntry> batch = new ArrayList<>();
  private int copied;
  private int known;
  private int withoutSettings;

  GalleryImport(GalleryFolder folder, PictureCopy copies) {
    this.folder = folder;
    this.copies = copies;
  }

  /**
   * Copies what is not there yet.
   *
   * @throws GenerationException {@code FILE_UNREADABLE} if there is no such folder; {@code
   *     CANCELLED}, what was copied until then stays
   */
  ImportReport from(Path source, Cancellation cancellation, Counting progress) {
    Path whole = source.toAbsolutePath().normalize();
    if (!Files.isDirectory(whole)) {
      FileReason why = Files.exists(whole) ? FileReason.NO_FOLDER : FileReason.NOT_THERE;
      throw GenerationException.unreadable(whole, why.words(), null);
    }
    // What is there already must be known before anything can be told to be new.
    folder.scan().whole(false, cancellation, (done, all) -> {});
    List<Path> files = pictures(whole, cancellation);
    try {
      for (int i = 0; i < files.size(); i++) {
        cancellation.check();
        progress.on(i, files.size());
        if (!take(files.get(i), cancellation)) {
          files
              .subList(i + 1, files.size())
              .forEach(file -> refused.put(file, FileReason.NO_SPACE.words()));
          break;
        }
      }
    } finally {
      index();
    }
    progress.on(files.size(), files.size());
    return new ImportReport(copied, known, refused, withoutSettings);
  }

  private List<Path> pictures(Path source, Cancellation cancellation) {
    List<Path> files = new ArrayList<>();
    PictureFolders.walk(
        source,
        cancellation,
        new PictureFolders.Visitor() {
          @Override
          public void picture(Path file, BasicFileAttributes attributes) {
            files.add(file);
          }

          @Override
          public void unreadable(Path path, IOException reason) {
            refused.put(path, FileReason.of(reason));
          }
        });
    return files;
  }

  /** False if there is no more room, for this or for any other. */
  private boolean take(Path file, Cancellation cancellation) {
    try {
      String identity = PictureIdentity.of(file);
      if (file.startsWith(folder.root())
          || !met.add(identity)
          || !folder.index().identical(identity).isEmpty()) {
        known++;
        return true;
      }
      Optional<PictureEntry> picture = FactsReader.read(file, false);
      if (picture.isEmpty()) {
        refused.put(file, FileReason.NO_PICTURE.words());
        return true;
      }
      String day = PictureTime.of(file, picture.get().modified()).toLocalDate().toString();
      Path copy = copies.copy(file, folder.root().resolve(day), cancellation);
      FactsReader.read(copy, false).ifPresent(this::add);
      return true;
    } catch (IOException e) {
      LOG.info("{} is not taken over: {}", file, e.toString());
      String reason = FileReason.of(e);
      refused.put(file, reason);
      return !reason.equals(FileReason.NO_SPACE.words());
    }
  }

  private void add(PictureEntry entry) {
    copied++;
    if (entry.facts().kind() == PictureKind.UNKNOWN) {
      withoutSettings++;
    }
    batch.add(entry);
    if (batch.size() == BATCH) {
      index();
    }
  }

  private void index() {
    if (!batch.isEmpty()) {
      folder.index().put(batch);
      batch.clear();
    }
  }
}
