package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussKronrodTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 8, 31})
  void integratesPowersExactly(int power) {
    double expected = (Math.pow(1.5, power + 1) - Math.pow(-0.5, power + 1)) / (power + 1);
    assertThat(GaussKronrod.integrate(x -> Math.pow(x, power), -0.5, 1.5))
        .isCloseTo(expected, within(1e-14 * Math.max(1, Math.abs(expected))));
    assertThat(GaussKronrod.integrate(x -> Math.pow(x, power), 1.5, -0.5))
        .isCloseTo(-expected, within(1e-14 * Math.max(1, Math.abs(expected))));
  }
}
