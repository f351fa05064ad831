package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.MaskPictures;
import io.github.easel.image.PictureReader;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies in one folder, each named after its pixels: {@code <sha256>.png}, and {@code
 * mask-<sha256>.png} of masks.
 */
final class LocalSourcePictures implements SourcePictures {

  private static final Logger LOG = LoggerFactory.getLogger(LocalSourcePictures.class);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private static final int MOST_KNOWN = 2000;

  private final Path folder;

  /** Pictures that were read and are still in use, so that equal ones share their pixels. */
  private final Map<PixelImage, WeakReference<PixelImage>> inUse = new WeakHashMap<>();

  /** Our own finished pictures of this start, by their pixels: they need not be written again. */
  private final Map<String, Path> finished =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Path> eldest) {
              return size() > MOST_KNOWN;
            }
          });

  /**
   * @param folder made when the first picture is kept
   */
  LocalSourcePictures(Path folder) {
    this.folder = folder;
  }

  /**
   * Tells of a picture that was just written, so that it can be a source without writing it again.
   */
  void finished(PixelImage image, Path file) {
    finished.put(image.sha256(), file);
  }

  @Override
  public Path keep(Path file) {
    return keep(read(file));
  }

  @Override
  public Path keep(PixelImage image) {
    String sha256 = image.sha256();
    Path copy = copy(sha256);
    if (find(sha256).isEmpty()) {
      AtomicFile.createFolderOf(copy);
      if (!copied(sha256, copy)) {
        PngWriter.write(image, Map.of(), copy);
      }
    }
    return copy;
  }

  /**
   * Copies a finished picture's file, which is quicker than to compress its pixels again; false
   * where there is no such file any more, or it holds something else. A second name for the same
   * file would need no space, but programs that write into files would change both.
   */
  private boolean copied(String sha256, Path copy) {
    Path file = finished.get(sha256);
    if (file == null) {
      return false;
    }
    try {
      AtomicFile.write(copy, out -> Files.copy(file, out));
    } catch (IOException e) {
      LOG.debug("{} is written anew: {}", file, e.toString());
      return false;
    }
    return find(sha256).isPresent(); // somebody may have changed it
  }

  @Override
  public PixelImage read(Path file) {
    PixelImage image = PictureReader.read(file);
    String sha256 = image.sha256();
    // what lies in this folder can be read again, and so need not fill the memory
    return file.toAbsolutePath().equals(copy(sha256).toAbsolutePath())
        ? shared(image.keptIn(() -> again(file, sha256)))
        : image;
  }

  private static PixelImage again(Path file, String sha256) {
    PixelImage image = PictureReader.read(file);
    if (!image.sha256().equals(sha256)) {
      throw GenerationException.unreadable(file, FileReason.DAMAGED.words(), null);
    }
    return image;
  }

  /** The equal picture that is in use already, if any: every picture made holds its source. */
  private PixelImage shared(PixelImage image) {
    synchronized (inUse) {
      WeakReference<PixelImage> reference = inUse.get(image);
      PixelImage known = reference == null ? null : reference.get();
      if (known != null) {
        return known;
      }
      inUse.put(image, new WeakReference<>(image));
      return image;
    }
  }

  @Override
  public Optional<PixelImage> find(String sha256) {
    // Hashes come out of files: one that is none must not lead anywhere.
    if (!SHA256.matcher(sha256).matches() || !Files.isRegularFile(copy(sha256))) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(copy(sha256))).filter(image -> image.sha256().equals(sha256));
    } catch (GenerationException damaged) {
      LOG.warn("a kept picture is damaged", damaged);
      return Optional.empty();
    }
  }

  private Path copy(String sha256) {
    return folder.resolve(sha256 + ".png");
  }

  @Override
  public Path keep(Mask mask) {
    String sha256 = mask.sha256();
    Path copy = maskCopy(sha256);
    if (findMask(sha256).isEmpty()) {
      AtomicFile.createFolderOf(copy);
      MaskPictures.write(mask, copy);
    }
    return copy;
  }

  @Override
  public Mask mask(Path file) {
    return MaskPictures.read(file);
  }

  @Override
  public Optional<Mask> findMask(String sha256) {
    if (!SHA256.matcher(sha256).matches() || !Files.isRegularFile(maskCopy(sha256))) {
      return Optional.empty();
    }
    try {
      return Optional.of(mask(maskCopy(sha256))).filter(mask -> mask.sha256().equals(sha256));
    } catch (GenerationException damaged) {
      LOG.warn("a kept mask is damaged", damaged);
      return Optional.empty();
    }
  }

  private Path maskCopy(String sha256) {
    return folder.resolve("mask-" + sha256 + ".png");
  }
}
