package io.github.easel.gallery;

import io.github.easel.generation.GenerationException;
import io.github.easel.metadata.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the index keeps of a picture's file: its header, and its settings as {@link
 * SettingsReader} reads them everywhere. Pixels are decoded only where a PNG file has no settings
 * in its texts: the first rows, and all of them if these begin like a text that is hidden there.
 */
public final class FactsReader {

  private static final Logger LOG = LoggerFactory.getLogger(FactsReader.class);

  private FactsReader() {}

  /**
   * What is to be known of the file; nothing if it is no PNG, JPEG or WebP picture by its first
   * bytes, or no file but a pipe or a device. A picture that is damaged or made to do harm has
   * unknown facts.
   *
   * @param file absolute and normalized
   * @param discarded whether it lies in the trash
   * @throws IOException if the file cannot be read, for one because it is gone
   */
  public static Optional<PictureEntry> read(Path file, boolean discarded) throws IOException {
    // Asked first: what changes while it is read is noticed as changed the next time.
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      return Optional.empty(); // whoever opens a pipe waits for its other end
    }
    Optional<PictureHeader> header = PictureHeader.of(file);
    if (header.isEmpty()) {
      return Optional.empty();
    }
    long modified = attributes.lastModifiedTime().toMillis();
    return Optional.of(
        new PictureEntry(
            file,
            PictureIdentity.of(file),
            PictureTime.of(file, modified),
            modified,
            attributes.size(),
            discarded,
            facts(file, header.get())));
  }

  private static PictureFacts facts(Path file, PictureHeader header) {
    try {
      return SettingsReader.read(file)
          .map(found -> FoundFacts.of(found, header.width(), header.height()))
          .orElseGet(() -> PictureFacts.unknown(header.width(), header.height()));
    } catch (GenerationException e) {
      LOG.info("Nothing is known of {}: {}", file, e.getMessage());
    } catch (RuntimeException e) {
      // One strange file must not end the reading of all the others.
      LOG.warn("Nothing is known of {}", file, e);
    }
    return PictureFacts.unknown(header.width(), header.height());
  }
}
