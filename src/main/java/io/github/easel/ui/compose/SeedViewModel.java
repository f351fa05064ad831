package io.github.easel.ui.compose;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Seeding;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The noise: the seed and a second one that is mixed in. */
public final class SeedViewModel {

  private final StringProperty seed = new SimpleStringProperty("");
  private final StringProperty variation = new SimpleStringProperty("");
  private final DoubleProperty strength = new SimpleDoubleProperty();

  void take(Draft.Chance chance) {
    seed.set(chance.seed());
    variation.set(chance.variationSeed());
    double wanted = chance.variationStrength();
    strength.set(wanted >= 0 && wanted <= 1 ? wanted : 0);
  }

  void recall(Seeding seeding) {
    seed.set(Long.toString(seeding.seed()));
    variation.set(seeding.variation().map(other -> Long.toString(other.seed())).orElse(""));
    strength.set(seeding.variation().map(Seeding.Variation::strength).orElse(0.0));
  }

  Draft.Chance snapshot() {
    return new Draft.Chance(seed.get(), variation.get(), strength.get());
  }

  boolean readable() {
    return readable(seed.get()) && (strength.get() == 0 || readable(variation.get()));
  }

  /** Whether that is a seed, or blank for a new one. */
  static boolean readable(String typed) {
    String digits = typed.strip();
    try {
      return digits.isEmpty()
          || (digits.chars().allMatch(c -> c >= '0' && c <= '9') && Long.parseLong(digits) >= 0);
    } catch (NumberFormatException e) {
      return false; // more than 2^63-1
    }
  }

  Stream<Observable> parts() {
    return Stream.of(seed, variation, strength);
  }

  /** As typed; blank for a new one with every picture. */
  public StringProperty seed() {
    return seed;
  }

  /** The other seed as typed; blank for a new one. */
  public StringProperty variation() {
    return variation;
  }

  /** How much of the other seed's noise is mixed in, 0 to 1. */
  public DoubleProperty strength() {
    return strength;
  }
}
