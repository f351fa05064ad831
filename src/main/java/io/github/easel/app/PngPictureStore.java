package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureFile.CopyKind;
import io.github.easel.image.PictureReader;
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

/**
 * Keeps pictures as {@code <root>/<yyyy-MM-dd>/<HHmmss>-<seed>-<first words of the prompt>.png}.
 * Thread-safe.
 */
public final class PngPictureStore implements PictureStore {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);

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

  // One at a time, so that two pictures of one second and seed get two names.
  @Override
  public synchronized Path keep(GenerationResult result) {
    GenerationRequest request = result.provenance().request();
    LocalDateTime now = LocalDateTime.now(clock);
    String name = PictureName.of(now, request.seed(), request.prompt().positive());
    Path file = freeFile(root.get().resolve(DAY.format(now)), name);
    write(result, file);
    onKept.accept(result.image(), file);
    return file;
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

  private static Path freeFile(Path folder, String name) {
    Path file = file(folder, name, ".png");
    for (int i = 2; Files.exists(file); i++) {
      file = file(folder, name, "-" + i + ".png");
    }
    return file;
  }

  private static Path file(Path folder, String name, String ending) {
    try {
      return folder.resolve(name + ending);
    } catch (InvalidPathException unmappable) {
      // Java refuses such letters where the system's locale is plain C.
      return folder.resolve(PictureName.ascii(name) + ending);
    }
  }
}
