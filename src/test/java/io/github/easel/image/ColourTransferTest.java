package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.github.easel.generation.PixelImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColourTransferTest {

  /** Noise round a colour. */
  private static PixelImage around(int red, int green, int blue, int spread) {
    Random random = new Random(3);
    byte[] rgb = new byte[3 * 64 * 64];
    int[] middle = {red, green, blue};
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (middle[i % 3] + random.nextInt(2 * spread + 1) - spread);
    }
    return PixelImage.of(64, 64, rgb);
  }

  private static double mean(PixelImage image, int channel) {
    byte[] rgb = image.rgb();
    double sum = 0;
    for (int i = channel; i < rgb.length; i += 3) {
      sum += rgb[i] & 255;
    }
    return 3 * sum / rgb.length;
  }

  @Test
  void everyColourComesBackFromOklab() {
    byte[] rgb = new byte[3 * 32 * 32 * 32];
    for (int i = 0; i < rgb.length / 3; i++) {
      rgb[3 * i] = (byte) (8 * (i & 31));
      rgb[3 * i + 1] = (byte) (8 * (i >> 5 & 31));
      rgb[3 * i + 2] = (byte) (8 * (i >> 10));
    }
    PixelImage all = PixelImage.of(1024, 32, rgb);
    assertThat(Oklab.picture(Oklab.of(all), 1024, 32)).isEqualTo(all);
  }

  @Test
  void whiteHasLightnessOneAndNoColour() {
    double[] white = Oklab.of(PixelImage.of(1, 1, new byte[] {-1, -1, -1}));
    assertThat(white[0]).isCloseTo(1, offset(1e-6));
    assertThat(Math.abs(white[1]) + Math.abs(white[2])).isLessThan(1e-6);
  }

  @Test
  void takesTheOthersColoursAndKeepsItsOwnShapes() {
    PixelImage picture = around(120, 120, 120, 40);
    PixelImage colours = around(170, 90, 60, 20);
    PixelImage moved = ColourTransfer.of(picture, colours, 1);
    for (int channel = 0; channel < 3; channel++) {
      assertThat(mean(moved, channel)).isCloseTo(mean(colours, channel), offset(3.0));
    }
    // What was lighter than its neighbour still is.
    int kept = 0;
    for (int x = 1; x < 64; x++) {
      int before = (picture.argb(x, 5) >> 8 & 255) - (picture.argb(x - 1, 5) >> 8 & 255);
      int after = (moved.argb(x, 5) >> 8 & 255) - (moved.argb(x - 1, 5) >> 8 & 255);
      kept += before * after >= 0 ? 1 : 0;
    }
    assertThat(kept).isGreaterThan(50);
  }

  @Test
  void aShareOfNothingChangesNothing() {
    PixelImage picture = around(120, 60, 200, 30);
    assertThat(ColourTransfer.of(picture, around(10, 200, 30, 5), 0)).isEqualTo(picture);
  }
}
