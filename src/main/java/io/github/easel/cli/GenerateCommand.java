package io.github.easel.cli;

import io.github.easel.app.LatentsRecorder;
import io.github.easel.app.ModelService;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.PromptExpansion;
import io.github.easel.app.PromptExpansion.Plan;
import io.github.easel.app.PromptExpansion.Planned;
import io.github.easel.app.PromptExpansion.Wishes;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Seeding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code easel generate}: makes pictures. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    abbreviateSynopsis = true)
final class GenerateCommand implements Callable<Integer> {

  private static final int MOST_PICTURES = 10_000;

  /** Random seeds stay where every program can read them: 0 to 2^32-1. */
  private static final long SEED_MASK = 0xFFFFFFFFL;

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Mixin private final GenerateOptions options = new GenerateOptions();
  @Mixin private final PromptOptions words = new PromptOptions();

  GenerateCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    OutputFiles output = checkedOutput();
    Reporter reporter =
        options.json
            ? new JsonReporter(surroundings.streams(), messages)
            : new TextReporter(surroundings.streams(), texts, messages, options.quiet);
    Cancellation cancellation = new Cancellation();
    Interrupts interrupts = Interrupts.cancelling(cancellation);
    try {
      return new Failures(texts, messages)
          .guard(reporter, () -> openAndMake(output, reporter, cancellation));
    } finally {
      interrupts.close();
    }
  }

  /** Checks all that can be checked before a model is opened. */
  private OutputFiles checkedOutput() {
    if (options.count < 1 || options.count > MOST_PICTURES) {
      throw new UsageException(
          texts.of(
              "wrong.count", Integer.toString(options.count), Integer.toString(MOST_PICTURES)));
    }
    words.check(texts);
    long seed = options.seed.orElse(0L);
    if (seed < 0 || seed > Long.MAX_VALUE - options.count) {
      throw new UsageException(texts.of("wrong.seed", Long.toString(seed)));
    }
    try {
      // Only for its checks: the defaults that it is given here are in range.
      sampling(new Sampling(SamplerKind.DDIM, 1, 1));
    } catch (IllegalArgumentException e) {
      throw UsageException.of(e);
    }
    return planned(options.output.orElse(""));
  }

  private OutputFiles planned(String output) {
    try {
      int pictures = wishes().several() ? MOST_PICTURES : options.count;
      return OutputFiles.plan(options.output, surroundings.folder(), pictures)
          .orElseThrow(() -> new UsageException(texts.of("wrong.output", output)));
    } catch (InvalidPathException e) {
      throw new UsageException(texts.of("wrong.path", output));
    }
  }

  private void openAndMake(OutputFiles output, Reporter reporter, Cancellation cancellation) {
    output.check();
    dumpFile().ifPresent(OutputFiles::checkParentOf);
    ServiceOptions wanted =
        new ServiceOptions(options.device, options.tokenizer.map(surroundings.folder()::resolve));
    try (Services services = surroundings.open().apply(wanted)) {
      make(services, output, reporter, cancellation);
    }
  }

  private void make(
      Services services, OutputFiles output, Reporter reporter, Cancellation cancellation) {
    Plan plan = plan(services.prompts(), reporter);
    if (words.dryRun) {
      return;
    }
    GenerationRequest bare = requestWithoutWords(services.models());
    reporter.device(services.generation().device());
    LatentsRecorder recorder = new LatentsRecorder();
    int count = plan.pictures().size();
    for (int i = 0; i < count; i++) {
      Planned picture = plan.pictures().get(i);
      GenerationRequest request = bare.withPrompt(picture.prompt()).withSeeding(picture.seeding());
      ProgressListener listener = reporter.begin(i + 1, count, request.seed());
      if (options.dumpLatents.isPresent()) {
        recorder.nextPicture();
        listener = recorder.listening(listener);
      }
      GenerationResult result = services.generation().generate(request, listener, cancellation);
      cancellation.check();
      Path file = output.file(i + 1, request.seed());
      services.pictures().write(result, file);
      reporter.finish(result, file);
    }
    dumpFile().ifPresent(recorder::write);
  }

  /** The final words and seeds of all pictures, told before any is drawn. */
  private Plan plan(PromptExpansion prompts, Reporter reporter) {
    long seed = options.seed.orElseGet(() -> new SecureRandom().nextLong() & SEED_MASK);
    Prompt typed = new Prompt(options.prompt, options.negative);
    Plan plan = prompts.plan(typed, Seeding.of(seed), options.count, wishes());
    plan.notices().forEach(reporter::notice);
    int count = plan.pictures().size();
    for (int i = 0; i < count && (words.dryRun || wishes().any()); i++) {
      reporter.planned(i + 1, count, plan.pictures().get(i), words.dryRun);
    }
    return plan;
  }

  private Wishes wishes() {
    return words.wishes(surroundings.folder());
  }

  private Optional<Path> dumpFile() {
    return options.dumpLatents.map(surroundings.folder()::resolve);
  }

  /** Model, size and sampling of all pictures, without their words and seeds. */
  private GenerationRequest requestWithoutWords(ModelService models) {
    ModelSummary model =
        options
            .model
            .map(models::find)
            .or(() -> models.list().stream().findFirst())
            .orElseThrow(
                () ->
                    new GenerationException(
                        Failure.MODEL_NOT_FOUND, "no model at hand", texts.of("model.starter")));
    return new GenerationRequest(
        Prompt.of(""),
        options.model.orElse(model.name()),
        options.size.orElse(model.size()),
        sampling(model.sampling()),
        0);
  }

  private Sampling sampling(Sampling defaults) {
    return new Sampling(
        options.sampler.orElse(defaults.sampler()),
        options.steps.orElse(defaults.steps()),
        options.guidance.orElse(defaults.guidanceScale()));
  }
}
