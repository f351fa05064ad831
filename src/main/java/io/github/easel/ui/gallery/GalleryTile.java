package io.github.easel.ui.gallery;

import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Marks;
import io.github.easel.ui.text.Messages;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** One picture in the gallery, in a square, with what was noted of it. */
final class GalleryTile extends StackPane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass LEAD = PseudoClass.getPseudoClass("lead");

  private static final double ROUND = 12;

  private final Messages messages;
  private final Rectangle corners = new Rectangle();
  private final ImageView view = new ImageView();
  private final Label unreadable = new Label("?");
  private final StackPane undecided = new StackPane(new FontIcon(Material2MZ.PENDING));
  private final StackPane chosen = new StackPane(new FontIcon(Material2AL.CHECK));
  private final FontIcon favourite = new FontIcon(Material2AL.FAVORITE);
  private final Label stars = new Label("", new FontIcon(Material2MZ.STAR));
  private final Label label = new Label();
  private final HBox marks = new HBox(favourite, stars, label);
  private final ChangeListener<Object> describing = (property, old, now) -> describe();
  private @Nullable GalleryPicture picture;
  private int place;

  GalleryTile(Messages messages) {
    this.messages = messages;
    view.setPreserveRatio(true);
    view.setSmooth(true);
    unreadable.getStyleClass().add("tile-unreadable");
    unreadable.setVisible(false);
    Region ring = new Region();
    ring.getStyleClass().add("tile-ring");
    badge(undecided, "tile-undecided", Pos.TOP_RIGHT);
    badge(chosen, "tile-chosen", Pos.TOP_LEFT);
    badge(marks, "tile-marks", Pos.BOTTOM_LEFT);
    marks.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    stars.getStyleClass().add("tile-stars");
    label.getStyleClass().add("colour-dot");
    getChildren().addAll(view, unreadable, marks, undecided, chosen, ring);
    getStyleClass().add("tile");
    corners.setArcWidth(ROUND);
    corners.setArcHeight(ROUND);
    setClip(corners);
    setAccessibleRole(AccessibleRole.LIST_ITEM);
  }

  private static void badge(Node badge, String style, Pos corner) {
    badge.getStyleClass().add(style);
    badge.setVisible(false);
    StackPane.setAlignment(badge, corner);
    StackPane.setMargin(badge, new Insets(6));
  }

  /** Shows this picture, or none, from now on. */
  void show(@Nullable GalleryPicture now, int at) {
    place = at;
    if (picture == now) {
      return;
    }
    if (picture != null) {
      view.imageProperty().unbind();
      view.setImage(null);
      unreadable.visibleProperty().unbind();
      undecided.visibleProperty().unbind();
      picture.item().removeListener(describing);
      picture.isUndecided().removeListener(describing);
    }
    picture = now;
    if (now != null) {
      view.imageProperty().bind(now.thumbnail());
      unreadable.visibleProperty().bind(now.isUnreadable());
      undecided.visibleProperty().bind(now.isUndecided());
      now.item().addListener(describing);
      now.isUndecided().addListener(describing);
      describe();
    }
  }

  /** What it shows, what was noted of it, in words and signs. */
  void describe() {
    GalleryPicture now = picture;
    if (now == null) {
      return;
    }
    Marks noted = now.marks();
    show(favourite, noted.favourite());
    show(stars, noted.stars() > 0);
    stars.setText(Integer.toString(noted.stars()));
    show(label, noted.label().isPresent());
    noted.label().ifPresent(colour -> ColourDots.dress(label, colour, messages));
    marks.setVisible(noted.favourite() || noted.stars() > 0 || noted.label().isPresent());
    String words = PictureWords.describe(now, messages);
    setAccessibleText(now.isUndecided().get() ? messages.now("gallery.undecided", words) : words);
  }

  private static void show(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  /** Shows whether it is chosen, among others, and whether it is the one in the viewer. */
  void mark(boolean selected, boolean lead, boolean many) {
    pseudoClassStateChanged(SELECTED, selected);
    pseudoClassStateChanged(LEAD, lead);
    chosen.setVisible(selected && many);
  }

  @Nullable GalleryPicture picture() {
    return picture;
  }

  /** Where it lies among all. */
  int place() {
    return place;
  }

  /** What the collection knows of it, for a hint. */
  @Nullable GalleryItem item() {
    return picture == null ? null : picture.item().get();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case INDEX -> place;
      case SELECTED -> getPseudoClassStates().contains(SELECTED);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  void resizeTo(double side) {
    setMinSize(side, side);
    setPrefSize(side, side);
    setMaxSize(side, side);
    view.setFitWidth(side);
    view.setFitHeight(side);
    corners.setWidth(side);
    corners.setHeight(side);
  }
}
