package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Economy;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Stage;
import io.github.easel.random.NoiseSource;
import io.github.easel.scheduler.Sampler;
import io.github.easel.tensor.FloatTensor;
import java.nio.FloatBuffer;
import java.util.Optional;

/** Latents from noise: the loop of Ho et al. 2020, algorithm 2, for any sampler. */
final class SamplingLoop {

  private static final double NANOS = 1e9;

  private final Denoiser denoiser;
  private final ImageSize size;
  private final double guidanceScale;
  private final ProgressListener listener;
  private final Cancellation cancellation;
  private StepWatch watch = StepWatch.NONE;
  private StepHold hold = StepHold.NONE;
  private Optional<FloatTensor> beside = Optional.empty();
  private Economy economy = Economy.NONE;
  private long denoiserNanos;

  /**
   * A loop for one picture.
   *
   * @param size of the picture in pixels
   */
  SamplingLoop(
      Denoiser denoiser,
      ImageSize size,
      double guidanceScale,
      ProgressListener listener,
      Cancellation cancellation) {
    this.denoiser = denoiser;
    this.size = size;
    this.guidanceScale = guidanceScale;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  /** Lets somebody look at every call from now on. */
  void watch(StepWatch other) {
    watch = other;
  }

  /** Lets something change the latents after every call from now on. */
  void hold(StepHold other) {
    hold = other;
  }

  /** Leaves something out from now on. */
  void spare(Economy other) {
    economy = other;
  }

  /** Shows the network more from now on, what one of {@link Denoiser#prepare} is. */
  void beside(Optional<FloatTensor> other) {
    beside = other;
  }

  /**
   * Runs the sampler from a call to its last. Progress counts the calls that are made; the
   * conditioning's steps count those left out too, so that words set in late are seen by a picture
   * that begins late.
   *
   * @param first the first call, 0 unless a source takes the place of the earlier ones
   * @param conditioning what it attends to
   * @param latents [1, 4, height, width], noised as the first call wants it; holds the result
   *     afterwards
   */
  void run(
      Sampler sampler,
      int first,
      Conditioning conditioning,
      FloatTensor latents,
      NoiseSource noise) {
    int calls = sampler.calls();
    int drawn = calls - first;
    Predictor predictor =
        new Predictor(
            denoiser,
            conditioning,
            economy,
            latents.shape(),
            new Predictor.Told(size, guidanceScale, beside));
    FloatTensor input = FloatTensor.zeros(latents.shape());
    FloatTensor guided = FloatTensor.zeros(latents.shape());
    long engineBefore = denoiser.engineNanos();
    long start = System.nanoTime();
    predictor.begin(conditioning.step(first, calls));
    listener.on(new Progress(Stage.SAMPLING, 0, drawn, 0));
    for (int call = first; call < calls; call++) {
      predictor.begin(conditioning.step(call, calls));
      sampler.scaleModelInput(call, latents, input);
      FloatTensor prediction = predictor.predict(input, sampler.timestep(call), cancellation);
      new Guidance(predictor.attended(), guidanceScale).combine(prediction, guided);
      watch.see(sampler, call, latents, prediction, guided);
      sampler.step(call, guided, latents, noise);
      hold.after(sampler, call, latents);
      checkFinite(latents, call + 1 - first);
      tell(latents, call + 1 - first, drawn, start);
    }
    denoiserNanos = denoiser.engineNanos() - engineBefore;
  }

  private void tell(FloatTensor latents, int step, int steps, long start) {
    listener.onLatents(StepDetails.tell(step, latents));
    double seconds = (System.nanoTime() - start) / NANOS;
    listener.on(new Progress(Stage.SAMPLING, step, steps, seconds / step));
  }

  private static void checkFinite(FloatTensor latents, int step) {
    if (!isFinite(latents)) {
      throw new GenerationException(
          Failure.NOT_FINITE, "latents not finite after step " + step, Integer.toString(step));
    }
  }

  /** Whether all values are numbers, and none is infinite. */
  static boolean isFinite(FloatTensor tensor) {
    FloatBuffer values = tensor.buffer();
    float sum = 0;
    for (int i = 0; i < values.capacity(); i++) {
      sum += values.get(i) * 0f;
    }
    return !Float.isNaN(sum);
  }

  /** Seconds spent in the network's own runs. */
  double denoiserSeconds() {
    return denoiserNanos / NANOS;
  }
}
