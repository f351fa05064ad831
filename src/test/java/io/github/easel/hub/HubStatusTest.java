package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubStatusTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "120, 120",
    "'Wed, 21 Oct 2026 07:28:30 GMT', 30",
    "'Wed, 21 Oct 2026 07:27:00 GMT', 0",
  })
  void readsHowLongAServerWantsToBeLeftAlone(String text, long seconds) {
    Instant now = Instant.parse("2026-10-21T07:28:00Z");
    assertThat(HubStatus.retryAfter(text, now)).contains(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1", "1.5", "99999999999999999999", "''"})
  void nonsenseIsNoWish(String text) {
    assertThat(HubStatus.retryAfter(text, Instant.EPOCH)).isEmpty();
  }
}
