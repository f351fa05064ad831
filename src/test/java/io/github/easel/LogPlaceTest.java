package io.github.easel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LogPlaceTest {

  @Test
  void olderLogsLieBesideTheLogWhereLogbackCanSayItsName() {
    String usual = Path.of("data", "easel #1?", "easel.log").toString();
    assertThat(LogPlace.older(usual, "tmp")).isEqualTo(usual);
    String odd = Path.of("100% of it", "easel.log").toString();
    assertThat(LogPlace.older(odd, "tmp")).isEqualTo(Path.of("tmp", "easel.log").toString());
    assertThat(LogPlace.older(odd, "50%")).isEqualTo("easel.log");
  }
}
