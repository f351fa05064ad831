package io.github.easel.metadata;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Remark.Reason;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import java.math.BigInteger;
import java.util.Optional;

/** Takes the seed and all that belongs to it over. */
final class SeedingImport {

  private static final int LONG_BITS = 64;

  /** Of a longer seed torch's CPU generator looks at so many bits. */
  private static final int CPU_BITS = 32;

  private final FoundSettings found;
  private final Remarks remarks;

  SeedingImport(FoundSettings found, Remarks remarks) {
    this.found = found;
    this.remarks = remarks;
  }

  /** The picture's seeding; a seed that it does not say is taken from the defaults. */
  Seeding seeding(Seeding defaults) {
    RandomKind random = random(defaults.random());
    long seed =
        found
            .first(Meaning.SEED)
            .flatMap(setting -> seed(setting, random))
            .orElse(Math.min(defaults.seed(), random.largestSeed()));
    return new Seeding(seed, random, variation(random), resizedFrom(), delta(seed, random));
  }

  private RandomKind random(RandomKind otherwise) {
    Optional<FoundSetting> setting = found.first(Meaning.RANDOM);
    if (setting.isEmpty()) {
      return otherwise;
    }
    Optional<RandomKind> random = RandomKind.find(setting.get().value());
    if (random.isPresent()) {
      remarks.applied(setting.get());
    } else {
      remarks.unreadable(setting.get());
    }
    return random.orElse(otherwise);
  }

  private Optional<Long> seed(FoundSetting setting, RandomKind random) {
    Optional<BigInteger> seed =
        Numbers.whole(setting.value())
            .filter(number -> number.signum() >= 0 && number.bitLength() <= LONG_BITS);
    BigInteger most = BigInteger.valueOf(random.largestSeed());
    if (seed.isPresent() && seed.get().compareTo(most) <= 0) {
      remarks.applied(setting);
      return Optional.of(seed.get().longValue());
    }
    if (seed.isPresent() && random == RandomKind.TORCH_CPU) {
      long low = seed.get().longValue() & ((1L << CPU_BITS) - 1);
      remarks.add(Reason.SEED_SHORTENED, setting.value(), Long.toString(low));
      return Optional.of(low);
    }
    remarks.unreadable(setting);
    return Optional.empty();
  }

  private Optional<Variation> variation(RandomKind random) {
    Optional<FoundSetting> seed = found.first(Meaning.VARIATION_SEED);
    Optional<FoundSetting> strength = found.first(Meaning.VARIATION_STRENGTH);
    if (seed.isEmpty() || strength.isEmpty()) {
      seed.or(() -> strength).ifPresent(remarks::unknown);
      return Optional.empty();
    }
    double share = Numbers.decimal(strength.get().value()).orElse(-1);
    if (!(share >= 0 && share <= 1)) {
      remarks.unreadable(strength.get());
      return Optional.empty();
    }
    Optional<Variation> variation =
        seed(seed.get(), random).map(other -> new Variation(other, share));
    if (variation.isPresent()) {
      remarks.applied(strength.get());
    }
    return variation;
  }

  private Optional<ImageSize> resizedFrom() {
    Optional<FoundSetting> setting = found.first(Meaning.RESIZED_FROM);
    if (setting.isEmpty()) {
      return Optional.empty();
    }
    Optional<ImageSize> size = SizeImport.fitted(setting.get().value(), ImageSize.LATENT_FACTOR);
    if (size.isEmpty()) {
      remarks.unreadable(setting.get());
    } else if (size.get().toString().equals(setting.get().value())) {
      remarks.applied(setting.get());
    } else {
      remarks.add(Reason.SIZE_ROUNDED, setting.get().value(), size.get().toString());
    }
    return size;
  }

  private long delta(long seed, RandomKind random) {
    Optional<FoundSetting> setting = found.first(Meaning.STEP_SEED_DELTA);
    if (setting.isEmpty()) {
      return 0;
    }
    Optional<BigInteger> delta =
        Numbers.whole(setting.get().value())
            .filter(number -> suits(number.add(BigInteger.valueOf(seed)), number, random));
    if (delta.isPresent()) {
      remarks.applied(setting.get());
    } else {
      remarks.unreadable(setting.get());
    }
    return delta.map(BigInteger::longValue).orElse(0L);
  }

  private static boolean suits(BigInteger sum, BigInteger delta, RandomKind random) {
    return delta.bitLength() < LONG_BITS
        && (random.largestSeed() == Long.MAX_VALUE
            || (sum.signum() >= 0 && sum.compareTo(BigInteger.valueOf(random.largestSeed())) <= 0));
  }
}
