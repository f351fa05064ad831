package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.Devices.Device;
import io.github.easel.app.Devices.Obstacle;
import io.github.easel.app.Devices.Reason;
import io.github.easel.app.GraphicsCards.Card;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Devices of recorded answers of the system and of NVIDIA's driver. */
class DevicesTest {

  private static final String ANSWER =
      "NVIDIA GeForce RTX 2060, 6144, 5480, 535.183.01\nNVIDIA GRID, [N/A], [N/A], 535.183.01\n";

  @Test
  void coresAreCountedOnceForAllTheirThreads() {
    List<String> lines =
        List.of(
            "model name\t: Some Processor",
            "physical id\t: 0",
            "core id\t\t: 0",
            "model name\t: Some Processor",
            "physical id\t: 0",
            "core id\t\t: 0",
            "model name\t: Some Processor",
            "physical id\t: 0",
            "core id\t\t: 1");
    assertThat(Devices.processor(lines, 8L << 30))
        .isEqualTo(new Device("CPU", "Some Processor", 2, 8L << 30, "", Optional.empty()));
    assertThat(Devices.processor(List.of(), 0).cores()).isZero();
  }

  @Test
  void theDriversAnswerIsRead() {
    assertThat(GraphicsCards.parse(ANSWER).cards())
        .containsExactly(
            new Card("NVIDIA GeForce RTX 2060", 6144L << 20, 5480L << 20, "535.183.01"));
    assertThat(GraphicsCards.parse("NVIDIA-SMI has failed because it couldn't communicate").cards())
        .isEmpty();
  }

  @Test
  void whatSpeaksAgainstCudaIsSaid() {
    List<Card> now = GraphicsCards.parse(ANSWER).cards();
    List<Card> old = List.of(new Card("GTX", 1, 1, "470.42.01"));
    assertThat(reason(List.of(), true, Optional.empty())).hasValue(Obstacle.NO_DRIVER);
    assertThat(reason(old, true, Optional.empty())).hasValue(Obstacle.OLD_DRIVER);
    assertThat(reason(now, false, Optional.empty())).hasValue(Obstacle.NOT_IN_PACKAGE);
    assertThat(reason(now, true, Optional.of("libcudnn.so.9"))).hasValue(Obstacle.FAILED);
    assertThat(reason(now, true, Optional.empty())).isEmpty();
  }

  private static Optional<Obstacle> reason(
      List<Card> cards, boolean inPackage, Optional<String> said) {
    return Devices.cuda(cards, inPackage, () -> said).get(0).reason().map(Reason::obstacle);
  }
}
