package io.github.easel.cli;

import io.github.easel.app.LatentsRecorder;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ProgressListener;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
    checkCount();
    Requests requests = new Requests(options, options.count, texts);
    OutputFiles output = planned(options.output.orElse(""));
    Reporter reporter =
        options.json
            ? new JsonReporter(surroundings.streams(), messages)
            : new TextReporter(surroundings.streams(), texts, messages, options.quiet);
    Cancellation cancellation = new Cancellation();
    Interrupts interrupts = Interrupts.cancelling(cancellation);
    try {
      return new Failures(texts, messages)
          .guard(reporter, () -> openAndMake(requests, output, reporter, cancellation));
    } finally {
      interrupts.close();
    }
  }

  private void checkCount() {
    if (options.count < 1 || options.count > MOST_PICTURES) {
      throw new UsageException(
          texts.of(
              "wrong.count", Integer.toString(options.count), Integer.toString(MOST_PICTURES)));
    }
  }

  private OutputFiles planned(String output) {
    try {
      return OutputFiles.plan(options.output, surroundings.folder(), options.count)
          .orElseThrow(() -> new UsageException(texts.of("wrong.output", output)));
    } catch (InvalidPathException e) {
      throw new UsageException(texts.of("wrong.path", output));
    }
  }

  private void openAndMake(
      Requests requests, OutputFiles output, Reporter reporter, Cancellation cancellation) {
    output.check();
    dumpFile().ifPresent(OutputFiles::checkParentOf);
    ServiceOptions wanted =
        new ServiceOptions(options.device, options.tokenizer.map(surroundings.folder()::resolve));
    try (Services services = surroundings.open().apply(wanted)) {
      GenerationRequest first =
          requests.first(services, surroundings.folder(), reporter, Optional.empty());
      make(services, first, output, reporter, cancellation);
    }
  }

  private void make(
      Services services,
      GenerationRequest first,
      OutputFiles output,
      Reporter reporter,
      Cancellation cancellation) {
    reporter.device(services.generation().device());
    LatentsRecorder recorder = new LatentsRecorder();
    for (int i = 0; i < options.count; i++) {
      GenerationRequest request = first.withSeeding(first.seeding().ofPicture(i));
      ProgressListener listener = reporter.begin(i + 1, options.count, request.seeding());
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
}
