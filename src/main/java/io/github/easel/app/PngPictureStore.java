package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.PartFile;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureFile.CopyKind;
import io.github.easel.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps pictures as {@code <root>/<yyyy-MM-dd>/<HHmmss>-<seed>-<first words of the prompt>.png}.
 * Thread-safe.
 */
public final class PngPictureStore implements PictureStore {

  private static final Logger LOG = LoggerFactory.getLogger(PngPictureStore.class);

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

  private static final String ENDING = ".png";

  private final Supplier<Path> root;
  private final Clock clock;
  private final BiConsumer<PixelImage, Path> onKept;

  /**
   * @param root the collection's folder; made when the first picture is kept
   * @param clock tells the local time that names are made from
   */
  public PngPictureStore(Path root, Clock clock) {
    this(() -> root, clock, (picture, file) -> {});
  }

  /**
   * @param root likewise, asked at every picture
   * @param onKept is told of every picture that was kept, and where
   */
  PngPictureStore(Supplier<Path> root, Clock clock, BiConsumer<PixelImage, Path> onKept) {
    this.root = root;
    this.clock = clock;
    this.onKept = onKept;
  }

  @Override
  public Path keep(GenerationResult result) {
    GenerationRequest request = result.provenance().request();
    LocalDateTime now = LocalDateTime.now(clock);
    String name = PictureName.of(now, request.seed(), request.prompt().positive());
    Path file = keep(result, file(root.get().resolve(DAY.format(now)), name));
    onKept.accept(result.image(), file);
    return file;
  }

  /** Two pictures of one second and seed get two names, also those of two programs. */
  private Path keep(GenerationResult result, Path wanted) {
    Path part = PartFile.beside(wanted);
    try {
      write(result, part);
      return FreeName.move(part, wanted);
    } catch (IOException e) {
      throw GenerationException.unwritable(wanted, FileReason.of(e), e);
    } catch (GenerationException e) {
      // The temporary name says nothing to anybody.
      throw e.failure() == Failure.FILE_UNWRITABLE && e.getCause() != null
          ? GenerationException.unwritable(wanted, e.details().get(1), e.getCause())
          : e;
    } finally {
      clear(part);
    }
  }

  private static void clear(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      LOG.warn("{} stays for now: {}", part, e.toString());
    }
  }

  @Override
  public void write(GenerationResult result, Path file) {
    AtomicFile.createFolderOf(file);
    double seconds = result.timings().total();
    PictureFile.write(result.image(), result.provenance(), Optional.of(seconds), file);
  }

  @Override
  public void export(GenerationResult result, Path file, ExportWish wish) {
    CopyKind kind = kind(file, wish);
    AtomicFile.createFolderOf(file);
    Optional<Provenance> told =
        wish.settings() ? Optional.of(result.provenance()) : Optional.empty();
    PictureFile.copy(result.image(), told, kind, file);
  }

  private static CopyKind kind(Path file, ExportWish wish) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return CopyKind.PNG;
    }
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return CopyKind.JPEG;
    }
    if (name.endsWith(".webp")) {
      return wish.lossless() ? CopyKind.WEBP_LOSSLESS : CopyKind.WEBP;
    }
    String reason = FileReason.ENDING.words();
    throw GenerationException.unwritable(file, reason, new IllegalArgumentException(reason));
  }

  @Override
  public PixelImage read(Path file) {
    return PictureReader.read(file);
  }

  private static Path file(Path folder, String name) {
    try {
      return folder.resolve(name + ENDING);
    } catch (InvalidPathException unmappable) {
      // Java refuses such letters where the system's locale is plain C.
      return folder.resolve(PictureName.ascii(name) + ENDING);
    }
  }
}
