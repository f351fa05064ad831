package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FrameCutTest {

  private static final Area FRAME = new Area(10, 20, 64, 48);

  private static Canvas painted(Raster raster, Raster mask) {
    Canvas canvas = Paintings.blank().framed(FRAME);
    return canvas.with(canvas.layer("paint").with(raster)).with(canvas.mask().with(mask));
  }

  private static Raster box(int x, int y, int right, int bottom, int colour) {
    return Raster.CLEAR.painted(Shapes.rectangle(x, y, right, bottom), Ink.of(colour));
  }

  @Test
  void takesAWholeFrameAsItIs() {
    Canvas canvas = painted(box(0, 0, 200, 200, 0x123456), Raster.CLEAR);
    FrameCut cut = FrameCut.of(canvas);
    assertThat(cut.mask().blank()).isTrue();
    assertThat(cut.picture()).isEqualTo(Compositor.flattened(canvas, FRAME));
    assertThat(FrameContent.of(canvas)).isEqualTo(new FrameContent(true, false, false));
  }

  @Test
  void fillsWhatIsClearWithTheNearestColourAndMasksIt() {
    Raster left = box(0, 0, 20, 200, 0xFF0000);
    Canvas canvas =
        painted(left.painted(Shapes.rectangle(60, 0, 99, 99), Ink.of(0xFF)), Raster.CLEAR);
    FrameCut cut = FrameCut.of(canvas);
    assertThat(cut.picture().argb(29 - 10, 5)).isEqualTo(0xFFFF0000);
    assertThat(cut.picture().argb(52 - 10, 5)).isEqualTo(0xFF0000FF);
    assertThat(cut.mask().at(9, 5)).isZero();
    assertThat(cut.mask().at(10, 5)).isEqualTo(255);
    assertThat(cut.mask().at(50, 5)).isZero();
    assertThat(FrameContent.of(canvas)).isEqualTo(new FrameContent(true, true, false));
  }

  @Test
  void masksWhatIsMaskedUnlessTheMaskIsHidden() {
    Raster mask = Raster.CLEAR.painted(Shapes.rectangle(15, 25, 17, 27), Ink.MASK);
    Canvas canvas = painted(box(0, 0, 200, 200, 1), mask);
    assertThat(FrameCut.of(canvas).mask().at(5, 5)).isEqualTo(255);
    assertThat(FrameCut.of(canvas).mask().at(4, 5)).isZero();
    assertThat(FrameContent.of(canvas).masked()).isTrue();
    Canvas hidden = canvas.with(canvas.mask().seen(false));
    assertThat(FrameCut.of(hidden).mask().blank()).isTrue();
    assertThat(FrameContent.of(hidden).masked()).isFalse();
  }

  @Test
  void isWhiteAndMaskedWhereNothingIs() {
    FrameCut cut = FrameCut.of(painted(Raster.CLEAR, Raster.CLEAR));
    assertThat(cut.picture().argb(3, 3)).isEqualTo(-1);
    assertThat(cut.mask().at(3, 3)).isEqualTo(255);
    assertThat(FrameContent.of(painted(Raster.CLEAR, Raster.CLEAR)))
        .isEqualTo(new FrameContent(false, true, false));
  }

  @Property(tries = 15)
  void findsColoursThatAreAsNearAsAny(@ForAll long seed) {
    Random random = new Random(seed);
    int width = 40;
    int height = 30;
    int[] pixels = new int[width * height];
    for (int i = 0; i < 12; i++) {
      int at = random.nextInt(pixels.length);
      pixels[at] = 0xFF000000 | at;
    }
    int[] filled = pixels.clone();
    NearestColours.fill(filled, width, height);
    int exact = 0;
    for (int i = 0; i < pixels.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < pixels.length; j++) {
        if (pixels[j] != 0) {
          least = Math.min(least, Math.hypot(j % width - i % width, j / width - i / width));
        }
      }
      int chosen = filled[i] & 0xFFFFFF;
      double distance = Math.hypot(chosen % width - i % width, chosen / width - i / width);
      assertThat(distance).isLessThan(least + 1);
      exact += distance == least ? 1 : 0;
    }
    assertThat(exact).isGreaterThan(pixels.length * 95 / 100);
  }
}
