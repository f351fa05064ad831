package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Economy;
import io.github.easel.generation.ImageSize;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.List;
import java.util.Optional;

/**
 * Asks the denoiser for one picture's predictions, step by step, and for no more than the economy
 * wants of them.
 */
final class Predictor {

  private final Denoiser denoiser;
  private final Conditioning guided;
  private final Conditioning unguided;
  private final Economy economy;
  private final Shape latents;
  private final Told told;
  private final boolean again;
  private Conditioning attended;
  private List<TextCondition> texts = List.of();

  /** Calls since the deep layers were computed. */
  private int since;

  /**
   * What the denoiser is told beside texts.
   *
   * @param seen as of {@link Denoiser#prepare}, for one sample
   */
  record Told(ImageSize size, double guidanceScale, Optional<FloatTensor> seen) {

    private Circumstances of(Conditioning one, Economy economy) {
      return new Circumstances(
          size, guidanceScale, one.against(), one.beside(seen), economy.tokenStride());
    }
  }

  /**
   * Makes nothing ready yet.
   *
   * @param latents [1, 4, height, width]
   */
  Predictor(
      Denoiser denoiser, Conditioning conditioning, Economy economy, Shape latents, Told told) {
    this.denoiser = denoiser;
    guided = conditioning;
    unguided = conditioning.unguided();
    this.economy = economy;
    this.latents = latents;
    this.told = told;
    again = economy.deepEvery() > 1 && denoiser.canPredictAgain(conditioning.batch());
    attended = conditioning;
  }

  /**
   * Makes ready for a step.
   *
   * @param step from 1
   */
  void begin(int step) {
    Conditioning wanted = economy.guides(step, guided.steps()) ? guided : unguided;
    List<TextCondition> wantedTexts = wanted.at(step);
    if (wantedTexts.equals(texts)) {
      return;
    }
    if (texts.size() != wantedTexts.size()) {
      denoiser.prepare(
          latents.withFirst(wanted.batch()), told.of(wanted, economy), wantedTexts, again);
    } else {
      denoiser.attend(wantedTexts);
    }
    attended = wanted;
    texts = wantedTexts;
    since = 0;
  }

  /** What the predictions of this step are for. */
  Conditioning attended() {
    return attended;
  }

  /**
   * The predictions of a call, one for each of {@link #attended}, the same tensor each time.
   *
   * @param sample [1, 4, height, width]
   */
  FloatTensor predict(FloatTensor sample, double time, Cancellation cancellation) {
    boolean known = again && since % economy.deepEvery() != 0;
    since++;
    if (known) {
      return denoiser.predictAgain(sample, time, cancellation);
    }
    denoiser.show(sample);
    return denoiser.predict(time, cancellation);
  }
}
