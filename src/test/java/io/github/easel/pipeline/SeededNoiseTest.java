package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.random.CentredNoise;
import io.github.easel.random.NoiseSource;
import io.github.easel.random.SphericalBlend;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** A picture's noise, for every generator. */
class SeededNoiseTest {

  private static final Shape SHAPE = Shape.of(1, 4, 6, 8);
  private static final int FACTOR = 8;

  private static float[] next(NoiseSource source, Shape shape) {
    FloatTensor noise = FloatTensor.zeros(shape);
    source.fill(noise);
    return noise.toArray();
  }

  private static FloatTensor fresh(RandomKind kind, long seed, Shape shape) {
    return FloatTensor.of(shape, next(SeededNoise.generator(kind, seed), shape));
  }

  private static Seeding plain(RandomKind kind, long seed) {
    return new Seeding(seed, kind, Optional.empty(), Optional.empty(), 0);
  }

  @Property(tries = 40)
  void aPlainSeedIsItsGenerator(@ForAll RandomKind kind, @ForAll @IntRange(min = 0) int seed) {
    SeededNoise noise = new SeededNoise(plain(kind, seed), FACTOR);
    NoiseSource generator = SeededNoise.generator(kind, seed);

    assertThat(noise.name()).isEqualTo(kind.label()).isEqualTo(generator.name());
    for (int i = 0; i < 3; i++) {
      assertThat(next(noise, SHAPE)).containsExactly(next(generator, SHAPE));
    }
  }

  /** As in diffusers: a source's latents, then the noise, from one generator. */
  @Property(tries = 40)
  void whatIsDrawnBeforehandComesFirstAndHasNoVariation(
      @ForAll RandomKind kind,
      @ForAll @IntRange(min = 0) int seed,
      @ForAll @DoubleRange(min = 0.01, max = 1) double strength) {
    Seeding seeding = plain(kind, seed).withVariation(Optional.of(new Variation(3, strength)));
    SeededNoise noise = new SeededNoise(seeding, FACTOR);
    NoiseSource generator = SeededNoise.generator(kind, seed);

    assertThat(next(noise.beforehand(), SHAPE)).containsExactly(next(generator, SHAPE));
    FloatTensor low = FloatTensor.of(SHAPE, next(generator, SHAPE));
    assertThat(next(noise, SHAPE))
        .containsExactly(SphericalBlend.of(low, fresh(kind, 3, SHAPE), strength).toArray());
  }

  @Property(tries = 40)
  void aVariationMixesInTheFirstNoiseOnly(
      @ForAll RandomKind kind,
      @ForAll @IntRange(min = 0) int seed,
      @ForAll @IntRange(min = 0) int other,
      @ForAll @DoubleRange(min = 0.01, max = 1) double strength) {
    Seeding seeding = plain(kind, seed).withVariation(Optional.of(new Variation(other, strength)));
    SeededNoise noise = new SeededNoise(seeding, FACTOR);
    NoiseSource generator = SeededNoise.generator(kind, seed);
    FloatTensor low = FloatTensor.of(SHAPE, next(generator, SHAPE));

    assertThat(next(noise, SHAPE))
        .containsExactly(SphericalBlend.of(low, fresh(kind, other, SHAPE), strength).toArray());
    assertThat(next(noise, SHAPE)).containsExactly(next(generator, SHAPE));
  }

  @Property(tries = 20)
  void aVariationOfNoStrengthIsNone(@ForAll RandomKind kind, @ForAll @IntRange(min = 0) int seed) {
    Seeding seeding = plain(kind, seed).withVariation(Optional.of(new Variation(3, 0)));

    assertThat(next(new SeededNoise(seeding, FACTOR), SHAPE))
        .containsExactly(fresh(kind, seed, SHAPE).toArray());
  }

  @Property(tries = 40)
  void anotherSizesNoiseStandsInTheMiddle(
      @ForAll RandomKind kind,
      @ForAll @IntRange(min = 0) int seed,
      @ForAll @IntRange(min = 2, max = 12) int height,
      @ForAll @IntRange(min = 2, max = 12) int width) {
    ImageSize from = new ImageSize(width * FACTOR, height * FACTOR);
    Variation variation = new Variation(9, 0.4);
    Seeding seeding = new Seeding(seed, kind, Optional.of(variation), Optional.of(from), 0);
    Shape small = Shape.of(1, 4, height, width);
    NoiseSource generator = SeededNoise.generator(kind, seed);
    FloatTensor expected = FloatTensor.of(SHAPE, next(generator, SHAPE));
    FloatTensor middle = SphericalBlend.of(fresh(kind, seed, small), fresh(kind, 9, small), 0.4);
    CentredNoise.lay(middle, expected);

    SeededNoise noise = new SeededNoise(seeding, FACTOR);
    assertThat(next(noise, SHAPE)).containsExactly(expected.toArray());
    assertThat(next(noise, SHAPE)).containsExactly(next(generator, SHAPE));
  }

  @Property(tries = 40)
  void aDifferenceOfSeedsGivesTheStepsAFreshGenerator(
      @ForAll RandomKind kind,
      @ForAll @IntRange(min = 0) int seed,
      @ForAll @IntRange(min = 1, max = 40_000) int delta) {
    Seeding seeding = new Seeding(seed, kind, Optional.empty(), Optional.empty(), delta);
    SeededNoise noise = new SeededNoise(seeding, FACTOR);
    NoiseSource steps = SeededNoise.generator(kind, (long) seed + delta);

    assertThat(next(noise, SHAPE)).containsExactly(fresh(kind, seed, SHAPE).toArray());
    assertThat(next(noise, SHAPE)).containsExactly(next(steps, SHAPE));
    assertThat(next(noise, SHAPE)).containsExactly(next(steps, SHAPE));
  }
}
