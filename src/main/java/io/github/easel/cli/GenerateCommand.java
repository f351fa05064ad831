package io.github.easel.cli;

import io.github.easel.app.LatentsRecorder;
import io.github.easel.app.PromptExpansion;
import io.github.easel.app.PromptExpansion.Plan;
import io.github.easel.app.PromptExpansion.Planned;
import io.github.easel.app.PromptExpansion.Wishes;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.app.paint.Variations;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Seeding;
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
    checkCount();
    words.check(texts);
    options.check(words.several(), texts);
    Requests requests = new Requests(options, options.count(), texts, messages);
    if (options.prompt.isEmpty()) {
      words.checkFinal(texts);
    }
    OutputFiles output = planned();
    Reporter reporter = options.reporter(surroundings.streams(), texts, messages);
    return new Failures(texts, messages)
        .guardCancellable(
            reporter, cancellation -> openAndMake(requests, output, reporter, cancellation));
  }

  private void checkCount() {
    if (options.count() < 1 || options.count() > PromptExpansion.MOST_PICTURES) {
      throw new UsageException(
          texts.of(
              "wrong.count",
              Integer.toString(options.count()),
              Integer.toString(PromptExpansion.MOST_PICTURES)));
    }
  }

  private OutputFiles planned() {
    int pictures = wishes().several() ? PromptExpansion.MOST_PICTURES : options.count();
    return OutputFiles.planned(options.output, surroundings.folder(), pictures, texts);
  }

  private void openAndMake(
      Requests requests, OutputFiles output, Reporter reporter, Cancellation cancellation) {
    output.check();
    dumpFile().ifPresent(OutputFiles::checkParentOf);
    try (Services services =
        surroundings.open().apply(options.services(surroundings.folder(), texts))) {
      if (words.dryRun && options.from.isEmpty() && !options.needsPicture()) {
        plan(services.expansion(), requests.prompt(Prompt.of("")), requests.seeding(), reporter);
        return;
      }
      GenerationRequest first =
          requests.first(services, surroundings.folder(), reporter, Optional.empty());
      if (!words.dryRun) {
        new TokenizerOffer(surroundings, texts)
            .make(services, first.model(), options.json, cancellation);
      }
      make(services, styled(services, first, reporter), output, reporter, cancellation);
    }
  }

  /** In the style of the picture that was named for that, if one was. */
  private GenerationRequest styled(Services services, GenerationRequest first, Reporter reporter) {
    if (options.styleImage.isEmpty()) {
      return first;
    }
    StylePicture style = new StylePicture(services, surroundings.folder(), texts);
    style.nearest(options.styleImage.get(), first, words.styles, reporter);
    return style.recoloured(options.styleImage.get(), first);
  }

  private void make(
      Services services,
      GenerationRequest first,
      OutputFiles output,
      Reporter reporter,
      Cancellation cancellation) {
    Plan plan = plan(services.expansion(), first.prompt(), first.seeding(), reporter);
    if (words.dryRun) {
      return;
    }
    reporter.device(services.generation().device());
    LatentsRecorder recorder = new LatentsRecorder();
    int count = plan.pictures().size();
    for (int i = 0; i < count; i++) {
      Planned picture = plan.pictures().get(i);
      GenerationRequest alike = first.withPrompt(picture.prompt()).withSeeding(picture.seeding());
      GenerationRequest request = options.variations ? Variations.variation(alike, i) : alike;
      ProgressListener listener = reporter.begin(i + 1, count, request.seeding());
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
  private Plan plan(PromptExpansion expansion, Prompt prompt, Seeding seeding, Reporter reporter) {
    Plan plan = expansion.plan(prompt, seeding, options.count(), wishes());
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
}
