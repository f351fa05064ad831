package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSizeTest {

  @ParameterizedTest
  @CsvSource({
    // its own, where the model can draw it well
    "512, 768, 512, 8, 512x768",
    "128, 128, 128, 16, 128x128",
    // the model's area in the source's shape
    "4000, 3000, 512, 8, 592x440",
    "513, 768, 512, 8, 416x624",
    "64, 64, 512, 8, 512x512",
    "1024, 1024, 512, 64, 512x512",
    "640, 480, 256, 64, 256x192",
    // shapes that no model draws
    "5000, 10, 512, 8, 4096x16",
    "1, 3000, 512, 64, 64x4096"
  })
  void suitsModelAndSource(int width, int height, int side, int multiple, String size) {
    assertThat(SourceSize.of(blank(width, height), new ImageSize(side, side), multiple))
        .hasToString(size);
  }

  @Property(tries = 200)
  void keepsShapeAndAreaNearly(
      @ForAll @IntRange(min = 20, max = 60) int width,
      @ForAll @IntRange(min = 20, max = 60) int height) {
    ImageSize size = SourceSize.of(blank(10 * width, 10 * height), new ImageSize(512, 512), 8);
    double shape = (double) width / height;
    assertThat((double) size.width() / size.height()).isCloseTo(shape, within(0.06 * shape));
    assertThat((double) size.width() * size.height()).isBetween(0.45 * 512 * 512, 2.0 * 512 * 512);
  }

  private static PixelImage blank(int width, int height) {
    return PixelImage.of(width, height, new byte[3 * width * height]);
  }
}
