package io.github.easel.app;

import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Look;
import io.github.easel.gallery.PerceptualHash;
import io.github.easel.gallery.ThumbnailStore;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PictureReader;
import io.github.easel.image.Resizing;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at one picture: reads its file once, and keeps of it a thumbnail, the hash of its pixels,
 * the hash of its look and where the towers put it.
 */
final class LookReading {

  private static final Logger LOG = LoggerFactory.getLogger(LookReading.class);

  private final GalleryIndex index;
  private final ThumbnailStore thumbnails;
  private final MeaningService meanings;

  /** Of which there is no look, so that the index offers them again and again. */
  private final Set<String> passedOver = new HashSet<>();

  LookReading(GalleryIndex index, ThumbnailStore thumbnails, MeaningService meanings) {
    this.index = index;
    this.thumbnails = thumbnails;
    this.meanings = meanings;
  }

  /**
   * The newest pictures to look at, without those that were passed over.
   *
   * @param towers the fingerprint of the towers
   * @param most about so many at once
   */
  List<GalleryItem> next(String towers, int most) {
    // those that are passed over come again and must not fill the batch
    return index.lookless(towers, most + passedOver.size()).stream()
        .filter(item -> !passedOver.contains(item.entry().identity()))
        .toList();
  }

  /** How many there are to look at, without those that were passed over. */
  int left(String towers) {
    return index.countLookless(towers) - passedOver.size();
  }

  /** From now on they are tried again. */
  void forgetPassedOver() {
    passedOver.clear();
  }

  /**
   * Looks at the picture and keeps its look; where there is none, it is passed over from now on.
   * One whose file is there but cannot be understood is kept as one that cannot be looked at, so
   * that nobody tries again until the file is another.
   *
   * @param towers the fingerprint of the towers
   * @throws GenerationException if the towers or the index cannot be used
   */
  void look(GalleryItem item, String towers) {
    try {
      if (!lookAt(item, towers)) {
        passedOver.add(item.entry().identity());
      }
    } catch (GenerationException e) {
      throw e; // of what all pictures need
    } catch (RuntimeException e) {
      // One strange picture must not keep all the others from being looked at.
      LOG.warn("{} is passed over", item.entry().file(), e);
      passedOver.add(item.entry().identity());
    }
  }

  /** Returns whether there is a look now; of a picture that is gone there is none. */
  private boolean lookAt(GalleryItem item, String towers) {
    String identity = item.entry().identity();
    Optional<PixelImage> read = read(item);
    if (read.isEmpty()) {
      boolean damaged = Files.isReadable(item.entry().file());
      if (damaged) {
        index.putLook(identity, Look.NONE, towers);
      }
      return damaged;
    }
    PixelImage picture = read.get();
    if (!thumbnails.has(identity)) {
      thumbnails.put(identity, Resizing.within(picture, ThumbnailStore.SIDE));
    }
    Look look = new Look(picture.sha256(), PerceptualHash.of(picture), embedding(picture));
    index.putLook(identity, look, towers);
    return true;
  }

  private static Optional<PixelImage> read(GalleryItem item) {
    try {
      return Optional.of(PictureReader.read(item.entry().file()));
    } catch (GenerationException e) {
      LOG.warn("{} cannot be looked at: {}", item.entry().file(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Some pictures have no direction to the towers, as a network may answer with zeros. */
  private Optional<Embedding> embedding(PixelImage picture) {
    try {
      return meanings.of(picture);
    } catch (IllegalArgumentException e) {
      LOG.warn("no embedding: {}", e.getMessage());
      return Optional.empty();
    }
  }
}
