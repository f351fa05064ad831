package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PixelImage;
import io.github.easel.image.Resizing;
import io.github.easel.image.Thumbnail;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptualHashTest {

  private static final int FEW = 6;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aSmallerOrLargerCopyIsNear(int seed) {
    PixelImage picture = Drawn.blobs(seed, 384, 256);
    long hash = PerceptualHash.of(picture);
    assertThat(distance(hash, Resizing.stretched(picture, 192, 128))).isLessThanOrEqualTo(2);
    assertThat(distance(hash, Resizing.stretched(picture, 97, 65))).isLessThanOrEqualTo(FEW);
    assertThat(distance(hash, Resizing.stretched(picture, 1000, 667))).isLessThanOrEqualTo(2);
    assertThat(distance(hash, Resizing.stretched(picture, 30, 20))).isLessThanOrEqualTo(FEW);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aCompressedCopyIsNear(int seed) {
    PixelImage picture = Drawn.blobs(seed, 256, 256);
    PixelImage compressed = Thumbnail.decode(Thumbnail.encode(picture, 0.3f));
    assertThat(compressed).isNotEqualTo(picture);
    assertThat(distance(PerceptualHash.of(picture), compressed)).isLessThanOrEqualTo(FEW);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aBrighterCopyIsNear(int seed) {
    PixelImage picture = Drawn.blobs(seed, 256, 256);
    byte[] rgb = picture.rgb();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.min(255, Math.round(12 + 1.05 * (rgb[i] & 255)));
    }
    PixelImage brighter = PixelImage.of(256, 256, rgb);
    assertThat(distance(PerceptualHash.of(picture), brighter)).isLessThanOrEqualTo(FEW);
  }

  @Test
  void otherPicturesAreFar() {
    long[] hashes = new long[40];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = PerceptualHash.of(Drawn.blobs(100 + i, 128, 128));
    }
    for (int i = 0; i < hashes.length; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(PerceptualHash.distance(hashes[i], hashes[j])).isGreaterThan(12);
      }
    }
  }

  @Test
  void whatHasNoStructureHasNoBits() {
    assertThat(PerceptualHash.of(Drawn.plain(64, 40, 0xFFFFFF))).isZero();
    assertThat(PerceptualHash.of(Drawn.plain(1, 1, 0x102030))).isZero();
    byte[] rgb = Drawn.plain(128, 128, 0x808080).rgb();
    Random random = new Random(7);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) ((rgb[i] & 255) + random.nextInt(3) - 1);
    }
    assertThat(PerceptualHash.of(PixelImage.of(128, 128, rgb))).isZero();
  }

  @Test
  void aGradientDownIsNoGradientAcross() {
    byte[] down = new byte[3 * 64 * 64];
    byte[] across = new byte[3 * 64 * 64];
    for (int i = 0; i < down.length; i++) {
      int pixel = i / 3;
      down[i] = (byte) (255 - 4 * (pixel / 64));
      across[i] = (byte) (255 - 4 * (pixel % 64));
    }
    long one = PerceptualHash.of(PixelImage.of(64, 64, down));
    long other = PerceptualHash.of(PixelImage.of(64, 64, across));
    assertThat(one).isNotZero().isNotEqualTo(other);
    assertThat(other).isNotZero();
    assertThat(PerceptualHash.tells(one)).isFalse();
    assertThat(PerceptualHash.tells(PerceptualHash.of(Drawn.blobs(1, 64, 64)))).isTrue();
    assertThat(PerceptualHash.tells(PerceptualHash.of(Drawn.disc(64, 20, 0xFF0000, 0)))).isTrue();
  }

  @Test
  void likenessIsTheShareOfEqualBits() {
    assertThat(PerceptualHash.likeness(0, -1)).isZero();
    assertThat(PerceptualHash.likeness(5, 5)).isEqualTo(1);
    assertThat(PerceptualHash.likeness(0, 0xFFFF)).isEqualTo(0.75);
  }

  private static int distance(long hash, PixelImage other) {
    return PerceptualHash.distance(hash, PerceptualHash.of(other));
  }
}
