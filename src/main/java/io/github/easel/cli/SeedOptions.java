package io.github.easel.cli;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import java.security.SecureRandom;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The noise to begin with, beyond its seed. */
final class SeedOptions {

  /** Random seeds stay where every program can read them: 0 to 2^32-1. */
  private static final long SEEDS = 1L << 32;

  @Option(
      names = "--random",
      paramLabel = "torch-cpu|torch-cuda|numpy",
      descriptionKey = "option.random")
  Optional<RandomKind> random = Optional.empty();

  @Option(names = "--variation-seed", paramLabel = "N", descriptionKey = "option.variation-seed")
  Optional<Long> variationSeed = Optional.empty();

  @Option(
      names = "--variation-strength",
      paramLabel = "X",
      descriptionKey = "option.variation-strength")
  Optional<Double> variationStrength = Optional.empty();

  @Option(names = "--seed-resize", paramLabel = "WxH", descriptionKey = "option.seed-resize")
  Optional<ImageSize> resizedFrom = Optional.empty();

  @Option(names = "--ensd", paramLabel = "N", descriptionKey = "option.ensd")
  Optional<Long> stepSeedDelta = Optional.empty();

  /** Whether an axis of a grid gives the strengths that a variation seed needs. */
  private boolean strengthFollows;

  void expectStrengths() {
    strengthFollows = true;
  }

  /**
   * The seeding of the first of some pictures. Seeds that were not given are drawn.
   *
   * @param seed what the user typed
   * @param count pictures that the seeds must reach for
   * @throws UsageException if a seed, the last picture's included, does not suit the generator
   */
  Seeding of(Optional<Long> seed, int count, Texts texts) {
    checkRoom(seed, count, texts);
    Seeding drawn = Seeding.of(seed.orElseGet(() -> drawn(count)));
    return over(drawn, seed, count, texts);
  }

  /**
   * Likewise over another picture's seeding.
   *
   * @param defaults stand in for what was not given
   */
  Seeding over(Seeding defaults, Optional<Long> seed, int count, Texts texts) {
    if (variationSeed.isPresent()
        && variationStrength.isEmpty()
        && defaults.variation().isEmpty()
        && !strengthFollows) {
      throw new UsageException(texts.of("wrong.variation"));
    }
    checkRoom(seed, count, texts);
    checkRoom(variationSeed, count, texts);
    Seeding first =
        new Seeding(
            seed.orElse(defaults.seed()),
            random.orElse(defaults.random()),
            variation(defaults.variation(), count),
            resizedFrom.or(defaults::resizedFrom),
            stepSeedDelta.orElse(defaults.stepSeedDelta()));
    first.ofPicture(count - 1); // refuses a last seed that is too large
    return first;
  }

  private Optional<Variation> variation(Optional<Variation> defaults, int count) {
    Optional<Double> strength = variationStrength.or(() -> defaults.map(Variation::strength));
    if (strength.isEmpty() && strengthFollows) {
      return variationSeed.map(seed -> new Variation(seed, 0));
    }
    return strength.map(
        share ->
            new Variation(
                variationSeed.or(() -> defaults.map(Variation::seed)).orElseGet(() -> drawn(count)),
                share));
  }

  private static void checkRoom(Optional<Long> seed, int count, Texts texts) {
    long first = seed.orElse(0L);
    if (first < 0 || first > Long.MAX_VALUE - count) {
      throw new UsageException(texts.of("wrong.seed", Long.toString(first)));
    }
  }

  /** A seed that leaves room for all pictures and for the steps' own seeds. */
  private long drawn(int count) {
    long delta = stepSeedDelta.orElse(0L);
    long room = SEEDS - count - Math.abs(delta);
    long from = Math.max(0, -delta);
    return room > 0 && room <= SEEDS
        ? from + new SecureRandom().nextLong(room)
        : new SecureRandom().nextLong(SEEDS);
  }
}
