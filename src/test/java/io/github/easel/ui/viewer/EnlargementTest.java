package io.github.easel.ui.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PixelImage;
import io.github.easel.ui.FakeServices;
import java.util.Arrays;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnlargementTest {

  @Test
  void reducesToTheMeanOfWhatAPixelCovers() {
    byte[] rgb = new byte[3 * 4 * 2];
    Arrays.fill(rgb, 0, 3, (byte) 200);
    Image half = Images.reduced(PixelImage.of(4, 2, rgb), 2);
    assertThat(half.getWidth()).isEqualTo(2);
    assertThat(half.getHeight()).isEqualTo(1);
    assertThat(half.getPixelReader().getArgb(0, 0)).isEqualTo(0xFF323232);
    assertThat(half.getPixelReader().getArgb(1, 0)).isEqualTo(0xFF000000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesAPictureAsItIsByFactorOne(boolean enlarge) {
    PixelImage picture = FakeServices.gradient(5, 3);
    Image same = enlarge ? Enlargement.of(picture, 1) : Images.of(picture);
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 5; x++) {
        assertThat(same.getPixelReader().getArgb(x, y)).isEqualTo(picture.argb(x, y));
      }
    }
  }

  @Test
  void keepsPlainColourPlain() {
    byte[] rgb = new byte[3 * 4 * 4];
    Arrays.fill(rgb, (byte) 200);
    Image large = Enlargement.of(PixelImage.of(4, 4, rgb), 3);
    assertThat(large.getWidth()).isEqualTo(12);
    for (int i = 0; i < 144; i++) {
      assertThat(large.getPixelReader().getArgb(i % 12, i / 12)).isEqualTo(0xFFC8C8C8);
    }
  }

  @Test
  void followsKeysWeightsAcrossAnEdge() {
    // black black white white, doubled: the pixel a quarter right of the second old pixel's centre
    byte[] rgb = new byte[3 * 4];
    Arrays.fill(rgb, 6, 12, (byte) 255);
    Image large = Enlargement.of(PixelImage.of(4, 1, rgb), 2);
    // weights of the two white ones: u(0.75) = 0.2265625 and u(1.75) = -0.0234375
    assertThat(large.getPixelReader().getArgb(3, 0) & 255).isEqualTo(Math.round(255 * 0.203125f));
  }
}
