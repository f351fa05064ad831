package io.github.easel.ui.studio;

import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Settings;
import io.github.easel.task.Threads;
import io.github.easel.ui.Workers;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.gallery.GalleryActions;
import io.github.easel.ui.gallery.GalleryCommands;
import io.github.easel.ui.gallery.GalleryView;
import io.github.easel.ui.gallery.GalleryView.Surroundings;
import io.github.easel.ui.gallery.GalleryViewModel;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.settings.SettingsViewModel;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.DiscardToast;
import io.github.easel.ui.viewer.InfoPanel;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PictureActions;
import io.github.easel.ui.viewer.PictureMenu;
import io.github.easel.ui.viewer.PicturesViewModel;
import io.github.easel.ui.viewer.UntoldToast;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The gallery's two places: the right column, and the whole middle. */
final class GalleryDesk {

  /** So long one does not type when one has stopped. */
  private static final Duration STOPPED = Duration.ofMillis(150);

  private final StudioViewModel studio;
  private final GalleryActions actions;
  private final GalleryView view;
  private final StackPane column = new StackPane();
  private final StackPane wide = new StackPane();
  private final BooleanProperty isWide = new SimpleBooleanProperty();

  /**
   * @param pictures what can be done with the picture that is seen
   * @param menu the menu of all pictures, to be the gallery's alone
   * @param aside when something else takes the column's place
   * @param other makes that
   * @param texts the viewer's
   */
  GalleryDesk(
      StudioViewModel studio,
      PictureActions pictures,
      PictureMenu menu,
      BooleanBinding aside,
      Supplier<InfoPanel> other,
      Messages texts) {
    this.studio = studio;
    LayoutViewModel layout = studio.layout();
    actions = new GalleryActions(studio.gallery(), studio.viewer().trash());
    view =
        new GalleryView(
            studio.gallery(),
            actions,
            new Surroundings(
                isWide, layout.part("boards", false), layout.tileSize(), menu, this::see),
            studio.keys(),
            Messages.of("gallery", studio.look().language()));
    view.visibleProperty().bind(aside.not().or(layout.page().isEqualTo(Page.GALLERY)));
    column.getChildren().addAll(view, Visibility.late(aside, other));
    view.floats(Visibility.when(toasts(pictures, texts), isWide)); // else the viewer has them
    isWide.addListener(
        (property, old, now) -> {
          if (now != (layout.page().get() == Page.GALLERY)) {
            layout.toggle(Page.GALLERY);
          }
        });
    layout.page().addListener((property, old, now) -> turn(now == Page.GALLERY));
  }

  private VBox toasts(PictureActions pictures, Messages texts) {
    VBox toasts =
        new VBox(
            8,
            new UntoldToast(studio.viewer(), pictures, texts),
            new DiscardToast(studio.viewer().trash(), texts));
    toasts.setAlignment(Pos.BOTTOM_CENTER);
    toasts.setPickOnBounds(false);
    return toasts;
  }

  /** All pictures, without a window. */
  static GalleryViewModel gallery(
      Workers workers, PicturesViewModel pictures, Consumer<GenerationException> onFailure) {
    return new GalleryViewModel(
        workers,
        pictures,
        Clock.system(ZoneId.systemDefault()),
        Threads.later(workers.window(), STOPPED),
        onFailure);
  }

  /** From now on another folder of pictures is that of these services and of the gallery too. */
  static void follow(
      ObservableValue<Settings> settings,
      SettingsViewModel preferences,
      Services services,
      GalleryViewModel gallery) {
    settings.addListener(
        (property, old, now) -> {
          if (!old.folders().pictures().equals(now.folders().pictures())) {
            services.keepPicturesIn(preferences.picturesFolder());
            gallery.folderChanged();
          }
        });
  }

  private void turn(boolean toWide) {
    isWide.set(toWide);
    if (toWide == wide.getChildren().contains(view)) {
      return;
    }
    if (toWide) {
      column.getChildren().remove(view);
      wide.getChildren().add(view);
      view.enter();
    } else {
      wide.getChildren().remove(view);
      column.getChildren().add(0, view);
    }
  }

  /** Shows the viewer, with what leads. */
  private void see() {
    if (isWide.get()) {
      studio.layout().page().set(Page.VIEWER);
    }
  }

  /** Enters what the gallery does by keys. */
  void enter() {
    GalleryCommands.enter(studio.commands(), actions);
    studio.commands().on(Command.SEARCH, this::search);
  }

  private void search() {
    LayoutViewModel layout = studio.layout();
    if (layout.page().get() != Page.VIEWER && layout.page().get() != Page.GALLERY) {
      layout.page().set(Page.VIEWER);
    }
    if (!isWide.get()) {
      layout.right().open().set(true);
    }
    view.search();
  }

  /** Discards all that is chosen in the gallery, or the picture that is seen. */
  void discard(PictureActions pictures) {
    Picture seen = studio.viewer().subject().get();
    boolean many = actions.isAboutMany() && (isHere() || !actions.isViewerApart());
    boolean one = !actions.isAboutMany() && actions.isAheadOfViewer() && isHere();
    if (many || one || (isWide.get() && seen == null)) {
      actions.discard();
    } else if (seen != null && !actions.isInTrash(seen)) {
      pictures.discard(seen);
    }
  }

  /** Whether keys are meant for the gallery. */
  private boolean isHere() {
    Node owner = view.getScene() == null ? null : view.getScene().getFocusOwner();
    return isWide.get()
        || Stream.iterate(owner, Objects::nonNull, Node::getParent).anyMatch(view::equals);
  }

  Node column() {
    return column;
  }

  Node wide() {
    return wide;
  }
}
