package io.github.easel.cli;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.PromptReport;
import io.github.easel.app.PromptService.Role;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.Sampling;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel prompt}: how a prompt is understood. */
@Command(name = "prompt", mixinStandardHelpOptions = true, sortOptions = false)
final class PromptCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(index = "0", paramLabel = "PROMPT", descriptionKey = "option.prompt")
  private String prompt = "";

  @Option(names = "--model", paramLabel = "NAME|PATH", descriptionKey = "option.model")
  private Optional<String> model = Optional.empty();

  @Option(names = "--steps", paramLabel = "N", descriptionKey = "option.steps")
  private Optional<Integer> steps = Optional.empty();

  @Option(
      names = "--syntax",
      paramLabel = "a1111|invoke|comfyui|plain",
      descriptionKey = "option.syntax")
  private Syntax syntax = Syntax.A1111;

  @Option(names = "--as-negative", descriptionKey = "option.as-negative")
  private boolean negative;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  @Option(names = "--tokenizer", paramLabel = "DIR", descriptionKey = "option.tokenizer")
  private Optional<Path> tokenizer = Optional.empty();

  PromptCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    checkSteps();
    return new Inquiry(surroundings, texts, messages, json).ask(tokenizer, this::readAndPrint);
  }

  private void checkSteps() {
    int wanted = steps.orElse(1);
    if (wanted < 1 || wanted > Sampling.MOST_STEPS) {
      throw new UsageException(
          texts.of("wrong.steps", Integer.toString(wanted), Integer.toString(Sampling.MOST_STEPS)));
    }
  }

  private void readAndPrint(Services services) {
    ModelSummary summary = Requests.model(services.models(), model, texts);
    PromptReport report =
        services
            .prompts()
            .read(
                prompt,
                negative ? Role.NEGATIVE : Role.POSITIVE,
                model.orElse(summary.name()),
                new PromptReading(syntax, Emphasis.ORIGINAL, 1),
                steps.orElse(summary.sampling().steps()));
    if (json) {
      new JsonPromptPrinter(surroundings.streams()).print(report);
    } else {
      new TextPromptPrinter(surroundings.streams(), texts).print(report);
    }
  }
}
