package io.github.easel.ui.shots;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.GenerationService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Stage;
import io.github.easel.generation.Timings;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Hands out pictures that are there already; while it is held, it stops in the middle of one. */
final class DemoGeneration implements GenerationService {

  private static final double SECONDS_PER_STEP = 0.4;

  private final List<PixelImage> pictures;
  private int next;
  private volatile boolean held;

  /**
   * @param pictures at least one; they are handed out in turn
   */
  DemoGeneration(List<PixelImage> pictures) {
    this.pictures = List.copyOf(pictures);
  }

  /** From now on pictures stop half way until they are cancelled, or not any more. */
  void hold(boolean now) {
    held = now;
  }

  @Override
  public synchronized GenerationResult generate(
      GenerationRequest request, ProgressListener progress, Cancellation cancellation) {
    PixelImage image = pictures.get(next++ % pictures.size());
    int steps = request.sampling().steps();
    int step = Math.max(1, steps * 2 / 5);
    progress.on(new Progress(Stage.SAMPLING, step, steps, SECONDS_PER_STEP));
    if (held) {
      progress.onPreview(new Preview(step, DemoPictures.noisy(image)));
      CountDownLatch cancelled = new CountDownLatch(1);
      Cancellation.Registration registration = cancellation.onCancel(cancelled::countDown);
      try {
        cancelled.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        registration.close();
      }
      throw new GenerationException(Failure.CANCELLED, "the picture of the window is taken");
    }
    return new GenerationResult(
        image,
        new Provenance(request, request.model(), "", "torch-cpu", "CPU", "Easel"),
        new Timings(0, 0.1, steps * SECONDS_PER_STEP, steps * SECONDS_PER_STEP, 0.4),
        List.of());
  }

  @Override
  public void prepare(String model) {
    // the pictures are there already
  }

  @Override
  public DeviceReport device() {
    return new DeviceReport("CPU", "as asked for");
  }
}
