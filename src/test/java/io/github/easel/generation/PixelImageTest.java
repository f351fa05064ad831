package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PixelImageTest {

  private static final int SIDE = 1000;

  private final AtomicInteger readings = new AtomicInteger();

  private static PixelImage noise(long seed) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    new Random(seed).nextBytes(rgb);
    return PixelImage.of(SIDE, SIDE, rgb);
  }

  private PixelImage kept(long seed) {
    return noise(seed)
        .keptIn(
            () -> {
              readings.incrementAndGet();
              return noise(seed);
            });
  }

  @Test
  void isTheSamePictureWhereverItsPixelsAre() {
    PixelImage held = noise(1);
    PixelImage kept = kept(1);
    System.gc();
    assertThat(kept).isEqualTo(held).hasSameHashCodeAs(held);
    assertThat(held).isEqualTo(kept);
    assertThat(kept).isEqualTo(kept(1)).isNotEqualTo(kept(2)).isNotEqualTo(noise(2));
    assertThat(kept.sha256()).isEqualTo(held.sha256());
    assertThat(kept.width()).isEqualTo(SIDE);
    assertThat(readings).as("all that is known without pixels").hasValue(0);
    assertThat(kept.rgb()).isEqualTo(held.rgb());
    assertThat(kept.argb(7, 5)).isEqualTo(held.argb(7, 5));
  }

  /** A thousand such pictures of 3 MB each go into any heap that the tests run in. */
  @Test
  void fillsNoMemory() {
    PixelImage[] many = new PixelImage[1000];
    for (int i = 0; i < many.length; i++) {
      many[i] = kept(i % 3);
    }
    assertThat(many[4]).isEqualTo(many[7]);
  }

  @Test
  void holdsItsPixelsForWhoeverNeedsThem() {
    PixelImage kept = kept(1);
    PixelImage held = kept.held();
    int before = readings.get();
    System.gc();
    assertThat(held.argb(3, 3)).isEqualTo(kept.argb(3, 3));
    assertThat(readings).as("while they are held they are shared").hasValue(before);
    assertThat(held.held()).isSameAs(held);
  }

  @Test
  void passesOnWhyItCannotBeRead() {
    GenerationException gone = new GenerationException(Failure.FILE_UNREADABLE, "gone");
    PixelImage kept =
        PixelImage.of(1, 1, new byte[3])
            .keptIn(
                () -> {
                  throw gone;
                });
    // weakly referred to only, so that it is let go sooner or later
    assertThatThrownBy(
            () -> {
              while (true) {
                System.gc();
                kept.argb(0, 0);
              }
            })
        .isSameAs(gone);
  }
}
