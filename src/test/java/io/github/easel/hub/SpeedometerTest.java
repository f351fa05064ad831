package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedometerTest {

  private final AtomicLong clock = new AtomicLong(-5_000_000_000L);
  private final Speedometer speed = new Speedometer(clock::get);

  private double after(long millis, long bytes) {
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    return speed.at(bytes);
  }

  @Test
  void tellsTheSpeedOfTheLastSeconds() {
    assertThat(after(0, 0)).isZero();
    assertThat(after(1_000, 1_000)).isEqualTo(1_000, within(1e-6));
    long bytes = 1_000;
    double told = 0;
    for (int i = 0; i < 100; i++) {
      bytes += 500;
      told = after(100, bytes);
    }
    assertThat(told).isEqualTo(5_000, within(1.0));
  }

  @Test
  void forgetsWhatWasNoLine() {
    after(0, 0);
    after(100, 1_000_000_000);
    speed.reset();
    assertThat(after(0, 1_000_000_000)).isZero();
    assertThat(after(1_000, 1_000_000_100)).isEqualTo(100, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "99949, 99.9 kB",
    "99950, 100 kB",
    "4265000000, 4.3 GB",
    "123456789, 123 MB",
    "1500000000000, 1.5 TB"
  })
  void sizesAreSaidInPowersOfTen(long bytes, String text) {
    assertThat(ByteCount.text(bytes)).isEqualTo(text);
  }
}
