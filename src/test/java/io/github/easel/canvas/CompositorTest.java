package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CompositorTest {

  private static final Area ALL = new Area(-700, -700, 1400, 1400);

  private static Canvas of(Raster raster) {
    Canvas canvas = Paintings.blank();
    return canvas.with(canvas.layer("paint").with(raster));
  }

  private static Canvas over(Canvas canvas, Raster raster) {
    List<Layer> layers = new ArrayList<>(canvas.layers());
    layers.add(
        layers.size() - 1, new Layer("result", "Result", Layer.Kind.PICTURE, true, 1, raster));
    return new Canvas(layers, "result", canvas.frame());
  }

  private static PixelImage picture(int width, int height, long seed) {
    byte[] rgb = new byte[3 * width * height];
    new Random(seed).nextBytes(rgb);
    return PixelImage.of(width, height, rgb);
  }

  /** By the definition, pixel by pixel. */
  private static int slowly(Canvas canvas, int x, int y) {
    int pixel = 0;
    for (Layer layer : canvas.layers()) {
      if (layer.visible() && layer.kind() != Layer.Kind.MASK) {
        int share = (int) Math.round(255 * layer.opacity());
        pixel = Pixels.over(Pixels.faded(layer.raster().at(x, y), share), pixel);
      }
    }
    return pixel;
  }

  @Property(tries = 15)
  void laysAllVisibleLayersOverEachOther(@ForAll long seed) {
    Canvas canvas = Paintings.history(12, seed).present();
    int[] pixels = Compositor.pixels(canvas, ALL);
    for (int i = 0; i < pixels.length; i += 7) {
      int x = ALL.x() + i % ALL.width();
      int y = ALL.y() + i / ALL.width();
      if (pixels[i] != slowly(canvas, x, y)) {
        throw new AssertionError(x + ", " + y);
      }
    }
    assertThat(Compositor.colourAt(canvas, 3, 9)).isEqualTo(Pixels.straight(slowly(canvas, 3, 9)));
  }

  @Property(tries = 25)
  void tellsEveryTileThatLooksDifferent(@ForAll long seed) {
    Canvas before = Paintings.history(8, seed).present();
    Canvas after = before;
    for (int i = 0; i < 3; i++) {
      after = Paintings.step(after, seed + 100 + i);
    }
    if (seed % 2 == 0) {
      List<Layer> layers = new ArrayList<>(after.layers());
      Collections.shuffle(layers.subList(0, layers.size() - 1), new Random(seed));
      after = new Canvas(layers, after.active(), after.frame());
    }
    Set<Raster.At> told = Compositor.changes(before, after);
    int[] one = new int[Tile.SIDE * Tile.SIDE];
    int[] other = new int[Tile.SIDE * Tile.SIDE];
    for (int row = -3; row < 3; row++) {
      for (int column = -3; column < 3; column++) {
        Raster.At at = new Raster.At(column, row);
        Compositor.tile(before, at, one);
        Compositor.tile(after, at, other);
        assertThat(told.contains(at) || java.util.Arrays.equals(one, other)).isTrue();
        Area change = Compositor.change(before, after, at);
        for (int i = 0; i < one.length; i += 5) {
          Area pixel = new Area(at.area().x() + i % Tile.SIDE, at.area().y() + i / Tile.SIDE, 1, 1);
          if (one[i] != other[i] && !change.holds(pixel)) {
            throw new AssertionError(pixel + " is outside " + change);
          }
        }
      }
    }
    assertThat(Compositor.changes(before, before)).isEmpty();
  }

  @Property(tries = 20)
  void keepsEveryPixelOutsideTheMaskOfAResult(@ForAll long seed) {
    Random random = new Random(seed);
    Canvas canvas =
        of(Pictures.placed(picture(300, 200, seed), random.nextInt(90), random.nextInt(90)));
    byte[] values = new byte[128 * 128];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
    }
    Mask mask = Mask.of(128, 128, values);
    Canvas accepted = over(canvas, Pictures.placed(picture(128, 128, seed + 1), mask, 40, 30));
    int[] before = Compositor.pixels(canvas, ALL);
    int[] after = Compositor.pixels(accepted, ALL);
    Area place = new Area(40, 30, 128, 128);
    for (int i = 0; i < before.length; i++) {
      int x = ALL.x() + i % ALL.width();
      int y = ALL.y() + i / ALL.width();
      boolean kept = !place.holds(new Area(x, y, 1, 1)) || mask.at(x - 40, y - 30) == 0;
      if (kept && before[i] != after[i]) {
        throw new AssertionError(x + ", " + y + " has changed");
      }
    }
  }

  @Property(tries = 10)
  void givesBackAPictureThatWasPlaced(@ForAll long seed) {
    PixelImage picture = picture(70, 300, seed);
    Canvas canvas = of(Pictures.placed(picture, -33, 250));
    assertThat(Compositor.flattened(canvas, new Area(-33, 250, 70, 300))).isEqualTo(picture);
  }

  @Test
  void flattensClearPixelsToWhite() {
    PixelImage flat = Compositor.flattened(Paintings.blank(), new Area(0, 0, 2, 2));
    assertThat(flat.argb(1, 1)).isEqualTo(-1);
  }

  @Test
  void leavesOutWhatIsHidden() {
    Canvas canvas = of(Pictures.placed(picture(9, 9, 1), 0, 0));
    Canvas hidden = canvas.with(canvas.layer("paint").seen(false));
    assertThat(Compositor.pixels(hidden, new Area(0, 0, 9, 9))).containsOnly(0);
    assertThat(Compositor.changes(canvas, hidden)).containsExactly(new Raster.At(0, 0));
  }
}
