package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EconomyTest {

  @ParameterizedTest
  @CsvSource({"0-1,10", "0-0.6,6", "0.2-0.6,4", "0-0,0", "0.05-1,9", "0-.25,3"})
  void guidesAShareOfTheSteps(String shares, int guided) {
    Economy economy = Economy.NONE.guided(shares);
    assertThat(IntStream.rangeClosed(1, 10).filter(step -> economy.guides(step, 10)).count())
        .isEqualTo(guided);
  }

  @ParameterizedTest
  @CsvSource({"0-1,1", "0-0.6,3", "0.125-1,1", "0-0,10"})
  void aLabelIsReadAgain(String shares, int deepEvery) {
    Economy economy = Economy.NONE.guided(shares).withDeepEvery(deepEvery);
    Economy eight = economy.withEightBits(true);
    Economy some = eight.withTokenStride(2);
    assertThat(Economy.find(some.label())).contains(some);
    assertThat(Economy.find(economy.withTokenStride(3).label()))
        .contains(economy.withTokenStride(3));
    assertThat(Economy.find(eight.label())).contains(eight);
    assertThat(eight).isNotEqualTo(economy);
    assertThat(Economy.find(economy.label())).contains(economy);
  }

  @Test
  void whatLeavesNothingOutHasNoLabel() {
    assertThat(Economy.NONE.label()).isEmpty();
    assertThat(Economy.find(" ")).contains(Economy.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guided",
        "guided 0-2, deep every 1",
        "guided 0.6-0.2, deep every 1",
        "guided 0-1, deep every 11",
        "guided 0-1, deep every 999999999",
        "guided 0-1, deep every 0",
        "guided 0-1, deep every 1, token stride 5"
      })
  void otherTextsAreNone(String text) {
    assertThat(Economy.find(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0.6", "a-b", "0-1.1", "0.6-0.2", "-1-1", "0-0.5-1"})
  void sharesThatAreNoneAreNamed(String shares) {
    assertThatThrownBy(() -> Economy.NONE.guided(shares))
        .isInstanceOfSatisfying(
            RefusedValue.class,
            e -> {
              assertThat(e.kind()).isEqualTo(RefusedValue.Kind.GUIDED_STEPS);
              assertThat(e).hasMessageContaining("such as 0-0.6");
            });
  }

  @Test
  void callsBeyondReasonAreRefused() {
    assertThatThrownBy(() -> Economy.NONE.withDeepEvery(11))
        .hasMessage("Deep layers every 11 calls: choose a whole number from 1 to 10.");
    assertThatThrownBy(() -> Economy.NONE.withTokenStride(5))
        .hasMessage("Token stride 5: choose a whole number from 1 to 4.");
    assertThatThrownBy(() -> new Economy(Double.NaN, 1, 1)).isInstanceOf(RefusedValue.class);
  }
}
