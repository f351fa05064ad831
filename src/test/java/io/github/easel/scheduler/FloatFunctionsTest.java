package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The functions that the solvers are built on. */
class FloatFunctionsTest {

  @Property
  void raisesEToWithinOneUnitInTheLastPlace(@ForAll @FloatRange(min = -80, max = 80) float x) {
    double exact = Math.exp(x);
    assertThat((double) SleefFloat.exp(x)).isCloseTo(exact, within(1.01 * Math.ulp((float) exact)));
  }

  @Test
  void knowsTheLimitsOfTheExponential() {
    assertThat(SleefFloat.exp(0)).isEqualTo(1);
    assertThat(SleefFloat.exp(Float.NEGATIVE_INFINITY)).isZero();
    assertThat(SleefFloat.exp(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(SleefFloat.exp(Float.NaN)).isNaN();
  }

  @Property
  void takesLogarithmsToWithinFourUnitsInTheLastPlace(
      @ForAll @FloatRange(min = 0.01f, max = 1e6f) float x) {
    double exact = Math.log(x);
    assertThat((double) NumpyFloat.log(x)).isCloseTo(exact, within(4.0 * Math.ulp((float) exact)));
  }

  @Test
  void knowsTheLimitsOfTheLogarithm() {
    assertThat(NumpyFloat.log(1)).isZero();
    assertThat(NumpyFloat.log(0)).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(NumpyFloat.log(-1)).isNaN();
    assertThat(NumpyFloat.log(Float.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
  }

  @Property
  void solvesEquationsOfBothForms(@ForAll @IntRange(min = 1, max = 4) int n, @ForAll long seed) {
    Random random = new Random(seed);
    float[][] matrix = new float[n][n];
    float[] solution = new float[n];
    for (int i = 0; i < n; i++) {
      solution[i] = random.nextFloat() - 0.5f;
      for (int k = 0; k < n; k++) {
        // rows out of order: only with pivots is there a solution
        matrix[(i + 1) % n][k] = (i == k ? 4 : 0) + random.nextFloat() - 0.5f;
      }
    }
    float[] right = new float[n];
    float[] rightTransposed = new float[n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n; k++) {
        right[i] += matrix[i][k] * solution[k];
        rightTransposed[i] += matrix[k][i] * solution[k];
      }
    }
    LuFactors factors = new LuFactors(matrix);
    for (int i = 0; i < n; i++) {
      assertThat(factors.solve(right)[i]).isCloseTo(solution[i], within(1e-5f));
      assertThat(factors.solveTransposed(rightTransposed)[i]).isCloseTo(solution[i], within(1e-5f));
    }
  }

  @Test
  void remembersTheNewestRows() {
    History history = new History(3, 1);
    for (int i = 1; i <= 5; i++) {
      history.push()[0] = i;
      assertThat(history.held()).isEqualTo(Math.min(i, 3));
      assertThat(history.row(0)).containsExactly(i);
    }
    assertThat(history.row(1)).containsExactly(4);
    assertThat(history.row(2)).containsExactly(3);
  }
}
