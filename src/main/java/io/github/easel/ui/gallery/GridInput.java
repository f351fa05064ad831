package io.github.easel.ui.gallery;

import io.github.easel.ui.gallery.GallerySelection.Manner;
import io.github.easel.ui.keys.OwnKeys;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** What mouse and keys do in the grid of pictures. */
final class GridInput {

  private static final Set<KeyCode> ARROWS =
      Set.of(
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.UP,
          KeyCode.DOWN,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.PAGE_UP,
          KeyCode.PAGE_DOWN);

  private final GalleryViewModel gallery;
  private final GalleryActions actions;
  private final PictureGrid grid;
  private final Runnable onOpen;

  /** A press on one of several chosen pictures may become a drag of all of them. */
  private boolean narrowing;

  private GridInput(
      GalleryViewModel gallery, GalleryActions actions, PictureGrid grid, Runnable onOpen) {
    this.gallery = gallery;
    this.actions = actions;
    this.grid = grid;
    this.onOpen = onOpen;
  }

  /**
   * From now on the grid hears them.
   *
   * @param onOpen is told when a picture is to be seen large
   */
  static void listen(
      GalleryViewModel gallery, GalleryActions actions, PictureGrid grid, Runnable onOpen) {
    GridInput input = new GridInput(gallery, actions, grid, onOpen);
    grid.addEventHandler(MouseEvent.MOUSE_PRESSED, input::pressed);
    grid.addEventHandler(MouseEvent.MOUSE_CLICKED, input::clicked);
    grid.addEventHandler(MouseEvent.DRAG_DETECTED, input::drag);
    grid.addEventHandler(KeyEvent.KEY_PRESSED, input::key);
    OwnKeys.claim(grid, GridInput::isOwn);
  }

  private static boolean isOwn(KeyEvent event) {
    boolean toggle = event.getCode() == KeyCode.SPACE && event.isShortcutDown();
    boolean arrow = ARROWS.contains(event.getCode()) && !event.isAltDown();
    boolean all = event.getCode() == KeyCode.A && event.isShortcutDown() && !event.isShiftDown();
    return toggle || arrow || all || (event.getCode() == KeyCode.ENTER && plain(event));
  }

  private static boolean plain(KeyEvent event) {
    return !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
  }

  private void pressed(MouseEvent event) {
    grid.requestFocus();
    GalleryTile tile = PictureGrid.tileOf(event.getTarget());
    narrowing = false;
    if (tile == null) {
      return;
    }
    boolean chosen = gallery.selection().has(tile.place());
    if (chosen && actions.isAboutMany() && !event.isShortcutDown() && !event.isShiftDown()) {
      narrowing = event.getButton() == MouseButton.PRIMARY;
    } else if (event.getButton() == MouseButton.PRIMARY) {
      gallery.take(tile.place(), manner(event.isShortcutDown(), event.isShiftDown()));
    } else if (!chosen) {
      gallery.take(tile.place(), Manner.ALONE); // the menu is about the picture that is shown
    }
  }

  private static Manner manner(boolean shortcut, boolean shift) {
    if (shift) {
      return shortcut ? Manner.RANGE_TOO : Manner.RANGE;
    }
    return shortcut ? Manner.TOGGLE : Manner.ALONE;
  }

  private void clicked(MouseEvent event) {
    GalleryTile tile = PictureGrid.tileOf(event.getTarget());
    if (tile == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    if (narrowing && event.isStillSincePress()) {
      gallery.take(tile.place(), Manner.ALONE);
    }
    narrowing = false;
    if (event.getClickCount() == 2) {
      onOpen.run();
    }
  }

  /** To other programs as files, to a board as itself. */
  private void drag(MouseEvent event) {
    GalleryTile tile = PictureGrid.tileOf(event.getTarget());
    if (tile == null || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    narrowing = false;
    List<Path> files = actions.filesInSight(gallery.selection().ids());
    if (files.isEmpty()) {
      return;
    }
    Dragboard board = grid.startDragAndDrop(TransferMode.COPY);
    board.setContent(DragContent.of(files, actions.leadingImage()));
    GalleryPicture picture = tile.picture();
    Image image = picture == null ? null : picture.thumbnail().get();
    if (image != null) {
      board.setDragView(image, image.getWidth() / 2, image.getHeight() / 2);
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    if (!isOwn(event)) {
      return;
    }
    int lead = gallery.selection().lead();
    if (event.getCode() == KeyCode.A) {
      gallery.selection().all();
    } else if (event.getCode() == KeyCode.ENTER) {
      onOpen.run();
    } else if (event.getCode() == KeyCode.SPACE) {
      gallery.take(lead, Manner.TOGGLE);
    } else if (gallery.size().get() > 0) {
      int to = lead < 0 ? 0 : target(event.getCode(), lead);
      int within = Math.max(0, Math.min(to, gallery.size().get() - 1));
      if (within != lead || !event.isShiftDown()) {
        gallery.take(within, arrow(event));
      }
    }
    event.consume();
  }

  private static Manner arrow(KeyEvent event) {
    if (event.isShiftDown()) {
      return event.isShortcutDown() ? Manner.RANGE_TOO : Manner.RANGE;
    }
    return event.isShortcutDown() ? Manner.GO : Manner.ALONE;
  }

  private int target(KeyCode code, int lead) {
    GridGeometry geometry = grid.geometry();
    int page = geometry.linesIn(grid.getHeight());
    return switch (code) {
      case LEFT -> lead - 1;
      case RIGHT -> lead + 1;
      case UP -> geometry.vertical(lead, -1);
      case DOWN -> geometry.vertical(lead, 1);
      case PAGE_UP -> geometry.vertical(lead, -page);
      case PAGE_DOWN -> geometry.vertical(lead, page);
      case HOME -> 0;
      default -> gallery.size().get() - 1;
    };
  }

  /** Whether a drag comes from a grid of pictures. */
  static boolean isFromGrid(@Nullable Object source) {
    return source instanceof Node node && node instanceof PictureGrid;
  }
}
