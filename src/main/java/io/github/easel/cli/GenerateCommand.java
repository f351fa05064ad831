package io.github.easel.cli;

import io.github.easel.app.LatentsRecorder;
import io.github.easel.app.ModelService;
import io.github.easel.app.ModelService.ModelSummary;
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
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalDouble;
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
      return OutputFiles.plan(options.output, surroundings.folder(), options.count)
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
    GenerationRequest first = firstRequest(services.models());
    reporter.device(services.generation().device());
    LatentsRecorder recorder = new LatentsRecorder();
    for (int i = 0; i < options.count; i++) {
      GenerationRequest request = first.withSeed(first.seed() + i);
      ProgressListener listener = reporter.begin(i + 1, options.count, request.seed());
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

  private Optional<Path> dumpFile() {
    return options.dumpLatents.map(surroundings.folder()::resolve);
  }

  private GenerationRequest firstRequest(ModelService models) {
    ModelSummary model =
        options
            .model
            .map(models::find)
            .or(() -> models.list().stream().findFirst())
            .orElseThrow(
                () ->
                    new GenerationException(
                        Failure.MODEL_NOT_FOUND, "no model at hand", texts.of("model.starter")));
    long seed = options.seed.orElseGet(() -> new SecureRandom().nextLong() & SEED_MASK);
    return new GenerationRequest(
        new Prompt(options.prompt, options.negative),
        options.model.orElse(model.name()),
        options.size.orElse(model.size()),
        sampling(model.sampling()),
        seed);
  }

  /** A schedule told apart stands over one in the sampler's name; the default's over neither. */
  private Sampling sampling(Sampling defaults) {
    SamplerChoice choice =
        options.sampler.orElse(new SamplerChoice(defaults.sampler(), defaults.schedule()));
    return new Sampling(
        choice.sampler(),
        options.schedule.orElse(choice.schedule()),
        options.steps.orElse(defaults.steps()),
        options.guidance.orElse(defaults.guidanceScale()),
        options.eta.map(OptionalDouble::of).orElse(defaults.eta()));
  }
}
