package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import java.util.Optional;

/**
 * Shows how pictures come of noise: keeps what the model saw and thought while it drew the last
 * picture, and lets noise loose on finished ones. Pictures are made when they are asked for; ask
 * off the window's thread.
 */
public interface LearnService {

  /** What can be seen of a step. */
  enum StepPicture {
    /** What the network saw: the picture and the noise that is still in it. A pixel a cell. */
    LATENTS,
    /** What the sampler took the finished picture to be. */
    CLEAN,
    /** The noise that it took for noise, grey where there is none. A pixel a cell. */
    NOISE,
    /** What the network would draw without the prompt, or by the negative prompt. */
    WITHOUT_WORDS,
    /** What the network would draw by the prompt, before guidance exaggerates it. */
    WITH_WORDS,
    /** How far guidance led away from {@link #WITHOUT_WORDS}, grey where it changed nothing. */
    DIFFERENCE
  }

  /**
   * A listener that keeps a generation's steps and passes everything on. They can be had when the
   * sampling is done; a generation that fails or is cancelled leaves the one before.
   */
  ProgressListener recording(GenerationRequest request, ProgressListener next);

  /**
   * Keeps the steps of every generation of these services from now on, as by {@link #recording}.
   */
  void follow();

  /** The last picture's steps; nothing before the first picture. */
  Optional<RecordedRun> lastRun();

  /**
   * A picture of a step: through the decoder where the model is still open and idle, else by the
   * colours of its latent cells, an eighth of the size. Without guidance, what is with words and
   * without is what there is.
   *
   * @param index into the run's steps
   * @throws io.github.easel.generation.GenerationException if it was cancelled
   */
  PixelImage picture(RecordedRun run, int index, StepPicture what, Cancellation cancellation);

  /** The same by the colours of latent cells alone: small, but at once. */
  PixelImage quick(RecordedRun run, int index, StepPicture what);

  /** A model's way from picture to noise; Stable Diffusion's if the model is not there. */
  NoiseCurve noiseCurve(String model);

  /**
   * A picture as it is after some steps of diffusion, in its pixels instead of latents, for eyes:
   * x_t = signal x_0 + noise e (Ho et al. 2020, equation 4), with pixels from -1 to 1.
   *
   * @param timestep 0 to below the curve's {@link NoiseCurve#timesteps}
   * @param seed of e, which is the same for all timesteps
   */
  PixelImage noised(PixelImage picture, int timestep, long seed, String model);

  /** The picture with no side longer than that; itself if none is. */
  PixelImage reduced(PixelImage picture, int longest);
}
