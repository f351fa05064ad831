package io.github.easel.ui.gallery;

import io.github.easel.ui.text.Messages;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;

/** One picture in the gallery, in a square. */
final class GalleryTile extends StackPane {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private static final double ROUND = 12;

  private final GalleryViewModel gallery;
  private final Rectangle corners = new Rectangle();
  private final ImageView view = new ImageView();
  private final Label unreadable = new Label("?");
  private final StackPane undecided = new StackPane(new FontIcon(Material2MZ.PENDING));
  private @Nullable GalleryPicture picture;

  GalleryTile(GalleryViewModel gallery) {
    this.gallery = gallery;
    view.setPreserveRatio(true);
    view.setSmooth(true);
    unreadable.getStyleClass().add("tile-unreadable");
    unreadable.setVisible(false);
    Region ring = new Region();
    ring.getStyleClass().add("tile-ring");
    undecided.getStyleClass().add("tile-undecided");
    undecided.setVisible(false);
    StackPane.setAlignment(undecided, Pos.TOP_RIGHT);
    StackPane.setMargin(undecided, new Insets(8));
    getChildren().addAll(view, unreadable, undecided, ring);
    getStyleClass().add("tile");
    corners.setArcWidth(ROUND);
    corners.setArcHeight(ROUND);
    setClip(corners);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setOnMousePressed( // with any button, for the menu is about the picture that is shown
        event -> {
          if (picture != null) {
            gallery.show(picture);
          }
        });
  }

  /** Shows this picture, or none, from now on. */
  void show(@Nullable GalleryPicture now, Messages messages) {
    if (picture != now) {
      if (picture != null) {
        gallery.unseen(picture);
        view.imageProperty().unbind();
        view.setImage(null);
        unreadable.visibleProperty().unbind();
        unreadable.setVisible(false);
        undecided.visibleProperty().unbind();
        undecided.setVisible(false);
      }
      picture = now;
      if (now != null) {
        view.imageProperty().bind(now.thumbnail());
        unreadable.visibleProperty().bind(now.isUnreadable());
        undecided.visibleProperty().bind(now.isUndecided());
      }
    }
    setVisible(now != null);
    if (now != null) {
      gallery.seen(now);
      accessibleTextProperty().bind(now.isUndecided().map(waits -> describe(now, waits, messages)));
    } else {
      accessibleTextProperty().unbind();
    }
    mark();
  }

  private static String describe(GalleryPicture picture, boolean waits, Messages messages) {
    String words = describe(picture, messages);
    return waits ? messages.now("gallery.undecided", words) : words;
  }

  /** The words it was made from, where they are at hand, else when it was made. */
  static String describe(GalleryPicture picture, Messages messages) {
    String time =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(messages.locale())
            .format(picture.made());
    return picture
        .picture()
        .map(one -> messages.now("gallery.describe", one.request().prompt().positive(), time))
        .orElse(time);
  }

  /** Shows whether it is the one in the viewer. */
  void mark() {
    pseudoClassStateChanged(SELECTED, picture != null && picture == gallery.selected().get());
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
