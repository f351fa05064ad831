package io.github.easel.cli;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.app.paint.Outpainting;
import io.github.easel.app.paint.Side;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Seeding;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code easel outpaint}: extends a picture past its edges. */
@Command(
    name = "outpaint",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
final class OutpaintCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Mixin private final OutpaintOptions options = new OutpaintOptions();

  OutpaintCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Seeding seeding = checked();
    OutputFiles output = OutputFiles.planned(options.output, surroundings.folder(), 1, texts);
    Reporter reporter = options.reporter(surroundings.streams(), texts, messages);
    return new Failures(texts, messages)
        .guardCancellable(
            reporter, cancellation -> openAndExtend(seeding, output, reporter, cancellation));
  }

  /** Refuses what cannot be meant before a model is opened. */
  private Seeding checked() {
    try {
      if (options.margins().none()) {
        throw new RefusedValue(RefusedValue.Kind.NO_MARGIN, 0);
      }
      if (!(options.strength > 0 && options.strength <= 1)) {
        throw new RefusedValue(RefusedValue.Kind.STRENGTH, options.strength);
      }
      options.withLoras("", options.reading.over(PromptReading.usual()), texts);
      sampling(new Sampling(SamplerKind.DDIM, 1, 1));
      return options.seeding.of(options.seed, 1, texts);
    } catch (RefusedValue e) {
      throw new UsageException(messages.of(e));
    }
  }

  private Sampling sampling(Sampling defaults) {
    return options.sampling.over(defaults, options.sampler, options.steps, options.guidance);
  }

  private void openAndExtend(
      Seeding seeding, OutputFiles output, Reporter reporter, Cancellation cancellation) {
    output.check();
    try (Services services =
        surroundings.open().apply(options.services(surroundings.folder(), texts))) {
      Outpainting.Order order = order(services, seeding, reporter);
      String model = order.template().model();
      new TokenizerOffer(surroundings, texts).make(services, model, options.json, cancellation);
      Outpainting outpainting =
          new Outpainting(services.generation(), services.models().sizeMultiple(model));
      reporter.device(services.generation().device());
      Outpainting.Outcome outcome =
          outpainting.extend(
              order,
              (index, count, request) -> reporter.begin(index + 1, count, request.seeding()),
              cancellation);
      Path file = output.named(stem(options.file) + "-extended");
      outcome.write(order, file);
      outcome.notices().forEach(reporter::notice);
      tell(outcome, file);
    } catch (RefusedValue e) {
      throw new UsageException(messages.of(e));
    }
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Words that were not typed are those of the picture, if it tells them. */
  private Outpainting.Order order(Services services, Seeding seeding, Reporter reporter) {
    Path file = surroundings.folder().resolve(options.file);
    PixelImage picture = services.pictures().read(file);
    ModelSummary model = Requests.model(services.models(), options.model, texts);
    Prompt known =
        options.prompt.isPresent()
            ? Requests.empty(model)
            : services
                .settings()
                .read(file, options.model, seeding.seed())
                .map(
                    report -> {
                      reporter.recalled(options.file, report);
                      return report.request().prompt();
                    })
                .orElseGet(() -> Requests.empty(model));
    Prompt prompt = prompt(options.prompt.orElse(known.positive()), known);
    Map<Side, Prompt> prompts = new EnumMap<>(Side.class);
    options.prompts().forEach((side, words) -> prompts.put(side, prompt(words, known)));
    ImageSize tile = options.size.orElse(model.size());
    GenerationRequest template =
        new GenerationRequest(
            prompt, options.model.orElse(model.name()), tile, sampling(model.sampling()), seeding);
    return new Outpainting.Order(
        picture,
        String.valueOf(options.file.getFileName()),
        options.margins(),
        options.overlap.orElse(Math.min(tile.width(), tile.height()) / 2),
        options.strength,
        template,
        prompts);
  }

  private Prompt prompt(String words, Prompt known) {
    PromptReading reading = options.reading.over(known.reading());
    return new Prompt(
        options.withLoras(words, reading, texts),
        options.negative.orElse(known.negative()),
        reading);
  }

  private void tell(Outpainting.Outcome outcome, Path file) {
    if (options.json) {
      new JsonLines(surroundings.streams())
          .write(
              JsonLines.event("outpaint")
                  .put("file", file.toString())
                  .put("width", outcome.image().width())
                  .put("height", outcome.image().height())
                  .put("windows", outcome.windows().size()));
    } else {
      surroundings.streams().result(file.toString());
    }
  }
}
