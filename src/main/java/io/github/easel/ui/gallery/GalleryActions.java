package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.PictureTrash;
import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Marks;
import io.github.easel.generation.Cancellation;
import io.github.easel.ui.viewer.Images;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import io.github.easel.ui.viewer.TrashViewModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** What can be done with the chosen pictures of the gallery. */
public final class GalleryActions {

  private final GalleryViewModel gallery;
  private final GalleryCollection collection;
  private final PicturesViewModel session;
  private final TrashViewModel trash;

  /**
   * @param trash takes pictures of this session out of sight, and offers to take all back
   */
  public GalleryActions(GalleryViewModel gallery, TrashViewModel trash) {
    this.gallery = gallery;
    this.trash = trash;
    collection = gallery.collection();
    session = gallery.session();
  }

  /**
   * Whether several pictures are chosen, or others than the one that leads, so that commands are
   * about what is chosen.
   */
  public boolean isAboutMany() {
    return gallery.selection().count().get() > 1 || gallery.selection().isApart();
  }

  /** Whether one is chosen that the viewer does not show, because it is still read or cannot be. */
  public boolean isAheadOfViewer() {
    return gallery.selected().get() != null && !gallery.isLeadShown();
  }

  /** Whether the picture in the viewer is not among several that are chosen here. */
  public boolean isViewerApart() {
    return isAboutMany() && !gallery.selection().has(gallery.selection().lead());
  }

  private void mark(UnaryOperator<Marks> change) {
    mark(gallery.selection().ids(), change);
  }

  private void mark(List<Long> ids, UnaryOperator<Marks> change) {
    gallery.inSight().marked(ids, change);
    collection.mark(ids, change);
  }

  /** Gives so many stars; the same number again takes them away from a single picture. */
  public void stars(int stars) {
    GalleryPicture lead = gallery.selected().get();
    boolean again = !isAboutMany() && lead != null && lead.marks().stars() == stars;
    mark(marks -> marks.withStars(again ? 0 : stars));
  }

  /** Gives so many stars. */
  void giveStars(int stars) {
    mark(marks -> marks.withStars(stars));
  }

  /** Makes favourites of them; if the leading one is one already, they are so no longer. */
  public void toggleFavourite() {
    GalleryPicture lead = gallery.selected().get();
    boolean favourite = lead == null || !lead.marks().favourite();
    mark(marks -> marks.withFavourite(favourite));
  }

  /** Gives them a colour, or none. */
  void label(Optional<ColourLabel> label) {
    mark(marks -> marks.withLabel(label));
  }

  /** Puts them on a board. */
  void addTo(String board) {
    addTo(gallery.selection().ids(), board);
  }

  /** Puts these on a board. */
  void addTo(List<Long> ids, String board) {
    mark(ids, marks -> marks.on(board));
  }

  /** Makes a board and puts the chosen pictures on it. */
  void addToNew(String board) {
    collection.makeBoard(board);
    addTo(board);
  }

  /** Takes them off a board. */
  void removeFrom(String board) {
    mark(marks -> marks.off(board));
  }

  /**
   * Takes the chosen pictures out of sight, into Easel's trash; what lies there already stays. The
   * one beside them is shown.
   */
  public void discard() {
    List<Long> ids = gallery.selection().ids();
    if (ids.isEmpty() || gallery.question().isAmongDiscarded()) {
      return;
    }
    gallery.take(gallery.selection().beside(), GallerySelection.Manner.ALONE);
    List<Picture> fresh = new ArrayList<>();
    List<Picture> atHand = new ArrayList<>();
    for (Long id : ids) {
      gallery.inSight().of(id).picture().ifPresent((id > 0 ? atHand : fresh)::add);
    }
    List<Long> known = ids.stream().filter(id -> id > 0).toList();
    trash.discard(fresh);
    if (!known.isEmpty()) {
      Runnable back = trash.takeOut(atHand);
      gallery.hide(known);
      collection.write(service -> discard(service, known, back));
    }
  }

  private void discard(GalleryService service, List<Long> ids, Runnable back) {
    try {
      List<Long> moved = service.discard(ids).stream().map(GalleryItem::id).toList();
      collection.later(() -> trash.discardedToo(moved.size(), () -> undo(moved, ids, back)));
    } catch (RuntimeException e) {
      collection.later(
          () -> {
            back.run();
            gallery.unhide(ids);
          });
      throw e;
    }
  }

  private void undo(List<Long> moved, List<Long> before, Runnable back) {
    collection.write(
        service -> {
          service.restore(moved);
          collection.later(
              () -> {
                back.run();
                gallery.unhide(before);
              });
        });
  }

  /** Whether the picture lies in the trash already. */
  public boolean isInTrash(Picture picture) {
    Path file = picture.file().get();
    return file != null
        && file.getParent() != null
        && String.valueOf(file.getParent().getFileName()).equals(PictureTrash.FOLDER);
  }

  /** Brings the chosen pictures of the trash back to where they were. */
  void restore() {
    List<Long> ids = gallery.selection().ids().stream().filter(id -> id > 0).toList();
    List<Path> files =
        ids.stream().flatMap(id -> gallery.inSight().of(id).file().stream()).toList();
    if (ids.isEmpty()) {
      return;
    }
    gallery.take(gallery.selection().beside(), GallerySelection.Manner.ALONE);
    collection.write(
        service -> {
          List<Long> back = service.restore(ids).stream().map(GalleryItem::id).toList();
          collection.later(
              () -> {
                files.forEach(session::forget); // they lie elsewhere now
                gallery.unhide(back);
              });
        });
  }

  /**
   * Empties the trash.
   *
   * @param done is told how many pictures that were
   */
  void emptyTrash(IntConsumer done) {
    collection.write(
        service -> {
          int gone = service.emptyTrash(new Cancellation());
          collection.later(() -> done.accept(gone));
        });
  }

  /**
   * Finds the files of the chosen pictures.
   *
   * @param receiver is given them on the window's thread, in the gallery's order
   */
  void files(Consumer<List<Path>> receiver) {
    List<Long> ids = gallery.selection().ids();
    List<Path> known = filesInSight(ids);
    if (known.size() == ids.size()) {
      receiver.accept(known);
      return;
    }
    collection.read(
        service -> service.items(ids).stream().map(item -> item.entry().file()).toList(), receiver);
  }

  /** The files of those that are known without asking. */
  List<Path> filesInSight(List<Long> ids) {
    return ids.stream().flatMap(id -> file(id).stream()).toList();
  }

  private Optional<Path> file(long id) {
    return gallery.inSight().known(id).flatMap(GalleryPicture::file);
  }

  /** The picture that leads as it is, if the viewer has read it. */
  Optional<Image> leadingImage() {
    return Optional.ofNullable(leading())
        .flatMap(picture -> Optional.ofNullable(picture.pixels().get()))
        .map(Images::of);
  }

  /** The picture that leads, if the viewer holds it. */
  @Nullable Picture leading() {
    GalleryPicture lead = gallery.selected().get();
    Picture shown = session.shown().get();
    return lead != null && shown != null && lead.standsFor(shown) ? shown : null;
  }
}
