package io.github.easel.ui.gallery;

import io.github.easel.app.PictureLibrary.Made;
import io.github.easel.app.PictureReport;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads pictures of the collection so that the viewer can show them. */
final class KeptReading {

  private static final Logger LOG = LoggerFactory.getLogger(KeptReading.class);
  private static final int CELL = ImageSize.LATENT_FACTOR;

  /** What a file tells, and how large its picture is in pixels. */
  private record Opened(Made made, int width, int height, Optional<LocalDateTime> time) {}

  private final Workers workers;
  private final PicturesViewModel session;
  private final Consumer<GenerationException> onFailure;
  private @Nullable Services services;

  KeptReading(Workers workers, PicturesViewModel session, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.session = session;
    this.onFailure = onFailure;
  }

  void open(Services opened) {
    services = opened;
  }

  /**
   * Reads how the picture in that file was made, and lists it among those of this session.
   *
   * @param wanted asked on the worker: whether it is still wanted
   * @param receiver is given the picture on the window's thread
   * @param gone is told there that there is no such file any more
   */
  void read(Path file, BooleanSupplier wanted, Consumer<Picture> receiver, Runnable gone) {
    Services from = services;
    if (from != null) {
      workers.files().execute(() -> read(file, from, wanted, receiver, gone));
    }
  }

  private void read(
      Path file, Services from, BooleanSupplier wanted, Consumer<Picture> receiver, Runnable gone) {
    if (!wanted.getAsBoolean()) {
      return;
    }
    try {
      Opened found = own(file, from).orElseGet(() -> foreign(file, from));
      workers.window().execute(() -> receiver.accept(atHand(file, found, from)));
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.warn("A kept picture cannot be shown", e);
      boolean lost = !Files.exists(file);
      workers.window().execute(lost ? gone : () -> onFailure.accept(GenerationException.of(e)));
    }
  }

  private Picture atHand(Path file, Opened found, Services from) {
    Picture picture = known(file, found, from);
    found.time().ifPresent(picture::madeAt);
    return picture;
  }

  private Picture known(Path file, Opened found, Services from) {
    return session
        .keptIn(file)
        .orElseGet(
            () ->
                session.addKept(
                    file, found.made(), from.pictures(), found.width(), found.height()));
  }

  private static Optional<Opened> own(Path file, Services from) {
    return from.library()
        .made(file)
        .map(
            made -> {
              ImageSize size = made.provenance().request().size();
              return new Opened(made, size.width(), size.height(), Optional.empty());
            });
  }

  /** Of a picture that another program made: what it says, or its size alone. */
  private static Opened foreign(Path file, Services from) {
    PixelImage pixels = from.pictures().read(file);
    Provenance said = said(file, from).orElseGet(() -> nothing(pixels));
    Optional<LocalDateTime> time = from.gallery().item(file).map(item -> item.entry().made());
    return new Opened(new Made(said, Optional.empty()), pixels.width(), pixels.height(), time);
  }

  private static Optional<Provenance> said(Path file, Services from) {
    try {
      return from.settings().read(file, Optional.empty(), 0).map(KeptReading::provenance);
    } catch (GenerationException e) {
      LOG.info("{} is shown without its settings: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  private static Provenance provenance(PictureReport report) {
    return new Provenance(report.request(), report.request().model(), "", "", "", report.program());
  }

  private static Provenance nothing(PixelImage pixels) {
    GenerationRequest nothing =
        new GenerationRequest(
            Prompt.of(""),
            "",
            new ImageSize(fitting(pixels.width()), fitting(pixels.height())),
            new Sampling(SamplerKind.DDIM, 20, 7),
            0);
    return new Provenance(nothing, "", "", "", "", "");
  }

  private static int fitting(int side) {
    int whole = Math.round(side / (float) CELL) * CELL;
    return Math.max(ImageSize.SMALLEST, Math.min(ImageSize.LARGEST, whole));
  }
}
