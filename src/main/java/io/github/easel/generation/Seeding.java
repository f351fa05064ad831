package io.github.easel.generation;

import java.util.Optional;

/**
 * The noise that a picture begins with.
 *
 * @param seed 0 to 2^63-1
 * @param random the generator that the seed belongs to
 * @param variation a second seed to mix in, if any
 * @param resizedFrom the size whose noise stands in the middle of this picture's, so that a seed
 *     keeps its composition at another size; nothing for this picture's own
 * @param stepSeedDelta added to the seed for the noise of the steps (A1111's ENSD), 0 for one
 *     stream of noise; sums beyond 64 bits wrap, as torch's seeds do
 */
public record Seeding(
    long seed,
    RandomKind random,
    Optional<Variation> variation,
    Optional<ImageSize> resizedFrom,
    long stepSeedDelta) {

  /**
   * Noise between two seeds.
   *
   * @param seed the other seed, 0 to 2^63-1
   * @param strength 0 (the seed's own noise) to 1 (the other's)
   */
  public record Variation(long seed, double strength) {

    public Variation {
      checkSeed(seed);
      if (!(strength >= 0 && strength <= 1)) {
        throw new RefusedValue(RefusedValue.Kind.VARIATION_STRENGTH, strength);
      }
    }

    /** Whether the other seed is seen at all. */
    public boolean acts() {
      return strength > 0;
    }
  }

  public Seeding {
    checkSeed(seed);
    checkFits(random, seed);
    variation.filter(Variation::acts).ifPresent(other -> checkFits(random, other.seed()));
    long ofSteps = seed + stepSeedDelta;
    if (stepSeedDelta != 0 && random.largestSeed() != Long.MAX_VALUE) {
      checkFits(random, ofSteps);
    }
  }

  /** A plain seed of torch's CPU generator. */
  public static Seeding of(long seed) {
    return new Seeding(seed, RandomKind.TORCH_CPU, Optional.empty(), Optional.empty(), 0);
  }

  /** The same with another seed. */
  public Seeding withSeed(long other) {
    return new Seeding(other, random, variation, resizedFrom, stepSeedDelta);
  }

  /**
   * The seeding of another picture of a batch. While a variation is mixed in, the seed stays and
   * the variation's counts on, as in A1111; else the seed counts on.
   *
   * @param index 0 for the first picture
   */
  public Seeding ofPicture(int index) {
    if (variation.isPresent() && variation.get().acts()) {
      Variation first = variation.get();
      Variation own = new Variation(first.seed() + index, first.strength());
      return withVariation(Optional.of(own));
    }
    return withSeed(seed + index);
  }

  /** The same with another variation, or none. */
  public Seeding withVariation(Optional<Variation> other) {
    return new Seeding(seed, random, other, resizedFrom, stepSeedDelta);
  }

  private static void checkFits(RandomKind random, long seed) {
    if (seed < 0 || seed > random.largestSeed()) {
      throw new RefusedValue(
          RefusedValue.Kind.SEED_OF_GENERATOR, seed, random.label(), random.largestSeed());
    }
  }

  private static void checkSeed(long seed) {
    if (seed < 0) {
      throw new RefusedValue(RefusedValue.Kind.SEED, seed);
    }
  }
}
