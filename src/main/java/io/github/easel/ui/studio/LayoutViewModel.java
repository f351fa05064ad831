package io.github.easel.ui.studio;

import io.github.easel.settings.Session.Layout;
import io.github.easel.ui.keys.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Which panels show, how large they are, what is folded away, and which page lies in the middle.
 */
public final class LayoutViewModel {

  /** What the canvas is called among the parts of a session that are open. */
  private static final String CANVAS = "canvas";

  /** What the side of a picture in the gallery is near to on a first start. */
  private static final double TILE = 116;

  private final Side left;
  private final Side right;
  private final Side drawer;
  private final StringProperty drawerTab;
  private final DoubleProperty tileSize;
  private final Map<String, BooleanProperty> parts = new TreeMap<>();
  private final ReadOnlyIntegerWrapper partChanges = new ReadOnlyIntegerWrapper();
  private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.VIEWER);

  /** Which of the two faces lies under the pages. */
  private final BooleanProperty canvas;

  LayoutViewModel(Layout last) {
    left = new Side(last.left(), 376, 320, 560);
    right = new Side(last.right(), 316, 240, 640);
    drawer = new Side(last.drawer(), 248, 140, 640);
    drawerTab = new SimpleStringProperty(last.drawerTab());
    tileSize = new SimpleDoubleProperty(last.tile() == 0 ? TILE : last.tile());
    last.folded().forEach(name -> part(name, false));
    last.unfolded().stream().filter(name -> !name.equals(CANVAS)).forEach(name -> part(name, true));
    canvas = new SimpleBooleanProperty(last.unfolded().contains(CANVAS));
    canvas.addListener(changed -> partChanges.set(partChanges.get() + 1));
    page.addListener((property, old, now) -> turn(now));
    page.set(face());
  }

  private void turn(Page now) {
    if (now.isFace()) {
      canvas.set(now == Page.CANVAS);
    }
  }

  private Page face() {
    return canvas.get() ? Page.CANVAS : Page.VIEWER;
  }

  /** The column of what is typed and chosen. */
  public Side left() {
    return left;
  }

  /** The column of the pictures that there are. */
  public Side right() {
    return right;
  }

  /** The drawer at the bottom. */
  public Side drawer() {
    return drawer;
  }

  /** Which of the drawer's pages shows; empty for the first. */
  public StringProperty drawerTab() {
    return drawerTab;
  }

  /** What the side of a picture in the gallery should be near to, pixels. */
  DoubleProperty tileSize() {
    return tileSize;
  }

  /**
   * Whether a part that can be folded away is open; remembered from start to start.
   *
   * @param usually whether it is open on a first start
   */
  public BooleanProperty part(String name, boolean usually) {
    return parts.computeIfAbsent(
        name,
        absent -> {
          BooleanProperty open = new SimpleBooleanProperty(usually);
          open.addListener(changed -> partChanges.set(partChanges.get() + 1));
          return open;
        });
  }

  /** What lies in the middle. */
  public ObjectProperty<Page> page() {
    return page;
  }

  /** Goes to the page, or from it back to what lay under it; from the canvas to the pictures. */
  public void toggle(Page wanted) {
    boolean there = page.get() == wanted;
    page.set(!there ? wanted : wanted == Page.CANVAS ? Page.VIEWER : face());
  }

  /** What keys mean now. */
  Command.Place place() {
    return page.get() == Page.CANVAS ? Command.Place.CANVAS : Command.Place.VIEWER;
  }

  /** Whether a page lay over the pictures or the canvas; it is left. */
  public boolean leavePage() {
    boolean away = !page.get().isFace();
    page.set(face());
    return away;
  }

  /** Hides all panels; if none shows, brings back both columns. */
  public void toggleAll() {
    boolean any = left.open().get() || right.open().get() || drawer.open().get();
    left.open().set(!any);
    right.open().set(!any);
    drawer.open().set(false);
  }

  /** What the next start should find. */
  public Layout snapshot() {
    List<String> folded = new ArrayList<>();
    List<String> unfolded = new ArrayList<>();
    parts.forEach((name, open) -> (open.get() ? unfolded : folded).add(name));
    if (canvas.get()) {
      unfolded.add(CANVAS);
    }
    return new Layout(
        left.snapshot(),
        right.snapshot(),
        drawer.snapshot(),
        drawerTab.get(),
        folded,
        unfolded,
        tileSize.get() == TILE ? 0 : tileSize.get());
  }

  /** All that {@link #snapshot} depends on. */
  public Observable[] parts() {
    ReadOnlyIntegerProperty folds = partChanges.getReadOnlyProperty();
    return Stream.concat(
            Stream.of(left, right, drawer).flatMap(side -> Stream.of(side.size(), side.open())),
            Stream.of(drawerTab, folds, tileSize))
        .toArray(Observable[]::new);
  }
}
