package io.github.easel.ui.viewer;

import io.github.easel.app.ExportWish;
import io.github.easel.app.PictureName;
import io.github.easel.ui.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Copies of pictures that are saved where the user wants: where the next may go, and the last. */
public final class CopiesViewModel {

  private final Workers workers;
  private final PicturesViewModel pictures;
  private final ReadOnlyObjectWrapper<Path> saved = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Path> folder = new SimpleObjectProperty<>();
  private Supplier<ExportWish> wish = () -> new ExportWish(true, false);

  CopiesViewModel(Workers workers, PicturesViewModel pictures) {
    this.workers = workers;
    this.pictures = pictures;
  }

  /**
   * Says how copies are written.
   *
   * @param asked is asked at every copy
   */
  public void writeAs(Supplier<ExportWish> asked) {
    wish = asked;
  }

  /**
   * Finds a place and a name for a copy: the folder of the last copy, else the usual; the name that
   * the picture's own file has, with its day.
   *
   * @param usual a folder, or one in which there may be one later
   * @param receiver comes on the window's thread
   */
  void suggest(Picture picture, Path usual, Consumer<Path> receiver) {
    Path last = folder.get();
    String name = name(picture, LocalDateTime.now(ZoneId.systemDefault()));
    pictures.onFiles(
        () -> {
          Path suggested =
              Stream.of(Optional.ofNullable(last), Optional.of(usual))
                  .flatMap(Optional::stream)
                  .flatMap(one -> Stream.iterate(one, path -> path != null, Path::getParent))
                  .filter(Files::isDirectory)
                  .findFirst()
                  .map(one -> one.resolve(name))
                  .orElse(Path.of(name));
          workers.window().execute(() -> receiver.accept(suggested));
        },
        () -> {});
  }

  /**
   * The name of a copy of the picture, as a PNG file.
   *
   * @param now stands in for the time of making while the picture is in no file
   */
  static String name(Picture picture, LocalDateTime now) {
    Path file = picture.file().get();
    if (file == null) {
      return now.toLocalDate()
          + "-"
          + PictureName.of(now, picture.request().seed(), picture.request().prompt().positive())
          + ".png";
    }
    return day(file).map(day -> day + "-").orElse("") + file.getFileName();
  }

  /** Kept pictures lie in folders of days. */
  private static Optional<LocalDate> day(Path file) {
    try {
      return Optional.ofNullable(file.getParent())
          .map(Path::getFileName)
          .map(name -> LocalDate.parse(name.toString()));
    } catch (DateTimeException e) {
      return Optional.empty(); // a folder of another name
    }
  }

  /** Writes a copy to a file of the user's choice; its ending says of what kind. */
  void save(Picture picture, Path file) {
    pictures.saveAs(picture, file, wish.get(), () -> saved(file));
  }

  private void saved(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      folder.set(parent);
    }
    saved.set(null);
    saved.set(file);
  }

  /** It need not be told any longer. */
  void forget() {
    saved.set(null);
  }

  /** The last copy, while that is told; null for none. */
  public ReadOnlyObjectProperty<@Nullable Path> saved() {
    return saved.getReadOnlyProperty();
  }

  /** Where the last copy went, in this start or before; null for nowhere yet. */
  public ObjectProperty<@Nullable Path> folder() {
    return folder;
  }
}
