package io.github.easel.ui.gallery;

import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Marks;
import io.github.easel.ui.viewer.Picture;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the gallery that was in sight: one of this session, or one of the collection. What
 * the collection knows of it is read when it is first seen.
 */
public final class GalleryPicture {

  private final long id;
  private final @Nullable Picture picture;
  private final ReadOnlyObjectWrapper<GalleryItem> item = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Image> thumbnail = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper unreadable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper undecided = new ReadOnlyBooleanWrapper();

  /**
   * @param id its number in the collection; below 0 where that does not know it yet
   * @param picture the one of this session, if it is one; then its thumbnail is the session's
   */
  GalleryPicture(long id, @Nullable Picture picture) {
    this.id = id;
    this.picture = picture;
    if (picture != null && !picture.isEarlier()) {
      thumbnail.bind(picture.thumbnail());
    }
  }

  /** Its number; below 0 if the collection does not know it yet. */
  public long id() {
    return id;
  }

  /** The picture of this session; nothing for one kept before. */
  public Optional<Picture> picture() {
    return Optional.ofNullable(picture);
  }

  /** What the collection knows of it; null until that is read. */
  public ReadOnlyObjectProperty<GalleryItem> item() {
    return item.getReadOnlyProperty();
  }

  void item(GalleryItem now) {
    item.set(now);
  }

  /** What the artist noted of it, as far as that is known. */
  Marks marks() {
    GalleryItem known = item.get();
    return known == null ? Marks.NONE : known.marks();
  }

  /** Its file, if it is known. */
  public Optional<Path> file() {
    Path own = picture == null ? null : picture.file().get();
    GalleryItem known = item.get();
    return Optional.ofNullable(own == null && known != null ? known.entry().file() : own);
  }

  /** Null while it is not read. */
  public ReadOnlyObjectProperty<Image> thumbnail() {
    return thumbnail.getReadOnlyProperty();
  }

  /** Whether somebody has to read its thumbnail. */
  boolean needsThumbnail() {
    return !thumbnail.isBound() && thumbnail.get() == null && item.get() != null;
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
    return picture == other || (theirs != null && file().filter(theirs::equals).isPresent());
  }
}
