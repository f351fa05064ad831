package io.github.easel.image;

import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import java.util.BitSet;

/**
 * Changes masks before they are used. Soft masks stay soft: what is half marked is half marked
 * afterwards, only elsewhere.
 */
public final class MaskShaping {

  private static final int FULL = 255;

  /** Shades of a soft mask that are grown each by itself; what lies between is rounded. */
  private static final int SHADES = 15;

  private MaskShaping() {}

  /** The mask turned round and grown as the shape says, not blurred. */
  static Mask solid(Mask mask, MaskShape shape) {
    return grown(shape.inverted() ? inverted(mask) : mask, shape.grow());
  }

  /** The mask turned round, grown and blurred as the shape says: how much of it is seen. */
  public static Mask shaped(Mask mask, MaskShape shape) {
    return blurred(solid(mask, shape), shape.blur());
  }

  /** What was kept is replaced, and the other way round. */
  public static Mask inverted(Mask mask) {
    byte[] values = mask.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (FULL - (values[i] & FULL));
    }
    return Mask.of(mask.width(), mask.height(), values);
  }

  /**
   * The mask with its edge moved by a distance, round at corners.
   *
   * @param pixels outwards, inwards below 0
   */
  public static Mask grown(Mask mask, int pixels) {
    if (pixels == 0) {
      return mask;
    }
    return pixels > 0 ? outwards(mask, pixels) : inverted(outwards(inverted(mask), -pixels));
  }

  /** The most marked of all pixels within a distance, shade by shade. */
  private static Mask outwards(Mask mask, int pixels) {
    byte[] values = mask.values();
    BitSet shades = new BitSet();
    for (byte value : values) {
      shades.set(shade(value & FULL));
    }
    byte[] grown = values.clone();
    boolean[] marked = new boolean[values.length];
    float most = (float) pixels * pixels;
    for (int shade = shades.nextSetBit(1); shade > 0; shade = shades.nextSetBit(shade + 1)) {
      for (int i = 0; i < values.length; i++) {
        marked[i] = shade(values[i] & FULL) >= shade;
      }
      float[] distance = DistanceField.squared(marked, mask.width(), mask.height());
      int level = shade * FULL / SHADES;
      for (int i = 0; i < grown.length; i++) {
        if (distance[i] <= most && level > (grown[i] & FULL)) {
          grown[i] = (byte) level;
        }
      }
    }
    return Mask.of(mask.width(), mask.height(), grown);
  }

  private static int shade(int value) {
    return (2 * value * SHADES + FULL) / (2 * FULL);
  }

  /**
   * The mask with a soft edge.
   *
   * @param deviation of the normal distribution, in pixels; 0 leaves the mask as it is
   */
  public static Mask blurred(Mask mask, double deviation) {
    GaussianBlur blur = new GaussianBlur(deviation);
    if (blur.reach() == 0) {
      return mask;
    }
    byte[] values = mask.values();
    float[] plane = new float[values.length];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = values[i] & FULL;
    }
    blur.apply(plane, mask.width(), mask.height());
    for (int i = 0; i < plane.length; i++) {
      values[i] = (byte) Math.round(plane[i]);
    }
    return Mask.of(mask.width(), mask.height(), values);
  }
}
