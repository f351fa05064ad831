package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PixelImage;
import org.junit.jupiter.api.Test;

class TonesTest {

  @Test
  void goFromDarkToLight() {
    byte[] rgb = new byte[3 * 400];
    for (int i = 0; i < 400; i++) {
      boolean sky = i % 4 == 3;
      rgb[3 * i] = (byte) (sky ? 200 : 100);
      rgb[3 * i + 1] = (byte) (sky ? 220 : 10);
      rgb[3 * i + 2] = (byte) (sky ? 255 : 20);
    }
    assertThat(Tones.of(PixelImage.of(20, 20, rgb), 4))
        .containsExactly(0x640A14, 0x640A14, 0x640A14, 0xC8DCFF);
  }

  @Test
  void haveAsManyColoursOfASinglePixel() {
    assertThat(Tones.of(PixelImage.of(1, 1, new byte[] {1, 2, 3}), 3))
        .containsExactly(0x010203, 0x010203, 0x010203);
  }
}
