package io.github.easel.ui.gallery;

import io.github.easel.ui.viewer.Picture;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** A place in the gallery: a picture of this session, or the file of one kept before. */
public final class GalleryPicture {

  private final LocalDateTime made;
  private final @Nullable Picture picture;
  private final @Nullable Path keptIn;
  private final ReadOnlyObjectWrapper<Image> thumbnail = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyBooleanWrapper unreadable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undecided = new ReadOnlyBooleanWrapper();

  private GalleryPicture(LocalDateTime made, @Nullable Picture picture, @Nullable Path keptIn) {
    this.made = made;
    this.picture = picture;
    this.keptIn = keptIn;
  }

  /** Its thumbnail is the session's. */
  static GalleryPicture of(Picture picture, LocalDateTime made) {
    GalleryPicture place = new GalleryPicture(made, picture, null);
    place.thumbnail.bind(picture.thumbnail());
    return place;
  }

  /** Its thumbnail is read when it comes into sight. */
  static GalleryPicture keptBefore(Path file, LocalDateTime made) {
    return new GalleryPicture(made, null, file);
  }

  /** Local time. */
  public LocalDateTime made() {
    return made;
  }

  /** The picture of this session; nothing for one kept before. */
  public Optional<Picture> picture() {
    return Optional.ofNullable(picture);
  }

  /** Its file, if there is one yet. */
  public Optional<Path> file() {
    return picture == null
        ? Optional.ofNullable(keptIn)
        : Optional.ofNullable(picture.file().get());
  }

  /** Null while it is not read. */
  public ReadOnlyObjectProperty<Image> thumbnail() {
    return thumbnail.getReadOnlyProperty();
  }

  /** Whether somebody has to read its thumbnail. */
  boolean needsThumbnail() {
    return picture == null && thumbnail.get() == null;
  }

  void reduced(@Nullable Image small) {
    if (!thumbnail.isBound()) {
      thumbnail.set(small);
      unreadable.set(false);
    }
  }

  /** Its thumbnail could not be read this time. */
  void unreadable() {
    unreadable.set(true);
  }

  /** Whether its thumbnail could not be read although there is a file. */
  ReadOnlyBooleanProperty isUnreadable() {
    return unreadable.getReadOnlyProperty();
  }

  void undecided(boolean now) {
    undecided.set(now);
  }

  /** Whether it is a candidate of a batch that nothing is decided of yet. */
  ReadOnlyBooleanProperty isUndecided() {
    return undecided.getReadOnlyProperty();
  }

  /** Whether it stands for that picture, or for its file. */
  public boolean standsFor(Picture other) {
    Path theirs = other.file().get();
    return picture == other || (theirs != null && isKeptIn(theirs));
  }

  boolean isKeptIn(Path file) {
    return file().filter(file::equals).isPresent();
  }
}
