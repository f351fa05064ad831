package io.github.easel.image;

import io.github.easel.generation.PixelImage;

/**
 * A square in a picture's own pixels.
 *
 * @param x of its left edge
 * @param y of its top edge
 * @param side both of its sides
 */
public record SquareCrop(int x, int y, int side) {

  /** The picture is looked at so small. */
  private static final int LOOKED_AT = 96;

  /** Around a thing so much of its longer side is left, at each side. */
  private static final double MARGIN = 0.12;

  /** Squares are not suggested smaller than so much of the widest. */
  private static final double LEAST = 0.5;

  /** The largest square there is, in the middle. */
  public static SquareCrop widest(PixelImage image) {
    int side = Math.min(image.width(), image.height());
    return new SquareCrop((image.width() - side) / 2, (image.height() - side) / 2, side);
  }

  /**
   * A square, of half the widest at least, that holds the whole thing that stands out from the
   * colours of the picture's edge, with some margin; the widest where nothing does, or nearly all.
   */
  public static SquareCrop aroundWhatStandsOut(PixelImage image) {
    PixelImage small = Resizing.within(image, LOOKED_AT).held();
    return OutstandingThing.box(small)
        .map(box -> around(box, small).scaled(image, small))
        .orElseGet(() -> widest(image));
  }

  private static SquareCrop around(OutstandingThing.Box box, PixelImage image) {
    int most = Math.min(image.width(), image.height());
    double wanted = (1 + 2 * MARGIN) * Math.max(box.width(), box.height());
    int side = (int) Math.ceil(Math.min(most, Math.max(LEAST * most, wanted)));
    return new SquareCrop(
        within(box.x() + box.width() / 2.0 - side / 2.0, image.width() - side),
        within(box.y() + box.height() / 2.0 - side / 2.0, image.height() - side),
        side);
  }

  private static int within(double place, int most) {
    return (int) Math.max(0, Math.min(most, Math.round(place)));
  }

  private SquareCrop scaled(PixelImage to, PixelImage from) {
    double scale =
        Math.min(to.width(), to.height()) / (double) Math.min(from.width(), from.height());
    int most = Math.min(to.width(), to.height());
    int wide = Math.max(1, Math.min(most, (int) Math.round(side * scale)));
    return new SquareCrop(
        Math.max(0, Math.min(to.width() - wide, (int) Math.round(x * scale))),
        Math.max(0, Math.min(to.height() - wide, (int) Math.round(y * scale))),
        wide);
  }
}
