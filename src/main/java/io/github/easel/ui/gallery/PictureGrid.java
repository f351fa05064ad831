package io.github.easel.ui.gallery;

import io.github.easel.ui.text.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Squares of pictures under headings, of which only those in sight exist. All cells are of one
 * size, so that any place is found by reckoning: a frame costs what one sees, whether a hundred or
 * a hundred thousand pictures lie around it.
 */
final class PictureGrid extends Region {

  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
  private static final double BAR = 12;

  /** The least length of what is drawn to scroll, for a mouse to take hold of. */
  private static final double THUMB = 40;

  private static final double LEFT = 16;
  private static final double RIGHT = 4;
  private static final double BOTTOM = 16;

  private final GalleryViewModel gallery;
  private final Messages messages;
  private final DoubleProperty tileSize;
  private final Pane content = new Pane();
  private final ScrollBar bar = new ScrollBar();
  private final Tooltip hint = new Tooltip();
  private final Map<Long, GalleryTile> tiles = new HashMap<>();
  private final Deque<GalleryTile> spare = new ArrayDeque<>();
  private final List<Label> headings = new ArrayList<>();
  private Listing listing = Listing.NOTHING;
  private GridGeometry geometry = new GridGeometry(List.of(), 2, 100);
  private int columns = 2;
  private double offset;
  private boolean fromTop;

