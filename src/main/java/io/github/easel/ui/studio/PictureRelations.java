package io.github.easel.ui.studio;

import io.github.easel.app.GalleryService;
import io.github.easel.gallery.Nearness;
import io.github.easel.ui.Workers;
import io.github.easel.ui.gallery.GalleryViewModel;
import io.github.easel.ui.lineage.Likes;
import io.github.easel.ui.lineage.LineageViewModel;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PictureActions;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the shown picture and the collection meet: pictures like it, and its lineage. */
final class PictureRelations implements PictureActions.Relations {

  private final StudioViewModel studio;
  private final PicturesViewModel pictures;
  private final GalleryViewModel gallery;
  private final LayoutViewModel layout;
  private final Messages words;
  private final Likes likes;
  private final LineageViewModel lineage;

  /**
   * @param studio whose pictures, gallery, pages and failures are there already
   */
  PictureRelations(StudioViewModel studio, Workers workers) {
    this.studio = studio;
    pictures = studio.pictures();
    gallery = studio.gallery();
    layout = studio.layout();
    words = Messages.of("lineage", studio.look().language());
    likes = new Likes(workers, studio.failures()::show);
    lineage = new LineageViewModel(workers, studio.failures()::show, this::show);
  }

  void open(GalleryService opened) {
    likes.open(opened);
    lineage.open(opened);
  }

  /** The tree of the picture that was asked for last. */
  LineageViewModel tree() {
    return lineage;
  }

  @Override
  public void moreLike(Picture picture) {
    pictures.withPixels(
        picture, pixels -> likes.like(file(picture), pixels, found -> showNearest(found, picture)));
  }

  private void showNearest(List<Nearness> found, Picture picture) {
    gallery.showNearest(
        found,
        words.now(found.isEmpty() ? "like.none" : "like"),
        Optional.ofNullable(picture.thumbnail().get()));
    boolean seen = layout.page().get() == Page.VIEWER && layout.right().open().get();
    if (!seen) {
      layout.page().set(Page.GALLERY);
    }
  }

  /** The command that opened the page closes it too. */
  @Override
  public void lineage(Picture picture) {
    if (layout.page().get() == Page.LINEAGE) {
      layout.leavePage();
      return;
    }
    lineage.show(file(picture));
    layout.toggle(Page.LINEAGE);
  }

  @Override
  public void suggest(Picture picture) {
    file(picture).ifPresent(studio.drop()::suggest);
  }

  private static Optional<Path> file(Picture picture) {
    return Optional.ofNullable(picture.file().get());
  }

  /** Shows the picture of the tree that is kept in that file, and does something with it. */
  void goTo(Path file, Consumer<Picture> then) {
    gallery.read(
        file,
        picture -> {
          layout.leavePage();
          pictures.shown().set(picture);
          then.accept(picture);
        });
  }

  private void show(Path file) {
    gallery.show(file);
    layout.leavePage();
  }
}
