package io.github.easel.cli;

import io.github.easel.app.ModelService;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.PictureReport;
import io.github.easel.app.Services;
import io.github.easel.app.SourceSize;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import java.nio.file.Path;
import java.util.Optional;

/** From what the user typed to a request. */
final class Requests {

  private final PictureOptions options;
  private final int count;
  private final Seeding seeding;
  private final Texts texts;
  private final UserMessages messages;

  /**
   * Checks all that can be checked before a model is opened.
   *
   * @param count pictures that the seeds must reach for
   * @throws UsageException with a sentence for the user if a value is out of range
   */
  Requests(PictureOptions options, int count, Texts texts, UserMessages messages) {
    this.options = options;
    this.count = count;
    this.texts = texts;
    this.messages = messages;
    if (options.prompt.isEmpty() && options.from.isEmpty() && !options.ownWords()) {
      throw new UsageException(texts.of("wrong.prompt"));
    }
    try {
      seeding = options.seeding.of(options.seed, count, texts);
      options.reading.over(PromptReading.usual());
      options.source.check(options.from.isPresent(), texts);
      // The defaults that it is given here are in range.
      sampling(new Sampling(SamplerKind.DDIM, 1, 1));
    } catch (RefusedValue e) {
      throw new UsageException(messages.of(e));
    }
  }

  /**
   * The request for the first picture: over the settings of the picture that the user named, or
   * over the model's.
   *
   * @param folder where relative paths start
   * @param reporter hears of settings that were taken from a picture
   * @param otherwise the model where the user named none, before the first one at hand
   * @throws GenerationException {@link Failure#MODEL_NOT_FOUND}; {@link Failure#FILE_UNREADABLE}
   *     for that picture, also if it does not say how it was made
   * @throws UsageException if what was typed does not go with its settings
   */
  GenerationRequest first(
      Services services, Path folder, Reporter reporter, Optional<String> otherwise) {
    if (options.ownWords()) {
      return ofItsOwn(services, folder, reporter);
    }
    if (options.from.isEmpty()) {
      return first(services, folder, otherwise);
    }
    Path file = options.from.get();
    PictureReport report =
        services
            .settings()
            .read(folder.resolve(file), options.model.or(() -> otherwise), seeding.seed())
            .orElseThrow(
                () ->
                    GenerationException.unreadable(file, "it does not say how it was made", null));
    reporter.recalled(file, report);
    return over(report)
        .withSource(
            options.source.over(
                report.request().source(), report.source(), services.sources(), folder, texts));
  }

  /** By the words and settings of the picture to begin with, but with the seed of new ones. */
  private GenerationRequest ofItsOwn(Services services, Path folder, Reporter reporter) {
    Path file = options.source.image.orElseThrow();
    PictureReport report =
        services
            .settings()
            .read(folder.resolve(file), options.model, seeding.seed())
            .orElseThrow(
                () -> new UsageException(texts.of("wrong.variations.words", file.toString())));
    reporter.recalled(file, report);
    return over(report)
        .withSeeding(seeding)
        .withSource(
            options.source.over(
                Optional.empty(), Optional.empty(), services.sources(), folder, texts));
  }

  /**
   * The model of that name, or the first one at hand.
   *
   * @throws GenerationException {@link Failure#MODEL_NOT_FOUND}
   */
  static ModelSummary model(ModelService models, Optional<String> named, Texts texts) {
    return named
        .map(models::find)
        .or(() -> models.list().stream().findFirst())
        .orElseThrow(
            () ->
                new GenerationException(
                    Failure.MODEL_NOT_FOUND, "no model at hand", texts.of("model.starter")));
  }

  private GenerationRequest first(Services services, Path folder, Optional<String> otherwise) {
    Optional<String> named = options.model.or(() -> otherwise);
    ModelSummary model = model(services.models(), named, texts);
    String name = named.orElse(model.name());
    Optional<Source> source =
        options.source.over(Optional.empty(), Optional.empty(), services.sources(), folder, texts);
    ImageSize usual =
        source
            // where only a part is drawn, the source's size says nothing of it
            .filter(begin -> begin.repaint().map(part -> !part.onlyMasked()).orElse(true))
            .map(
                begin ->
                    SourceSize.of(
                        begin.image(), model.size(), services.models().sizeMultiple(name)))
            .orElse(model.size());
    return new GenerationRequest(
        prompt(empty(model)),
        name,
        options.size.orElse(usual),
        sampling(model.sampling()),
        seeding,
        source);
  }

  private GenerationRequest over(PictureReport report) {
    GenerationRequest request = report.request();
    try {
      return new GenerationRequest(
          prompt(request.prompt()),
          options.model.orElse(request.model()),
          options.size.orElse(request.size()),
          sampling(request.sampling()),
          options.seeding.over(request.seeding(), options.seed, count, texts));
    } catch (RefusedValue e) {
      throw new UsageException(messages.of(e));
    }
  }

  /** The seeding of the first picture as it was typed. */
  Seeding seeding() {
    return seeding;
  }

  /** The words as they were typed, over others, and the LoRAs. */
  Prompt prompt(Prompt defaults) {
    PromptReading reading = options.reading.over(defaults.reading());
    String positive = options.withLoras(options.prompt.orElse(defaults.positive()), reading, texts);
    return new Prompt(positive, options.negative.orElse(defaults.negative()), reading);
  }

  /** No words, to be read as suits the model. */
  static Prompt empty(ModelSummary model) {
    PromptReading usual = PromptReading.usual();
    return new Prompt(
        "", "", new PromptReading(usual.syntax(), usual.emphasis(), model.clipSkip()));
  }

  private Sampling sampling(Sampling defaults) {
    return options.sampling.over(defaults, options.sampler, options.steps, options.guidance);
  }
}
