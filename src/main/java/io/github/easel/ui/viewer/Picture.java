package io.github.easel.ui.viewer;

import io.github.easel.app.PictureLibrary;
import io.github.easel.app.PictureStore;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Timings;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * A picture made in this session or an earlier one. Its pixels are held while it is shown and while
 * no file holds them; the rest of the time there is a thumbnail only.
 */
public final class Picture {

  private final Provenance provenance;
  private final PictureStore store;
  private final Optional<UUID> job;
  private final Optional<Timings> timings;
  private final Optional<Double> seconds;
  private final List<Notice> notices;
  private final int width;
  private final int height;
  private final boolean earlier;
  private @Nullable LocalDateTime made;
  private final ReadOnlyObjectWrapper<PixelImage> pixels;
  private final ReadOnlyObjectWrapper<Image> thumbnail = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unkept = new ReadOnlyBooleanWrapper();

  /** One that was made now, by that job, and the store that it is kept in. */
  Picture(GenerationResult result, PictureStore store, Optional<UUID> job) {
    this.store = store;
    this.job = job;
    provenance = result.provenance();
    timings = Optional.of(result.timings());
    seconds = timings.map(Timings::total);
    notices = result.notices();
    width = result.image().width();
    height = result.image().height();
    earlier = false;
    pixels = new ReadOnlyObjectWrapper<>(result.image());
  }

  /** One of an earlier session, in a file of that store. */
  Picture(Path kept, PictureLibrary.Made made, PictureStore store, int width, int height) {
    this.store = store;
    provenance = made.provenance();
    this.width = width;
    this.height = height;
    job = Optional.empty();
    timings = Optional.empty();
    seconds = made.seconds();
    notices = List.of();
    earlier = true;
    pixels = new ReadOnlyObjectWrapper<>();
    file.set(kept);
  }

  /** What the generation gave, with these pixels in their place. */
  GenerationResult result(PixelImage image) {
    return new GenerationResult(
        image, provenance, timings.orElse(new Timings(0, 0, 0, 0, 0)), notices);
  }

  /** Where it is kept and read back from. */
  PictureStore store() {
    return store;
  }

  /** The id of the job that made it; nothing for one of an earlier session. */
  public Optional<UUID> job() {
    return job;
  }

  /** Whether an earlier start of the program made it. */
  public boolean isEarlier() {
    return earlier;
  }

  /** Whether its file does not tell how it was made, so that the request means nothing. */
  public boolean isUntold() {
    return provenance.modelName().isBlank()
        && provenance.engine().isBlank()
        && provenance.program().isBlank()
        && provenance.request().prompt().positive().isBlank();
  }

  /** The day and time of a picture that is in a file, where that is known. */
  public Optional<LocalDateTime> made() {
    return Optional.ofNullable(made);
  }

  /** The collection knows when it was made. */
  public void madeAt(LocalDateTime time) {
    made = time;
  }

  /** How it was made. */
  public Provenance provenance() {
    return provenance;
  }

  public GenerationRequest request() {
    return provenance.request();
  }

  /** How many seconds it took; nothing for one of an earlier session that does not tell it. */
  public Optional<Double> seconds() {
    return seconds;
  }

  public List<Notice> notices() {
    return notices;
  }

  /** Pixels from left to right. */
  public int width() {
    return width;
  }

  /** Pixels from top to bottom. */
  public int height() {
    return height;
  }

  /** All pixels; null while only its file holds them. */
  public ReadOnlyObjectProperty<PixelImage> pixels() {
    return pixels.getReadOnlyProperty();
  }

  /** The picture made small; null until that is done. */
  public ReadOnlyObjectProperty<Image> thumbnail() {
    return thumbnail.getReadOnlyProperty();
  }

  /** Where it is kept; null until it is. */
  public ReadOnlyObjectProperty<Path> file() {
    return file.getReadOnlyProperty();
  }

  /** Whether keeping it failed. */
  public ReadOnlyBooleanProperty unkept() {
    return unkept.getReadOnlyProperty();
  }

  void hold(@Nullable PixelImage image) {
    pixels.set(image);
  }

  /** The picture has been made small. */
  public void reduced(Image small) {
    thumbnail.set(small);
  }

  void keptIn(Path path) {
    file.set(path);
  }

  void keepingFailed(boolean now) {
    unkept.set(now);
  }
}
