package io.github.easel.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.network.StableDiffusion;
import io.github.easel.network.UNet;
import org.junit.jupiter.api.Test;

/** What a training is reckoned to need, by shapes alone. */
class TrainingCostTest {

  private static final double GIB = 1 << 30;

  private static TrainingCost stable(int batch, int side) {
    StableDiffusion model = StableDiffusion.v1();
    return TrainingCost.of(
        model.text().withLearnedWords(), new UNet(model.unet()), batch, side, side);
  }

  @Test
  void stableDiffusionNeedsWhatItsShapesSay() {
    TrainingCost one = stable(1, 64);
    // 983 million weights alone are 3.7 GB
    assertThat(one.sparingBytes() / GIB).isBetween(4.5, 8.0);
    assertThat(one.bytes() / GIB).isBetween(9.0, 14.0);
    // the published 0.34 T multiplications of the UNet, there and back, and the text encoder's
    assertThat(one.multiplications()).isBetween(0.65e12, 0.85e12);
    assertThat(one.sparingMultiplications() / one.multiplications()).isBetween(1.4, 1.5);
  }

  @Test
  void growsWithPicturesAndSides() {
    TrainingCost one = stable(1, 32);
    TrainingCost two = stable(2, 32);
    assertThat(two.bytes()).isGreaterThan(one.bytes());
    assertThat(two.multiplications()).isEqualTo(2 * one.multiplications());
    // attention grows faster than pixels
    assertThat(stable(1, 64).multiplications()).isGreaterThan(4 * (one.multiplications() * 0.95));
    assertThat(stable(1, 64).sparingBytes()).isLessThan(stable(1, 64).bytes());
  }
}
