package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureReader;
import io.github.easel.image.PictureSettings;
import io.github.easel.image.Resizing;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the files that {@link PngPictureStore} wrote. */
final class LocalPictureLibrary implements PictureLibrary {

  @Override
  public PixelImage thumbnail(Path file, int longest) {
    return Resizing.within(PictureReader.read(file), longest);
  }

  @Override
  public Optional<Made> made(Path file) {
    return PictureFile.settings(file)
        .filter(PictureSettings.Own.class::isInstance)
        .map(PictureSettings.Own.class::cast)
        .map(own -> new Made(own.provenance(), own.seconds()));
  }
}
