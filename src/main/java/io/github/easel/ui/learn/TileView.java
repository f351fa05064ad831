package io.github.easel.ui.learn;

import io.github.easel.generation.PixelImage;
import io.github.easel.ui.viewer.Images;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A square with a name above it and a note below. */
final class TileView extends Region {

  private static final double GAP = 8;

  /** A latent cell is shown as a square; finer pictures are made smooth. */
  private static final int COARSE = 160;

  private static final int BLOCKS = 384;

  private final Label name = new Label();
  private final StackPane square;
  private final Region note;

  /** A tile that shows something drawn. */
  TileView(ObservableValue<String> title, Node content, Region note) {
    name.textProperty().bind(title);
    name.getStyleClass().add("tile-name");
    name.setLabelFor(content);
    square = new StackPane(content);
    square.getStyleClass().add("tile-square");
    this.note = note;
    getStyleClass().add("tile");
    getChildren().addAll(name, square, note);
  }

  /** A tile that shows a picture and says what it is. */
  static TileView of(
      ObservableValue<String> title, ObservableValue<PixelImage> picture, Region note) {
    return new TileView(title, new Fitted(title, picture), note);
  }

  /** A note of a few words. */
  static Label note(ObservableValue<String> words) {
    Label label = new Label();
    label.textProperty().bind(words);
    label.getStyleClass().addAll("tile-note");
    label.setWrapText(true);
    return label;
  }

  /** The height of name and note when the square is so wide. */
  double wordsHeight(double side) {
    return name.prefHeight(side) + GAP + GAP + note.prefHeight(side);
  }

  @Override
  protected void layoutChildren() {
    double side = getWidth();
    double above = name.prefHeight(side);
    name.resizeRelocate(0, 0, side, above);
    square.resizeRelocate(0, above + GAP, side, side);
    double top = above + GAP + side + GAP;
    note.resizeRelocate(0, top, side, Math.max(0, getHeight() - top));
  }

  /** A picture as large as its place. */
  private static final class Fitted extends Region {

    private final ImageView view = new ImageView();

    Fitted(ObservableValue<String> title, ObservableValue<PixelImage> picture) {
      view.setPreserveRatio(true);
      setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      accessibleTextProperty().bind(title);
      getChildren().add(view);
      setMinSize(0, 0);
      setPrefSize(0, 0);
      setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      picture.addListener((property, old, now) -> show(now));
      show(picture.getValue());
    }

    private void show(@org.jspecify.annotations.Nullable PixelImage picture) {
      view.setImage(picture == null ? null : Images.of(blocks(picture)));
      requestLayout();
    }

    /** A coarse picture with each of its pixels a block that scaling cannot blur. */
    private static PixelImage blocks(PixelImage picture) {
      int longest = Math.max(picture.width(), picture.height());
      int factor = longest < COARSE ? BLOCKS / longest + 1 : 1;
      int width = factor * picture.width();
      byte[] from = picture.rgb();
      byte[] rgb = new byte[factor * factor * from.length];
      for (int i = 0; i < rgb.length; i++) {
        int x = i / 3 % width / factor;
        int y = i / 3 / width / factor;
        rgb[i] = from[3 * (y * picture.width() + x) + i % 3];
      }
      return PixelImage.of(width, factor * picture.height(), rgb);
    }

    @Override
    protected void layoutChildren() {
      view.setFitWidth(getWidth());
      view.setFitHeight(getHeight());
      double width = view.getLayoutBounds().getWidth();
      double height = view.getLayoutBounds().getHeight();
      view.relocate(Math.floor((getWidth() - width) / 2), Math.floor((getHeight() - height) / 2));
    }
  }
}
