package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.Optional;

/** A library without a picture. */
final class EmptyPictureLibrary implements PictureLibrary {

  @Override
  public PixelImage thumbnail(Path file, int longest) {
    throw GenerationException.unreadable(file, "it is not there", null);
  }

  @Override
  public Optional<Made> made(Path file) {
    return Optional.empty();
  }
}
