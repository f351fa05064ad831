package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Fit;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResizingTest {

  private static final int RED = 0xFFFF0000;
  private static final int GREEN = 0xFF00FF00;
  private static final int BLUE = 0xFF0000FF;

  @ParameterizedTest
  @EnumSource
  void leavesAPictureOfTheSizeAsItIs(Fit fit) {
    PixelImage image = Samples.noise(24, 16, 1);
    assertThat(Resizing.fit(image, new ImageSize(24, 16), fit)).isSameAs(image);
  }

  @Property(tries = 100)
  void onePlainColourStaysItInAnyShape(
      @ForAll Fit fit,
      @ForAll @IntRange(min = 1, max = 300) int width,
      @ForAll @IntRange(min = 1, max = 300) int height,
      @ForAll @IntRange(min = 2, max = 40) int wide,
      @ForAll @IntRange(min = 2, max = 40) int high) {
    PixelImage grey = stripes(width, height, 0xFF4080C0);
    ImageSize size = new ImageSize(8 * wide, 8 * high);

    PixelImage fitted = Resizing.fit(grey, size, fit);

    assertThat(fitted).isEqualTo(stripes(size.width(), size.height(), 0xFF4080C0));
  }

  /** Three stripes of one width, twice as wide as high. */
  private static final PixelImage WIDE = stripes(96, 48, RED, GREEN, BLUE);

  @Test
  void stretchingKeepsAllOfIt() {
    PixelImage fitted = Resizing.fit(WIDE, new ImageSize(48, 48), Fit.STRETCH);
    assertThat(fitted.argb(4, 20)).isEqualTo(RED);
    assertThat(fitted.argb(24, 20)).isEqualTo(GREEN);
    assertThat(fitted.argb(44, 20)).isEqualTo(BLUE);
  }

  @Test
  void croppingKeepsTheMiddleAndItsShape() {
    PixelImage fitted = Resizing.fit(WIDE, new ImageSize(48, 48), Fit.CROP);
    // The 48 columns in the middle: 8 red, 32 green, 8 blue.
    assertThat(fitted.argb(2, 20)).isEqualTo(RED);
    assertThat(fitted.argb(13, 20)).isEqualTo(GREEN);
    assertThat(fitted.argb(34, 20)).isEqualTo(GREEN);
    assertThat(fitted.argb(45, 20)).isEqualTo(BLUE);
  }

  @Test
  void paddingKeepsAllOfItAndItsShapeAndRepeatsTheEdges() {
    PixelImage tall = stripes(16, 64, RED, BLUE);
    PixelImage fitted = Resizing.fit(tall, new ImageSize(64, 64), Fit.PAD);
    assertThat(fitted.argb(0, 5)).isEqualTo(RED);
    assertThat(fitted.argb(27, 63)).isEqualTo(RED);
    assertThat(fitted.argb(36, 0)).isEqualTo(BLUE);
    assertThat(fitted.argb(63, 63)).isEqualTo(BLUE);
  }

  @Test
  void detailsTooFineBecomeTheirMean() {
    int[] lines = new int[512];
    for (int x = 0; x < lines.length; x++) {
      lines[x] = x % 2 == 0 ? 0xFFFFFFFF : 0xFF000000;
    }
    PixelImage fitted = Resizing.fit(stripes(512, 64, lines), new ImageSize(64, 64), Fit.STRETCH);
    for (int x = 8; x < 56; x++) {
      assertThat(fitted.argb(x, 30) & 255).isCloseTo(127, within(2));
    }
  }

  /** A sine of one period, sampled at twice as many places. */
  @Test
  void smoothThingsStaySmoothWhenTheyGrow() {
    int[] wave = new int[64];
    for (int x = 0; x < wave.length; x++) {
      wave[x] = 0x010101 * (int) Math.round(128 + 100 * Math.sin(2 * Math.PI * (x + 0.5) / 64));
    }
    PixelImage fitted = Resizing.fit(stripes(64, 16, wave), new ImageSize(128, 16), Fit.STRETCH);
    for (int x = 8; x < 120; x++) {
      double expected = 128 + 100 * Math.sin(2 * Math.PI * (x + 0.5) / 128);
      assertThat((double) (fitted.argb(x, 3) & 255)).isCloseTo(expected, within(1.5));
    }
  }

  /** Upright stripes of equal width. */
  private static PixelImage stripes(int width, int height, int... colours) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int colour = colours[i % width * colours.length / width];
      rgb[3 * i] = (byte) (colour >> 16);
      rgb[3 * i + 1] = (byte) (colour >> 8);
      rgb[3 * i + 2] = (byte) colour;
    }
    return PixelImage.of(width, height, rgb);
  }
}
