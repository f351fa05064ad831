package io.github.easel.ui;

import io.github.easel.app.PngPictureStore;
import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps pictures to begin with in memory. */
public final class FakeSources implements SourcePictures {

  private final Map<Path, PixelImage> kept = new ConcurrentHashMap<>();
  private final Map<Path, Mask> masks = new ConcurrentHashMap<>();

  @Override
  public Path keep(Path file) {
    return keep(read(file));
  }

  @Override
  public Path keep(PixelImage image) {
    Path copy = Path.of("sources", image.sha256() + ".png");
    kept.put(copy, image);
    return copy;
  }

  @Override
  public PixelImage read(Path file) {
    PixelImage image = kept.get(file);
    if (image == null && Files.exists(file)) {
      return new PngPictureStore(Path.of(""), Clock.systemUTC()).read(file);
    }
    if (image == null) {
      throw new GenerationException(
          Failure.FILE_UNREADABLE, "no " + file, file.toString(), "it is gone");
    }
    return image;
  }

  @Override
  public Optional<PixelImage> find(String sha256) {
    return Optional.ofNullable(kept.get(Path.of("sources", sha256 + ".png")));
  }

  @Override
  public Path keep(Mask mask) {
    Path copy = Path.of("sources", "mask-" + mask.sha256() + ".png");
    masks.put(copy, mask);
    return copy;
  }

  @Override
  public Mask mask(Path file) {
    Mask mask = masks.get(file);
    if (mask == null) {
      throw new GenerationException(
          Failure.FILE_UNREADABLE, "no " + file, file.toString(), "it is gone");
    }
    return mask;
  }

  @Override
  public Optional<Mask> findMask(String sha256) {
    return Optional.ofNullable(masks.get(Path.of("sources", "mask-" + sha256 + ".png")));
  }
}
