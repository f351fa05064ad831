package io.github.easel.app.paint;

import io.github.easel.canvas.Area;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RefusedValue;
import java.util.ArrayList;
import java.util.List;

/**
 * In which windows a picture is extended, one after the other. Every window looks at what is there
 * already, so that the new continues the old: first the picture grows to its left and right, then,
 * as wide as it is by then, upwards and downwards.
 *
 * @param picture where the picture lies in the extended one
 * @param target the extended picture, at the origin
 * @param windows what is drawn, in order
 */
public record OutpaintPlan(Area picture, Area target, List<Window> windows) {

  /** Pixels of the longest side that an extended picture may have. */
  public static final int LONGEST = 16_384;

  private static final int LEAST_OVERLAP = 8;

  /**
   * One generation.
   *
   * @param area what it shows, in the extended picture
   * @param side where the new part of it lies
   */
  public record Window(Area area, Side side) {}

  public OutpaintPlan {
    windows = List.copyOf(windows);
  }

  /**
   * Plans an extension.
   *
   * @param width the picture's pixels
   * @param height the picture's pixels
   * @param margins how far it goes
   * @param tile the largest window
   * @param overlap pixels of what is there that a window sees at least, where there are as many; 8
   *     to half of the tile's shorter side
   * @throws RefusedValue if nothing is extended, the overlap is out of range, or the picture would
   *     become larger than {@link #LONGEST}
   */
  public static OutpaintPlan of(
      int width, int height, Margins margins, ImageSize tile, int overlap) {
    int mostOverlap = Math.min(tile.width(), tile.height()) / 2;
    if (overlap < LEAST_OVERLAP || overlap > mostOverlap) {
      throw new RefusedValue(RefusedValue.Kind.OVERLAP, overlap, LEAST_OVERLAP, mostOverlap);
    }
    if (margins.none()) {
      throw new RefusedValue(RefusedValue.Kind.NO_MARGIN, 0);
    }
    Area picture = new Area(margins.left(), margins.top(), width, height);
    Area target =
        new Area(
            0,
            0,
            margins.left() + width + margins.right(),
            margins.top() + height + margins.bottom());
    if (Math.max(target.width(), target.height()) > LONGEST) {
      throw new RefusedValue(
          RefusedValue.Kind.EXTENDED_SIZE, target.width() + "x" + target.height(), LONGEST);
    }
    List<Window> windows = new ArrayList<>();
    Area known = picture;
    for (Side side : Side.values()) {
      known = extend(known, side, margins.at(side), tile, overlap, windows);
    }
    return new OutpaintPlan(picture, target, windows);
  }

  /** Adds the windows that extend what is known to one side; gives what is known then. */
  private static Area extend(
      Area known, Side side, int margin, ImageSize tile, int overlap, List<Window> windows) {
    int along = side.horizontal() ? tile.width() : tile.height();
    int rounds = (margin + along - overlap - 1) / (along - overlap);
    Area grown = known;
    for (int round = 0; round < rounds; round++) {
      int done = (int) ((long) margin * round / rounds);
      int step = (int) ((long) margin * (round + 1) / rounds) - done;
      int seen = Math.min(side.horizontal() ? grown.width() : grown.height(), along - step);
      for (int[] span : spans(grown, side, tile, overlap)) {
        windows.add(new Window(window(grown, side, step, seen, span), side));
      }
      grown = grown.or(strip(grown, side, step, 0));
    }
    return grown;
  }

  private static Area window(Area known, Side side, int step, int seen, int[] span) {
    Area strip = strip(known, side, step, seen);
    return side.horizontal()
        ? new Area(strip.x(), span[0], strip.width(), span[1])
        : new Area(span[0], strip.y(), span[1], strip.height());
  }

  /** What lies past a side, with as much of the known as is seen. */
  private static Area strip(Area known, Side side, int step, int seen) {
    return switch (side) {
      case LEFT -> new Area(known.x() - step, known.y(), step + seen, known.height());
      case RIGHT -> new Area(known.right() - seen, known.y(), step + seen, known.height());
      case TOP -> new Area(known.x(), known.y() - step, known.width(), step + seen);
      case BOTTOM -> new Area(known.x(), known.bottom() - seen, known.width(), step + seen);
    };
  }

  /** Begins and lengths of the windows side by side along the edge. */
  private static List<int[]> spans(Area known, Side side, ImageSize tile, int overlap) {
    int begin = side.horizontal() ? known.y() : known.x();
    int length = side.horizontal() ? known.height() : known.width();
    int most = side.horizontal() ? tile.height() : tile.width();
    if (length <= most) {
      return List.of(new int[] {begin, length});
    }
    int count = (length - overlap + most - overlap - 1) / (most - overlap);
    List<int[]> spans = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      spans.add(new int[] {begin + (int) ((long) i * (length - most) / (count - 1)), most});
    }
    return spans;
  }
}
