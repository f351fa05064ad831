package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class WandTest {

  private static final Area ALL = new Area(-300, -280, 600, 560);

  private static Canvas of(int[] pixels) {
    Canvas canvas = Paintings.blank();
    return canvas.with(canvas.layer("paint").with(Raster.CLEAR.with(ALL, pixels)));
  }

  /** By the definition: a queue of single pixels. */
  private static boolean[] slowly(int[] pixels, int from, int tolerance) {
    boolean[] taken = new boolean[pixels.length];
    Deque<Integer> queue = new ArrayDeque<>();
    taken[from] = true;
    queue.add(from);
    while (!queue.isEmpty()) {
      int i = queue.remove();
      for (int step : new int[] {1, -1, ALL.width(), -ALL.width()}) {
        int next = i + step;
        boolean beside = Math.abs(step) > 1 || next / ALL.width() == i / ALL.width();
        if (next >= 0
            && next < pixels.length
            && beside
            && !taken[next]
            && Pixels.distance(pixels[next], pixels[from]) <= tolerance) {
          taken[next] = true;
          queue.add(next);
        }
      }
    }
    return taken;
  }

  @Property(tries = 15)
  void takesExactlyWhatIsConnectedAndAlike(@ForAll long seed) {
    Random random = new Random(seed);
    int[] pixels = new int[ALL.width() * ALL.height()];
    for (int i = 0; i < pixels.length; i++) {
      // below the share at which such a maze falls apart
      int grey = random.nextInt(100) < 65 ? 100 + random.nextInt(10) : 200;
      pixels[i] = 0xFF000000 | grey * 0x10101;
    }
    int from = 200 * ALL.width() + 300;
    pixels[from] = 0xFF696969;
    Cover wand = Wand.at(of(pixels), ALL.x() + 300, ALL.y() + 200, 9, ALL);
    int[] found = Raster.CLEAR.painted(wand, Ink.MASK).pixels(ALL);
    boolean[] expected = slowly(pixels, from, 9);
    for (int i = 0; i < found.length; i++) {
      if (expected[i] != (found[i] != 0)) {
        throw new AssertionError(i % ALL.width() + ", " + i / ALL.width());
      }
    }
  }

  @Test
  void fillsWhatIsEnclosedAcrossTiles() {
    Canvas canvas = Paintings.blank();
    Raster ring =
        Raster.CLEAR
            .painted(Shapes.ellipse(-400, -400, 400, 400), Ink.of(0))
            .painted(Shapes.ellipse(-380, -380, 380, 380), Ink.ERASER);
    canvas = canvas.with(canvas.layer("paint").with(ring));
    Area bounds = new Area(-500, -500, 1000, 1000);
    Raster filled = ring.painted(Wand.at(canvas, 0, 0, 20, bounds), Ink.of(0xFF00));
    assertThat(filled.at(0, 0)).isEqualTo(0xFF00FF00);
    assertThat(filled.at(-370, 0)).isEqualTo(0xFF00FF00);
    assertThat(filled.at(-390, 0)).isEqualTo(0xFF000000);
    assertThat(filled.at(-450, 0)).isZero();
  }

  @Test
  void takesNothingOutsideTheBoundsOrFromThere() {
    Area bounds = new Area(5, 6, 290, 9);
    int[] clear = new int[ALL.width() * ALL.height()];
    Arrays.fill(clear, -1);
    assertThat(Wand.at(of(clear), 5, 6, 0, bounds).area().and(bounds)).isEqualTo(bounds);
    assertThat(Raster.CLEAR.painted(Wand.at(of(clear), 5, 6, 0, bounds), Ink.MASK).painted())
        .isEqualTo(bounds);
    assertThat(Wand.at(of(clear), 4, 6, 255, bounds).area()).isEqualTo(Area.NONE);
  }
}
