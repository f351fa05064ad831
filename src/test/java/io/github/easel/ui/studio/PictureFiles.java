package io.github.easel.ui.studio;

import io.github.easel.app.PngPictureStore;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Timings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Real files of pictures. */
final class PictureFiles {

  private PictureFiles() {}

  static Path keep(Path folder, GenerationRequest request, PixelImage picture) {
    Provenance made =
        new Provenance(request, request.model(), "", "torch-cpu", "none", "Easel test");
    return new PngPictureStore(folder, Clock.systemUTC())
        .keep(new GenerationResult(picture, made, new Timings(0, 0, 0, 0, 0), List.of()));
  }
}
