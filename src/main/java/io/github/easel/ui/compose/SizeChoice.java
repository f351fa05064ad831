package io.github.easel.ui.compose;

import io.github.easel.generation.ImageSize;
import java.util.List;

/**
 * A size to choose by its form.
 *
 * @param form how it lies
 * @param size pixels
 */
public record SizeChoice(Form form, ImageSize size) {

  /** How a picture lies. */
  public enum Form {
    SQUARE,
    PORTRAIT,
    LANDSCAPE;

    /** The key of its name. */
    public String key() {
      return "size." + name();
    }
  }

  /** Three halvings in the UNet times the eight pixels of a latent cell. */
  static final int GRID = 64;

  /**
   * A square, a portrait and a landscape with sides of two to three, around the size that a model
   * was trained for. The short side stays as trained, since smaller ones spoil pictures.
   */
  public static List<SizeChoice> around(ImageSize trained) {
    int side = Math.min(trained.width(), trained.height());
    int longer = Math.max(side, Math.round(side * 1.5f / GRID) * GRID);
    return List.of(
        new SizeChoice(Form.SQUARE, new ImageSize(side, side)),
        new SizeChoice(Form.PORTRAIT, new ImageSize(side, longer)),
        new SizeChoice(Form.LANDSCAPE, new ImageSize(longer, side)));
  }
}
