package io.github.easel.ui.studio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.testfx.util.WaitForAsyncUtils;

/** Where the Tab key leads in a window, and whether one sees it there. */
final class KeyWalk {

  /** More than any screen has. */
  private static final int MOST = 150;

  /** Pixels around a control in which it may show its focus. */
  private static final double MARGIN = 4;

  /** Pixels that have to change clearly: a short side of the smallest button. */
  private static final int ENOUGH = 10;

  /** The difference of a channel, of 255, that one notices. */
  private static final int CLEARLY = 20;

  private final Set<Node> reached = new LinkedHashSet<>();
  private final Set<Node> unseen = new LinkedHashSet<>();
  private final Scene scene;
  private final Node parking = new Region();

  private KeyWalk(Scene scene) {
    this.scene = scene;
  }

  /**
   * Presses Tab from a control on, until it leads where it has been. The scene's root is a pane.
   */
  static KeyWalk from(Scene scene, Node first) {
    KeyWalk walk = new KeyWalk(scene);
    onWindow(() -> walk.begin(first));
    for (int i = 0; i < MOST; i++) {
      onWindow(walk::pressTab);
      Node owner = onWindow(scene::getFocusOwner); // later than what the focus set going
      if (owner == null || !walk.reached.add(owner)) {
        break;
      }
      if (!onWindow(() -> owner instanceof ScrollPane || walk.showsFocus(owner))) {
        walk.unseen.add(owner);
      }
    }
    onWindow(() -> ((Pane) scene.getRoot()).getChildren().remove(walk.parking));
    return walk;
  }

  Set<Node> reached() {
    return reached;
  }

  /** The controls that look the same with the focus. */
  Set<Node> unseen() {
    return unseen;
  }

  /**
   * Enters a place where the focus may stay meanwhile, out of the picture and of the Tab key's way.
   * The root itself would do, but takes the style of everything in the window with it, every time.
   */
  private boolean begin(Node first) {
    parking.setManaged(false);
    ((Pane) scene.getRoot()).getChildren().add(parking);
    first.requestFocus();
    return true;
  }

  private static <T> T onWindow(Callable<T> what) {
    return WaitForAsyncUtils.waitForAsyncFx(60_000, what);
  }

  /**
   * The three events that a scene makes of a key, each on its way through the scene's dispatchers
   * and thus to its traversal; a robot's key takes a tenth of a second in pauses.
   */
  private boolean pressTab() {
    for (EventType<KeyEvent> kind :
        List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
      boolean typed = kind == KeyEvent.KEY_TYPED;
      Event.fireEvent(
          Objects.requireNonNull(scene.getFocusOwner(), "the window has lost its focus"),
          new KeyEvent(
              kind,
              typed ? "\t" : KeyEvent.CHAR_UNDEFINED,
              typed ? "" : "\t",
              typed ? KeyCode.UNDEFINED : KeyCode.TAB,
              false,
              false,
              false,
              false));
    }
    return true;
  }

  /** Compares the control with the focus and without, both times as it is painted. */
  private boolean showsFocus(Node owner) {
    Bounds bounds = owner.localToScene(owner.getLayoutBounds());
    Rectangle2D around =
        new Rectangle2D(
            bounds.getMinX() - MARGIN,
            bounds.getMinY() - MARGIN,
            Math.max(1, bounds.getWidth() + 2 * MARGIN),
            Math.max(1, bounds.getHeight() + 2 * MARGIN));
    WritableImage with = paint(around);
    parking.requestFocus();
    WritableImage without = paint(around);
    owner.requestFocus();
    return difference(with, without) >= ENOUGH;
  }

  /** A snapshot brings what changed into its style and place first, as the window itself does. */
  private WritableImage paint(Rectangle2D area) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(area);
    return scene.getRoot().snapshot(parameters, null);
  }

  /** How many pixels differ clearly; a blinking caret is too narrow to count. */
  private static int difference(WritableImage one, WritableImage other) {
    int width = (int) one.getWidth();
    int height = (int) one.getHeight();
    int[] a = pixels(one);
    int[] b = pixels(other);
    int different = 0;
    for (int x = 0; x < width; x++) {
      int column = 0;
      for (int i = x; i < width * height; i += width) {
        column += differ(a[i], b[i]) ? 1 : 0;
      }
      different += Math.min(column, 4);
    }
    return different;
  }

  private static boolean differ(int one, int other) {
    for (int shift = 0; shift <= 16; shift += 8) {
      if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > CLEARLY) {
        return true;
      }
    }
    return false;
  }

  private static int[] pixels(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }
}
