package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PlainNumberTest {

  @Test
  void hasNeitherExponentNorZerosAtItsEnd() {
    assertThat(PlainNumber.of(7.0)).isEqualTo("7");
    assertThat(PlainNumber.of(7.5)).isEqualTo("7.5");
    assertThat(PlainNumber.of(0.1)).isEqualTo("0.1");
    assertThat(PlainNumber.of(1e-7)).isEqualTo("0.0000001");
    assertThat(PlainNumber.of(1e10)).isEqualTo("10000000000");
    assertThat(PlainNumber.of(new BigDecimal("0.000"))).isEqualTo("0");
    assertThat(PlainNumber.of(new BigDecimal("100"))).isEqualTo("100");
  }

  @Test
  void roundsToSomeDecimals() {
    assertThat(PlainNumber.rounded(1.2100000381469727, 3)).isEqualTo("1.21");
    assertThat(PlainNumber.rounded(1.0004, 3)).isEqualTo("1");
  }
}
