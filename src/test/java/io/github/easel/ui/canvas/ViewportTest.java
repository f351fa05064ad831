package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.canvas.Area;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ViewportTest {

  private final Viewport viewport = new Viewport();

  @Property
  void whatIsAtThePointerStaysThere(
      @ForAll @DoubleRange(min = 0.1, max = 10) double factor,
      @ForAll @DoubleRange(min = 0, max = 800) double x,
      @ForAll @DoubleRange(min = 0, max = 600) double y) {
    viewport.room(800, 600, 1.5);
    viewport.to(1);
    double column = viewport.view().get().column(x);
    double row = viewport.view().get().row(y);
    viewport.by(factor, x, y);
    assertThat(viewport.view().get().column(x)).isCloseTo(column, within(1e-6));
    assertThat(viewport.view().get().row(y)).isCloseTo(row, within(1e-6));
  }

  @Test
  void waitsForRoomToShowAnArea() {
    viewport.show(new Area(1000, 1000, 512, 512));
    viewport.room(800, 700, 1);
    assertThat(viewport.view().get().scale()).isEqualTo(1);
    assertThat(viewport.view().get().x(1000)).isEqualTo(144);
    assertThat(viewport.view().get().y(1512)).isEqualTo(606);
  }

  @Test
  void showsLargeAreasWholeAndSmallOnesNoMoreThanFourTimesAsLarge() {
    viewport.room(880, 880, 1);
    viewport.show(new Area(0, 0, 4000, 100));
    assertThat(viewport.view().get().scale()).isEqualTo(0.2);
    viewport.show(new Area(0, 0, 64, 64));
    assertThat(viewport.view().get().scale()).isEqualTo(4);
  }

  @Test
  void placesLieOnTheScreensOwnPixelsSoThatTilesMeet() {
    viewport.room(500, 500, 1.5);
    viewport.to(0.73);
    viewport.pan(3.3, 7.7);
    Viewport.View view = viewport.view().get();
    for (int column = -512; column <= 512; column += 256) {
      double own = view.x(column) * 1.5;
      assertThat(own).isCloseTo(Math.rint(own), within(1e-9));
    }
  }
}
