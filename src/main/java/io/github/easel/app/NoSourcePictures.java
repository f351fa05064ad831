package io.github.easel.app;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.MaskPictures;
import io.github.easel.image.PictureReader;
import java.nio.file.Path;
import java.util.Optional;

/** Reads pictures and keeps none. */
final class NoSourcePictures implements SourcePictures {

  @Override
  public Path keep(Path file) {
    return file;
  }

  @Override
  public Path keep(PixelImage image) {
    throw new UnsupportedOperationException("there is no place to keep pictures");
  }

  @Override
  public PixelImage read(Path file) {
    return PictureReader.read(file);
  }

  @Override
  public Optional<PixelImage> find(String sha256) {
    return Optional.empty();
  }

  @Override
  public Path keep(Mask mask) {
    throw new UnsupportedOperationException("there is no place to keep masks");
  }

  @Override
  public Mask mask(Path file) {
    return MaskPictures.read(file);
  }

  @Override
  public Optional<Mask> findMask(String sha256) {
    return Optional.empty();
  }
}
