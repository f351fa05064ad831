package io.github.easel.ui.viewer;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen on the canvas.
 *
 * @param picture the finished picture; null for one that is being drawn
 * @param width the finished picture's
 * @param height the finished picture's
 * @param pixels of the same shape, perhaps fewer; null while they are being read
 * @param standIn a small image that can be shown at once, if any
 * @param words what it shows, for those who cannot see it
 */
record Sight(
    @Nullable Picture picture,
    int width,
    int height,
    @Nullable PixelImage pixels,
    @Nullable Image standIn,
    String words) {

  static Sight of(Picture picture) {
    return new Sight(
        picture,
        picture.width(),
        picture.height(),
        picture.pixels().get(),
        picture.thumbnail().get(),
        picture.request().prompt().positive());
  }

  static Sight of(Preview preview, GenerationRequest request) {
    return new Sight(
        null,
        request.size().width(),
        request.size().height(),
        preview.image(),
        null,
        request.prompt().positive());
  }

  /** Whether an image of the other can stay until this one's is ready without anybody noticing. */
  boolean follows(@Nullable Sight other) {
    return other != null
        && other.width == width
        && other.height == height
        && (other.picture == null || picture == other.picture);
  }
}
