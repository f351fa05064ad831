package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StrokeTest {

  private static final Area ALL = new Area(-512, -512, 1024, 1024);

  /** A picture without clear pixels, each of another colour. */
  private static Raster noise(long seed) {
    int[] pixels = new Random(seed).ints(1024L * 1024).toArray();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Pixels.premultiplied(pixels[i]);
    }
    return Raster.CLEAR.with(ALL, pixels);
  }

  private static Brush brush(Random random) {
    Ink ink = random.nextBoolean() ? Ink.of(random.nextInt()) : Ink.ERASER;
    double flow = random.nextBoolean() ? 1 : 0.05 + 0.9 * random.nextDouble();
    return new Brush(
        1 + 80 * random.nextDouble(), random.nextDouble(), random.nextDouble(), flow, ink);
  }

  @Property(tries = 30)
  void changesNothingOutsideTheAreasThatItTells(@ForAll long seed) {
    Random random = new Random(seed);
    Raster raster = noise(seed);
    Stroke stroke = Stroke.begin(raster, brush(random));
    Area all = Area.NONE;
    for (int i = 0; i < 4; i++) {
      Raster before = stroke.raster();
      Area dirty =
          stroke.to(random.nextInt(900) - 450, random.nextInt(900) - 450, random.nextDouble());
      all = all.or(dirty);
      sameOutside(before.pixels(ALL), stroke.raster().pixels(ALL), dirty);
    }
    sameOutside(raster.pixels(ALL), stroke.end().pixels(ALL), all);
    assertThat(raster.pixels(ALL)).isEqualTo(noise(seed).pixels(ALL));
  }

  private static void sameOutside(int[] before, int[] after, Area dirty) {
    for (int i = 0; i < before.length; i++) {
      if (before[i] != after[i]) {
        int x = ALL.x() + i % ALL.width();
        int y = ALL.y() + i / ALL.width();
        if (!dirty.holds(new Area(x, y, 1, 1))) {
          throw new AssertionError(x + ", " + y + " is outside " + dirty);
        }
      }
    }
  }

  @Property(tries = 30)
  void leavesNoColourLargerThanItsOpacity(@ForAll long seed) {
    Random random = new Random(seed);
    Raster raster = noise(seed);
    for (int i = 0; i < 3; i++) {
      raster = Paintings.stroke(raster, random);
    }
    for (int pixel : raster.pixels(ALL)) {
      int alpha = pixel >>> 24;
      if ((pixel >> 16 & 255) > alpha || (pixel >> 8 & 255) > alpha || (pixel & 255) > alpha) {
        throw new AssertionError(Integer.toHexString(pixel));
      }
    }
  }

  @Property(tries = 20)
  void isTheSameHoweverOftenItWasLookedAt(@ForAll long seed) {
    Raster raster = noise(seed);
    Brush brush = brush(new Random(seed));
    Stroke seen = Stroke.begin(raster, brush);
    Stroke unseen = Stroke.begin(raster, brush);
    Random way = new Random(seed + 1);
    for (int i = 0; i < 12; i++) {
      double x = way.nextInt(900) - 450;
      double y = way.nextInt(900) - 450;
      seen.to(x, y, 1);
      unseen.to(x, y, 1);
      seen.raster();
    }
    assertThat(seen.end().pixels(ALL)).isEqualTo(unseen.end().pixels(ALL));
  }

  @Test
  void paintsNoDarkerThanItsOpacityWhereItCrossesItself() {
    Stroke stroke = Stroke.begin(Raster.CLEAR, new Brush(40, 0.5, 0.5, 0.3, Ink.of(0xFF0000)));
    for (int i = 0; i < 40; i++) {
      stroke.to(i % 2 == 0 ? 20 : 200, 50, 1);
    }
    Raster raster = stroke.end();
    assertThat(raster.at(100, 50) >>> 24).isBetween(127, 128);
    for (int pixel : raster.pixels(ALL)) {
      assertThat(pixel >>> 24).isLessThanOrEqualTo(128);
    }
  }

  @Test
  void coversTheSameHoweverThePathIsCut() {
    Brush brush = Brush.of(30, 0.8, Ink.of(0x123456));
    Stroke atOnce = Stroke.begin(Raster.CLEAR, brush);
    atOnce.to(10, 10, 1);
    atOnce.to(210, 10, 1);
    Stroke inParts = Stroke.begin(Raster.CLEAR, brush);
    for (int x = 10; x <= 210; x++) {
      inParts.to(x, 10, 1);
    }
    int[] one = atOnce.end().pixels(ALL);
    int[] other = inParts.end().pixels(ALL);
    for (int i = 0; i < one.length; i++) {
      assertThat(Pixels.distance(one[i], other[i])).isLessThan(3);
    }
  }

  @Test
  void hasASoftEdgeWithoutNotches() {
    Stroke stroke = Stroke.begin(Raster.CLEAR, Brush.of(100, 1, Ink.of(0)));
    stroke.to(0, 0.5, 1);
    stroke.to(400, 0.5, 1);
    Raster raster = stroke.end();
    int edge = raster.at(200, -50) >>> 24;
    for (int x = 100; x < 300; x++) {
      assertThat(raster.at(x, 0) >>> 24).isEqualTo(255);
      assertThat(raster.at(x, -50) >>> 24).isCloseTo(edge, within(16));
      assertThat(raster.at(x, -52) >>> 24).isZero();
    }
    assertThat(edge).isBetween(1, 254);
  }

  private static org.assertj.core.data.Offset<Integer> within(int values) {
    return org.assertj.core.data.Offset.offset(values);
  }

  @Test
  void isThinnerWhereThePenIsPressedLess() {
    Stroke stroke = Stroke.begin(Raster.CLEAR, Brush.of(40, 1, Ink.of(0)));
    stroke.to(0, 0, 1);
    stroke.to(400, 0, 0.1);
    Raster raster = stroke.end();
    assertThat(raster.at(0, 15) >>> 24).isEqualTo(255);
    assertThat(raster.at(390, 15)).isZero();
    assertThat(raster.at(390, 0) >>> 24).isEqualTo(255);
  }

  @Test
  void erasesAndLeavesNoTileWhereAllIsErased() {
    Area dot = new Area(10, 10, 5, 5);
    int[] pixels = new int[25];
    java.util.Arrays.fill(pixels, -1);
    Stroke stroke = Stroke.begin(Raster.CLEAR.with(dot, pixels), Brush.of(40, 1, Ink.ERASER));
    stroke.to(12, 12, 1);
    assertThat(stroke.end().clear()).isTrue();
  }

  @Test
  void stopsAtTheEdgeOfTheSheet() {
    Stroke stroke = Stroke.begin(Raster.CLEAR, Brush.of(40, 1, Ink.of(0)));
    stroke.to(Limits.BOUNDS.right() - 5, 0, 1);
    stroke.to(Limits.BOUNDS.right() + 200, 0, 1);
    stroke.to(1e9, 1e9, 1e9);
    assertThat(Limits.BOUNDS.holds(stroke.end().extent())).isTrue();
  }

  @Test
  void copiesOnlyTilesThatItTouches() {
    Raster raster = noise(3);
    Stroke stroke = Stroke.begin(raster, Brush.of(20, 1, Ink.of(0)));
    stroke.to(100, 100, 1);
    assertThat(stroke.raster().differences(raster)).containsExactly(new Raster.At(0, 0));
    assertThat(stroke.raster()).isSameAs(stroke.end());
  }

  @Test
  void refusesBrushesThatAreNone() {
    for (double wrong : new double[] {0, -1, 1001, Double.NaN}) {
      assertThatThrownBy(() -> Brush.of(wrong, 1, Ink.of(0)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> new Brush(9, 1, 1, wrong, Ink.of(0)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