  /**
   * @param tileSize what a picture's side should be near to
   */
  PictureGrid(GalleryViewModel gallery, DoubleProperty tileSize, Messages messages) {
    this.gallery = gallery;
    this.tileSize = tileSize;
    this.messages = messages;
    setId("gallery");
    getStyleClass().add("picture-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    accessibleTextProperty().bind(messages.text("gallery.title"));
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    content.setManaged(false);
    bar.setManaged(false);
    bar.setOrientation(Orientation.VERTICAL);
    bar.getStyleClass().add("gallery-bar");
    bar.accessibleTextProperty().bind(messages.text("gallery.scroll"));
    bar.valueProperty().addListener((property, old, now) -> scrollTo(now.doubleValue()));
    hint.setShowDelay(Duration.millis(600));
    hint.setWrapText(true);
    hint.setMaxWidth(320);
    getChildren().addAll(content, bar);
    setMinSize(0, 0);
    addEventHandler(ScrollEvent.SCROLL, this::onScroll);
    gallery.listing().addListener((property, old, now) -> take(now));
    gallery.selection().changes().addListener(changed -> markAll());
    gallery.taken().addListener(changed -> reveal());
    gallery.question().parts().forEach(part -> part.addListener(changed -> fromTop = true));
    gallery.question().words().addListener(changed -> fromTop = true);
    tileSize.addListener(changed -> requestLayout());
    messages.language().addListener(changed -> rename());
    take(gallery.listing().get());
  }

  private void take(Listing now) {
    if (fromTop) {
      fromTop = false;
      offset = 0;
      listing = now;
      geometry = new GridGeometry(now.sections(), columns, geometry.side());
    } else {
      anchored(
          () -> {
            listing = now;
            geometry = new GridGeometry(now.sections(), columns, geometry.side());
          });
    }
    requestLayout();
    notifyAccessibleAttributeChanged(AccessibleAttribute.ITEM_COUNT);
  }

  /** What one looks at stays where it is; at the very top, what is new is what one looks at. */
  private void anchored(Runnable change) {
    GridGeometry.Span seen = geometry.between(offset, offset + getHeight());
    List<Long> ids = new ArrayList<>();
    List<Double> distances = new ArrayList<>();
    for (int place = seen.from();
        offset > 0 && place < Math.min(seen.to(), listing.size());
        place++) {
      ids.add(listing.id(place));
      distances.add(geometry.spot(place).y() - offset);
    }
    change.run();
    for (int i = 0; i < ids.size(); i++) {
      int place = listing.place(gallery.numberNow(ids.get(i)));
      if (place >= 0) {
        offset = Math.max(0, geometry.spot(place).y() - distances.get(i));
        return;
      }
    }
  }

  private void rename() {
    tiles.values().forEach(GalleryTile::describe);
    requestLayout();
  }

  private void onScroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      tileSize.set(TileSizes.next(tileSize.get(), event.getDeltaY() > 0 ? 1 : -1));
    } else {
      scrollTo(offset - event.getDeltaY());
    }
    event.consume();
  }

  private void scrollTo(double wanted) {
    double within = Math.max(0, Math.min(wanted, most()));
    if (Math.rint(within) != Math.rint(offset)) {
      offset = within;
      requestLayout();
    }
  }

  private double most() {
    return Math.max(0, geometry.height() + BOTTOM - getHeight());
  }

  /** Brings the leading picture into sight, if it is not. */
  void reveal() {
    int place = gallery.selection().lead();
    if (place < 0 || getHeight() == 0) {
      return;
    }
    double top = geometry.spot(place).y();
    double over = geometry.over(place);
    if (top - over < offset) {
      scrollTo(top - over);
    } else if (top + geometry.side() > offset + getHeight()) {
      scrollTo(top + geometry.side() + GridGeometry.GAP - getHeight());
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - LEFT - RIGHT - BAR;
    if (width <= 0 || getHeight() <= 0) {
      return;
    }
    int fitting = GridGeometry.columns(width, tileSize.get());
    double side = GridGeometry.side(width, fitting);
    if (fitting != columns || side != geometry.side()) {
      anchored(
          () -> {
            columns = fitting;
            geometry = new GridGeometry(listing.sections(), fitting, side);
          });
    }
    offset = Math.max(0, Math.min(offset, most()));
    content.resizeRelocate(0, 0, getWidth() - BAR, getHeight());
    layoutBar();
    layoutHeadings(width);
    layoutTiles();
  }

  private void layoutBar() {
    double most = most();
    bar.setVisible(most > 0);
    bar.setMax(most);
    double share = Math.max(getHeight() / Math.max(1, most + getHeight()), THUMB / getHeight());
    bar.setVisibleAmount(most * Math.min(1, share));
    bar.setUnitIncrement(geometry.side() + GridGeometry.GAP);
    bar.setBlockIncrement(getHeight());
    bar.setValue(offset);
    bar.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
  }

  private void layoutTiles() {
    GridGeometry.Span span = geometry.between(offset, offset + getHeight());
    Map<Long, Integer> wanted = new HashMap<>();
    for (int place = span.from(); place < span.to(); place++) {
      wanted.put(listing.id(place), place);
    }
    for (Iterator<Map.Entry<Long, GalleryTile>> all = tiles.entrySet().iterator();
        all.hasNext(); ) {
      Map.Entry<Long, GalleryTile> entry = all.next();
      Integer place = wanted.get(entry.getKey());
      GalleryTile tile = entry.getValue();
      if (place == null || gallery.at(place) != tile.picture()) {
        release(tile);
        all.remove();
      }
    }
    wanted.forEach((id, place) -> position(tiles.computeIfAbsent(id, fresh -> tile(place)), place));
    spare.forEach(tile -> tile.setVisible(false));
  }

  private GalleryTile tile(int place) {
    GalleryTile tile = spare.poll();
    if (tile == null) {
      tile = new GalleryTile(messages);
      tile.setManaged(false);
      Tooltip.install(tile, hint);
      GalleryTile made = tile;
      tile.setOnMouseEntered(event -> explain(made));
      content.getChildren().add(tile);
    }
    GalleryPicture picture = gallery.at(place);
    tile.show(picture, place);
    tile.setVisible(true);
    gallery.seen(picture);
    return tile;
  }

  private void explain(GalleryTile tile) {
    GalleryPicture picture = tile.picture();
    if (picture != null) {
      hint.setText(PictureWords.hint(picture, messages));
    }
  }

  private void release(GalleryTile tile) {
    GalleryPicture picture = tile.picture();
    if (picture != null) {
      gallery.unseen(picture);
    }
    tile.show(null, -1);
    spare.push(tile);
  }

  private void position(GalleryTile tile, int place) {
    GridGeometry.Spot spot = geometry.spot(place);
    tile.show(tile.picture(), place);
    tile.resizeTo(geometry.side());
    tile.resizeRelocate(
        LEFT + spot.x(), Math.rint(spot.y() - offset), geometry.side(), geometry.side());
    mark(tile);
  }

  private void mark(GalleryTile tile) {
    GallerySelection selection = gallery.selection();
    tile.mark(
        selection.has(tile.place()), tile.place() == selection.lead(), selection.count().get() > 1);
  }

  private void markAll() {
    tiles.values().forEach(this::mark);
    notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
  }

  private void layoutHeadings(double width) {
    List<Section> sections = listing.sections();
    int used = 0;
    if (!sections.isEmpty()) {
      int section = geometry.sectionAt(offset);
      while (section < sections.size() && geometry.top(section) < offset + getHeight()) {
        if (sections.get(section).heading() != Section.None.NONE) {
          Label heading = heading(used++);
          heading.setText(PictureWords.heading(sections.get(section), gallery.today(), messages));
          double top = geometry.headingTop(section, offset) - offset;
          heading.resizeRelocate(0, Math.rint(top), width + LEFT, GridGeometry.HEADING);
          heading.pseudoClassStateChanged(PINNED, top > geometry.top(section) - offset);
        }
        section++;
      }
    }
    for (int i = 0; i < headings.size(); i++) {
      headings.get(i).setVisible(i < used);
    }
  }

  private Label heading(int number) {
    if (number == headings.size()) {
      Label heading = new Label();
      heading.setManaged(false);
      heading.setViewOrder(-1); // pictures go under the one that stays
      heading.getStyleClass().add("gallery-day");
      headings.add(heading);
      content.getChildren().add(heading);
    }
    return headings.get(number);
  }

  /** The tile that a node of it belongs to, if any. */
  static @Nullable GalleryTile tileOf(@Nullable Object target) {
    for (javafx.scene.Node node = target instanceof javafx.scene.Node one ? one : null;
        node != null;
        node = node.getParent()) {
      if (node instanceof GalleryTile tile) {
        return tile;
      }
    }
    return null;
  }

  /** The tile of the leading picture, if it is in sight. */
  @Nullable GalleryTile leadTile() {
    return tiles.get(gallery.selection().leadId());
  }

  /** Where all lie. */
  GridGeometry geometry() {
    return geometry;
  }

  /** How far it is scrolled, pixels. */
  double offset() {
    return offset;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> listing.size();
      case FOCUS_ITEM -> leadTile();
      case ITEM_AT_INDEX ->
          parameters.length == 1 && parameters[0] instanceof Integer place && place < listing.size()
              ? tiles.get(listing.id(place))
              : null;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
