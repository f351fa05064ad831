package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that takes seconds ends when it is told to, and the network can be used again. */
class CancelWithinARunTest {

  private static final int TOKENS = 77;
  private static final int WIDTH = 32;
  private static final int LARGE = 160;

  @Test
  void endsARunThatIsUnderWay() throws InterruptedException {
    Path file = Golden.micro().folder().resolve("unet").resolve("model.onnx");
    FloatTensor states = FloatTensor.zeros(Shape.of(1, TOKENS, WIDTH));
    try (Denoiser denoiser = new Denoiser(OnnxEngine.on(DeviceChoice.CPU), file, TOKENS, WIDTH)) {
      denoiser.prepare(Shape.of(1, Denoiser.CHANNELS, LARGE, LARGE), List.of(states));
      Cancellation cancellation = new Cancellation();
      Thread canceller = new Thread(cancellation::cancel);
      canceller.start();
      assertThatThrownBy(() -> runUntilCancelled(denoiser, cancellation))
          .isInstanceOfSatisfying(
              GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
      canceller.join();

      Shape small = Shape.of(1, Denoiser.CHANNELS, 8, 8);
      denoiser.prepare(small, List.of(states));
      assertThat(denoiser.predict(1, new Cancellation()).shape()).isEqualTo(small);
    }
  }

  /** However early the cancellation comes, one of these runs is the one it ends. */
  private static void runUntilCancelled(Denoiser denoiser, Cancellation cancellation) {
    for (int i = 0; i < 1000; i++) {
      denoiser.predict(i, cancellation);
    }
  }
}
