package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Seeding.Variation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedingTest {

  private static Seeding numpy(long seed, Optional<Variation> variation, long delta) {
    return new Seeding(seed, RandomKind.NUMPY, variation, Optional.empty(), delta);
  }

  @Test
  void aBatchCountsTheSeedUp() {
    assertThat(Seeding.of(7).ofPicture(0)).isEqualTo(Seeding.of(7));
    assertThat(Seeding.of(7).ofPicture(3)).isEqualTo(Seeding.of(10));
  }

  @Test
  void aBatchOfVariationsCountsTheVariationUp() {
    Seeding first = Seeding.of(7).withVariation(Optional.of(new Variation(100, 0.2)));

    assertThat(first.ofPicture(2))
        .isEqualTo(Seeding.of(7).withVariation(Optional.of(new Variation(102, 0.2))));
  }

  @Test
  void aVariationOfNoStrengthDoesNotCount() {
    Optional<Variation> none = Optional.of(new Variation(100, 0));

    assertThat(Seeding.of(7).withVariation(none).ofPicture(2))
        .isEqualTo(Seeding.of(9).withVariation(none));
  }

  @Test
  void numpySeedsEndAt32Bits() {
    long largest = 4294967295L;
    assertThat(numpy(largest, Optional.empty(), 0).seed()).isEqualTo(largest);
    assertThatThrownBy(() -> numpy(largest + 1, Optional.empty(), 0))
        .hasMessage(
            "Seed 4294967296: the generator numpy takes seeds from 0 to 4294967295; choose"
                + " another seed or another generator.");
    assertThatThrownBy(() -> numpy(1, Optional.of(new Variation(largest + 1, 0.1)), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(numpy(1, Optional.of(new Variation(largest + 1, 0)), 0).seed()).isOne();
    assertThatThrownBy(() -> numpy(largest, Optional.empty(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> numpy(largest, Optional.empty(), 0).ofPicture(1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsNoSeedOrStrength() {
    assertThatThrownBy(() -> Seeding.of(-1)).hasMessageStartingWith("Seed -1:");
    assertThatThrownBy(() -> new Variation(-1, 0.5)).hasMessageStartingWith("Seed -1:");
    for (double strength : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new Variation(1, strength))
          .hasMessageStartingWith("Variation strength");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CPU, TORCH_CPU", "torch-cpu, TORCH_CPU", "Torch CPU, TORCH_CPU", "NV, TORCH_CUDA",
    "gpu, TORCH_CUDA", "torch_cuda, TORCH_CUDA", "NumPy, NUMPY", "np, NUMPY"
  })
  void generatorsAnswerToOtherProgramsNames(String name, RandomKind kind) {
    assertThat(RandomKind.find(name)).contains(kind);
  }

  @Test
  void anUnknownGeneratorIsNone() {
    assertThat(RandomKind.find("dice")).isEmpty();
  }
}
