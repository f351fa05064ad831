package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RasterTest {

  private static int[] filled(Area area, int pixel) {
    int[] pixels = new int[area.width() * area.height()];
    Arrays.fill(pixels, pixel);
    return pixels;
  }

  @Property(tries = 200)
  void givesBackWhatWasPaintedAndNothingElse(
      @ForAll @IntRange(min = -700, max = 700) int x,
      @ForAll @IntRange(min = -700, max = 700) int y,
      @ForAll @IntRange(min = 1, max = 600) int width,
      @ForAll @IntRange(min = 1, max = 600) int height) {
    Area area = new Area(x, y, width, height);
    Raster raster = Raster.CLEAR.with(area, filled(area, 0xFF112233));
    Area around = area.grown(3);
    int[] pixels = raster.pixels(around);
    for (int row = 0; row < around.height(); row++) {
      for (int column = 0; column < around.width(); column++) {
        boolean inside =
            row >= 3 && column >= 3 && row < around.height() - 3 && column < around.width() - 3;
        if (pixels[row * around.width() + column] != (inside ? 0xFF112233 : 0)) {
          throw new AssertionError(column + ", " + row + " of " + around);
        }
      }
    }
    assertThat(raster.extent().holds(area)).isTrue();
  }

  @Test
  void sharesTheTilesThatWereNotTouched() {
    Area large = new Area(0, 0, 1024, 1024);
    Raster first = Raster.CLEAR.with(large, filled(large, -1));
    Area small = new Area(300, 300, 10, 10);
    Raster second = first.with(small, filled(small, 0xFF000000));
    assertThat(second.differences(first)).containsExactly(new Raster.At(1, 1));
    assertThat(first.pixels(small)).containsOnly(-1);
  }

  @Test
  void dropsTilesThatBecameClear() {
    Area area = new Area(-5, -5, 10, 10);
    Raster raster = Raster.CLEAR.with(area, filled(area, -1)).with(area, filled(area, 0));
    assertThat(raster.clear()).isTrue();
    assertThat(raster.extent()).isEqualTo(Area.NONE);
  }
}
