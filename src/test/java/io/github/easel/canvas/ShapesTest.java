package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ShapesTest {

  private static final Ink RED = Ink.of(0xFF0000);

  /** The sum of what is covered, in pixels. */
  private static double covered(Raster raster) {
    long sum = 0;
    for (int pixel : raster.pixels(raster.extent())) {
      sum += pixel >>> 24;
    }
    return sum / 255.0;
  }

  @Property(tries = 50)
  void fillsExactlyTheRectangle(
      @ForAll @IntRange(min = -600, max = 600) int x,
      @ForAll @IntRange(min = -600, max = 600) int y,
      @ForAll @IntRange(min = 1, max = 600) int width,
      @ForAll @IntRange(min = 1, max = 600) int height) {
    Area area = new Area(x, y, width, height);
    Raster raster = Raster.CLEAR.painted(Shapes.rectangle(x + width, y, x, y + height), RED);
    assertThat(raster.painted()).isEqualTo(area);
    assertThat(Arrays.stream(raster.pixels(area)).allMatch(pixel -> pixel == 0xFFFF0000)).isTrue();
  }

  @Test
  void coversPixelsInPartWhereAnEdgeGoesThroughThem() {
    Raster raster = Raster.CLEAR.painted(Shapes.rectangle(0.25, 0, 2.5, 1), RED);
    assertThat(raster.at(0, 0) >>> 24).isEqualTo(191);
    assertThat(raster.at(1, 0) >>> 24).isEqualTo(255);
    assertThat(raster.at(2, 0) >>> 24).isEqualTo(128);
    assertThat(raster.at(3, 0)).isZero();
  }

  @Property(tries = 30)
  void coversAsMuchAsAnEllipseIs(
      @ForAll @IntRange(min = 20, max = 700) int width,
      @ForAll @IntRange(min = 20, max = 700) int height) {
    Raster raster = Raster.CLEAR.painted(Shapes.ellipse(-99.5, 7, width - 99.5, height + 7), RED);
    assertThat(covered(raster))
        .isCloseTo(Math.PI * width * height / 4, Percentage.withPercentage(1));
  }

  @Test
  void fillsALassoThatGoesRoundTwice() {
    int corners = 400;
    double[] xs = new double[corners];
    double[] ys = new double[corners];
    for (int i = 0; i < corners; i++) {
      xs[i] = 100 * Math.cos(4 * Math.PI * i / corners);
      ys[i] = 100 * Math.sin(4 * Math.PI * i / corners);
    }
    Raster raster = Raster.CLEAR.painted(Shapes.lasso(xs, ys), RED);
    assertThat(raster.at(0, 0)).isEqualTo(0xFFFF0000);
    assertThat(covered(raster)).isCloseTo(Math.PI * 10_000, Percentage.withPercentage(1));
  }

  @Property(tries = 30)
  void changesNothingOutsideItsArea(@ForAll long seed) {
    Random random = new Random(seed);
    double[] xs = random.doubles(2 + random.nextInt(30), -400, 400).toArray();
    double[] ys = random.doubles(xs.length, -400, 400).toArray();
    Cover lasso = Shapes.lasso(xs, ys);
    assertThat(lasso.area().holds(Raster.CLEAR.painted(lasso, RED).painted())).isTrue();
    Area bounds = new Area(-100, -300, 250, 333);
    Raster bounded = Raster.CLEAR.painted(lasso.within(bounds), RED);
    assertThat(Paintings.same(bounded, Raster.CLEAR.painted(lasso, RED).within(bounds))).isTrue();
  }

  @Test
  void takesFromAMaskWhatItGaveIt() {
    Cover ellipse = Shapes.ellipse(-30, -30, 77, 99);
    Raster mask = Raster.CLEAR.painted(ellipse, Ink.MASK);
    assertThat(mask.at(0, 0)).isEqualTo(0xFF000000);
    assertThat(mask.painted(ellipse.within(mask.painted()), Ink.ERASER).at(0, 0)).isZero();
  }

  @Test
  void paintsNothingOfALassoWithoutArea() {
    assertThat(Raster.CLEAR.painted(Shapes.lasso(new double[0], new double[0]), RED).clear())
        .isTrue();
    double[] line = {1, 500, 1};
    assertThat(Raster.CLEAR.painted(Shapes.lasso(line, line), RED).clear()).isTrue();
  }

  @Test
  void stopsAtTheEdgeOfTheSheet() {
    Raster raster = Raster.CLEAR.painted(Shapes.rectangle(16_300, 0, 1e12, 9), RED);
    assertThat(raster.painted().right()).isEqualTo(Limits.BOUNDS.right());
  }
}
