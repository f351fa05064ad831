package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PixelsTest {

  @Test
  void givesBackEveryPixelFromItsColour() {
    for (int alpha = 0; alpha < 256; alpha++) {
      for (int value = 0; value <= alpha; value++) {
        int pixel = alpha << 24 | value << 16 | value << 8 | value;
        assertThat(Pixels.premultiplied(Pixels.straight(pixel))).isEqualTo(pixel);
      }
    }
  }

  @Test
  void dividesBy255AsItIsRounded() {
    for (int share = 0; share < 256; share++) {
      for (int value = 0; value < 256; value++) {
        int pixel = value << 24;
        assertThat(Pixels.faded(pixel, share) >>> 24)
            .isEqualTo((int) Math.round(value * share / 255.0));
      }
    }
  }

  @Property(tries = 1000)
  void laysOpaquePixelsOverAsTheyAre(@ForAll int upper, @ForAll int lower) {
    int pixel = Pixels.premultiplied(lower);
    assertThat(Pixels.over(upper | 0xFF000000, pixel)).isEqualTo(upper | 0xFF000000);
    assertThat(Pixels.over(0, pixel)).isEqualTo(pixel);
    assertThat(Pixels.tinted(pixel, upper & 0xFFFFFF, 0)).isEqualTo(pixel);
    assertThat(Pixels.tinted(pixel, upper & 0xFFFFFF, 255)).isEqualTo(upper | 0xFF000000);
  }

  @Property(tries = 1000)
  void keepsColoursWithinTheirOpacity(
      @ForAll int upper, @ForAll int lower, @ForAll @IntRange(min = 0, max = 255) int share) {
    int one = Pixels.premultiplied(upper);
    int other = Pixels.premultiplied(lower);
    for (int pixel :
        new int[] {
          Pixels.over(one, other),
          Pixels.faded(one, share),
          Pixels.tinted(one, lower & 0xFFFFFF, share)
        }) {
      int alpha = pixel >>> 24;
      assertThat(pixel >> 16 & 255).isLessThanOrEqualTo(alpha);
      assertThat(pixel >> 8 & 255).isLessThanOrEqualTo(alpha);
      assertThat(pixel & 255).isLessThanOrEqualTo(alpha);
    }
  }
}
