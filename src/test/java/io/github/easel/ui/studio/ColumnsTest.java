package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.settings.Session.Layout;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  private final LayoutViewModel layout = new LayoutViewModel(Layout.USUAL);

  private Columns in(double width) {
    return Columns.fit(width, layout.left(), layout.right());
  }

  @Test
  void keepsThePixelsWhenTheWindowGrows() {
    assertThat(in(1440)).isEqualTo(new Columns(376, 316)).isEqualTo(in(3840));
    assertThat(in(1100)).isEqualTo(new Columns(376, 316));
  }

  @Test
  void fitsSizesThatNoLongerFit() {
    layout.left().resize(560);
    layout.right().resize(640);
    assertThat(in(1440)).isEqualTo(new Columns(560, 520));
    assertThat(in(1100)).isEqualTo(new Columns(500, 240));
    assertThat(layout.right().size().get()).isEqualTo(640); // for a larger window
  }

  @Test
  void givesTheRoomOfHiddenColumnsToTheMiddle() {
    layout.left().toggle();
    assertThat(in(1100)).isEqualTo(new Columns(0, 316));
    layout.right().toggle();
    assertThat(in(1100)).isEqualTo(new Columns(0, 0));
  }

  @Property
  void neverTakesMoreThanThereIs(
      @ForAll @DoubleRange(max = 4000) double width,
      @ForAll @DoubleRange(max = 2000) double left,
      @ForAll @DoubleRange(max = 2000) double right) {
    LayoutViewModel asked = new LayoutViewModel(Layout.USUAL);
    asked.left().resize(left);
    asked.right().resize(right);
    Columns fitted = Columns.fit(width, asked.left(), asked.right());
    assertThat(fitted.left()).isBetween(0.0, asked.left().size().get());
    assertThat(fitted.right()).isBetween(0.0, asked.right().size().get());
    double least = asked.left().least() + asked.right().least() + Columns.LEAST_MIDDLE;
    assertThat(width - fitted.left() - fitted.right())
        .isGreaterThanOrEqualTo(width >= least ? Columns.LEAST_MIDDLE - 1e-9 : -1e-9);
  }
}
