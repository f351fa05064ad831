package io.github.easel.cli;

import io.github.easel.app.ModelService;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Seeding;
import java.util.Optional;

/** From what the user typed to a request. */
final class Requests {

  private final PictureOptions options;
  private final Seeding seeding;
  private final Texts texts;

  /**
   * Checks all that can be checked before a model is opened.
   *
   * @param count pictures that the seeds must reach for
   * @throws UsageException with a sentence for the user if a value is out of range
   */
  Requests(PictureOptions options, int count, Texts texts) {
    this.options = options;
    this.texts = texts;
    try {
      seeding = options.seeding.of(options.seed, count, texts);
      options.reading.reading();
      // The defaults that it is given here are in range.
      sampling(new Sampling(SamplerKind.DDIM, 1, 1));
    } catch (IllegalArgumentException e) {
      throw UsageException.of(e);
    }
  }

  /**
   * The request for the first picture.
   *
   * @throws GenerationException {@link Failure#MODEL_NOT_FOUND}
   */
  GenerationRequest first(ModelService models) {
    return first(models, Optional.empty());
  }

  /**
   * Likewise.
   *
   * @param otherwise the model where the user named none, before the first one at hand
   */
  GenerationRequest first(ModelService models, Optional<String> otherwise) {
    Optional<String> named = options.model.or(() -> otherwise);
    ModelSummary model =
        named
            .map(models::find)
            .or(() -> models.list().stream().findFirst())
            .orElseThrow(
                () ->
                    new GenerationException(
                        Failure.MODEL_NOT_FOUND, "no model at hand", texts.of("model.starter")));
    return new GenerationRequest(
        new Prompt(options.prompt, options.negative, options.reading.reading()),
        named.orElse(model.name()),
        options.size.orElse(model.size()),
        sampling(model.sampling()),
        seeding);
  }

  private Sampling sampling(Sampling defaults) {
    return options.sampling.over(defaults, options.sampler, options.steps, options.guidance);
  }
}
