package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundImage;
import javafx.scene.layout.BackgroundPosition;
import javafx.scene.layout.BackgroundRepeat;
import javafx.scene.layout.BackgroundSize;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** A model's picture, cut to its frame; a quiet sign of its kind while there is none. */
final class PictureFrame extends StackPane {

  private static final double ROUND = 10;

  /** Heads are near the top of upright pictures. */
  private static final double FROM_TOP = 0.25;

  private final Region picture = new Region();

  PictureFrame(ModelCard card, ObservableValue<@Nullable Image> image) {
    getStyleClass().add("model-picture");
    FontIcon sign = new FontIcon(icon(card));
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    setClip(clip);
    getChildren().addAll(sign, picture);
    show(image.getValue());
    image.addListener((property, old, now) -> show(now));
  }

  private void show(@Nullable Image image) {
    picture.setBackground(
        image == null
            ? Background.EMPTY
            : new Background(
                new BackgroundImage(
                    image,
                    BackgroundRepeat.NO_REPEAT,
                    BackgroundRepeat.NO_REPEAT,
                    new BackgroundPosition(Side.LEFT, 0.5, true, Side.TOP, FROM_TOP, true),
                    new BackgroundSize(1, 1, true, true, false, true))));
  }

  private static Ikon icon(ModelCard card) {
    if (card.obstacle().isPresent()) {
      return Material2OutlinedMZ.WARNING;
    }
    return switch (card.kind()) {
      case LORA -> Material2OutlinedMZ.TUNE;
      case EMBEDDING -> Material2OutlinedAL.LABEL;
      case VAE -> Material2OutlinedMZ.TRANSFORM;
      case CONTROLNET -> Material2OutlinedAL.ACCOUNT_TREE;
      case TEXT_ENCODER -> Material2OutlinedMZ.TEXT_FIELDS;
      case INPAINTING -> Material2OutlinedAL.BRUSH;
      default -> Material2OutlinedAL.LAYERS;
    };
  }
}
