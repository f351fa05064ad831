package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
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
  private static final Circumstances NOTHING =
      new Circumstances(new ImageSize(LARGE, LARGE), 1, 0, List.of());
  private static final int ATTEMPTS = 50;

  @Test
  void endsARunThatIsUnderWay() throws InterruptedException {
    Path file = Golden.micro().folder().resolve("unet").resolve("model.onnx");
    List<TextCondition> texts =
        List.of(TextCondition.of(FloatTensor.zeros(Shape.of(1, TOKENS, WIDTH))));
    try (Denoiser denoiser =
        new Denoiser(OnnxEngine.on(DeviceChoice.CPU).open(file), new TextShape(TOKENS, WIDTH))) {
      denoiser.prepare(Shape.of(1, Denoiser.CHANNELS, LARGE, LARGE), NOTHING, texts);
      boolean broken = false;
      for (int attempt = 0; attempt < ATTEMPTS && !broken; attempt++) {
        broken = breaksOff(denoiser);
      }
      assertThat(broken).as("a run was broken off in its middle").isTrue();

      Shape small = Shape.of(1, Denoiser.CHANNELS, 8, 8);
      denoiser.prepare(small, NOTHING, texts);
      assertThat(denoiser.predict(1, new Cancellation()).shape()).isEqualTo(small);
    }
  }

  /**
   * One run and, from a thread that starts with it, one cancellation. It may come before the run
   * has begun, and then proves nothing; a run that it does not end returns as if nothing had been
   * said.
   */
  private static boolean breaksOff(Denoiser denoiser) throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    Thread canceller = new Thread(cancellation::cancel);
    canceller.start();
    try {
      denoiser.predict(1, cancellation);
      return false;
    } catch (GenerationException e) {
      assertThat(e.failure()).isEqualTo(Failure.CANCELLED);
      return "cancelled within a run".equals(e.getMessage());
    } finally {
      canceller.join();
    }
  }
}
