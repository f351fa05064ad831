package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.pipeline.Conditioning.Strand;
import io.github.easel.pipeline.Conditioning.Stretch;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditioningTest {

  private static final TextCondition A = text(1);
  private static final TextCondition B = text(2);
  private static final TextCondition NEGATIVE = text(3);

  private static TextCondition text(float value) {
    return TextCondition.of(FloatTensor.of(Shape.of(1, 1, 1), value));
  }

  @Test
  void everyStepHasTheTextOfItsStretch() {
    Conditioning conditioning =
        new Conditioning(
            Optional.of(Strand.of(NEGATIVE)),
            List.of(new Strand(1, List.of(new Stretch(2, A), new Stretch(5, B))), Strand.of(A)),
            5);

    assertThat(conditioning.batch()).isEqualTo(3);
    assertThat(conditioning.at(1)).containsExactly(NEGATIVE, A, A);
    assertThat(conditioning.at(2)).containsExactly(NEGATIVE, A, A);
    assertThat(conditioning.at(3)).containsExactly(NEGATIVE, B, A);
    assertThat(conditioning.at(6)).containsExactly(NEGATIVE, B, A);
  }

  /** Calls a step: one; Heun and DPM2, whose last step has one; always two; PLMS. */
  @ParameterizedTest
  @CsvSource({
    "5, 5, 12345",
    "4, 7, 1122334",
    "4, 8, 11223344",
    "4, 5, 11234",
    "1, 1, 1",
    "1, 2, 11"
  })
  void promptsCountStepsNotCalls(int steps, int calls, String expected) {
    Conditioning conditioning = new Conditioning(Optional.empty(), List.of(Strand.of(A)), steps);
    StringBuilder found = new StringBuilder();
    for (int call = 0; call < calls; call++) {
      found.append(conditioning.step(call, calls));
    }
    assertThat(found).hasToString(expected);
  }

  @Test
  void refusesToBeEmpty() {
    assertThatThrownBy(() -> new Conditioning(Optional.empty(), List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Strand(1, List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void guidanceLeadsFromTheNegativeTextToAllParts() {
    Conditioning conditioning =
        new Conditioning(
            Optional.of(Strand.of(NEGATIVE)),
            List.of(Strand.of(A), new Strand(-0.5, List.of(new Stretch(1, B)))),
            1);
    FloatTensor predictions = FloatTensor.of(Shape.of(3, 2), 1, 2, 5, 7, 2, -2);

    // 1 + 3 * (5 - 1) - 1.5 * (2 - 1), 2 + 3 * (7 - 2) - 1.5 * (-2 - 2)
    assertThat(combined(conditioning, 3, predictions)).containsExactly(11.5f, 23);
  }

  @Test
  void withoutGuidanceThePartsAreMixedByTheirWeights() {
    Conditioning conditioning =
        new Conditioning(
            Optional.empty(), List.of(Strand.of(A), new Strand(3, List.of(new Stretch(1, B)))), 1);
    FloatTensor predictions = FloatTensor.of(Shape.of(2, 2), 4, 8, 0, 16);

    assertThat(combined(conditioning, 1, predictions)).containsExactly(1, 14);
    assertThat(
            combined(Conditioning.of(Optional.empty(), A), 1, FloatTensor.of(Shape.of(1, 2), 4, 8)))
        .containsExactly(4, 8);
  }

  private static float[] combined(
      Conditioning conditioning, double scale, FloatTensor predictions) {
    FloatTensor combined = FloatTensor.zeros(Shape.of(1, 2));
    new Guidance(conditioning, scale).combine(predictions, combined);
    return combined.toArray();
  }
}
