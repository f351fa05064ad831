package io.github.easel.cli;

import io.github.easel.app.ModelImport;
import io.github.easel.app.ModelImport.Copying;
import io.github.easel.app.ModelImport.Found;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.Cancellation;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel models import}: copies a model among Easel's own, and prints its name. */
@Command(name = "import", mixinStandardHelpOptions = true)
final class ModelsImportCommand implements Callable<Integer> {

  private static final int PERCENT = 100;

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(paramLabel = "PATH", descriptionKey = "option.import.path")
  private Path path = Path.of("");

  @Option(names = "--config", paramLabel = "DIR", descriptionKey = "option.config")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  ModelsImportCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    Inquiry inquiry = new Inquiry(surroundings, texts, messages, json);
    StatusLine line = new StatusLine(surroundings.streams());
    return new Failures(texts, messages, Optional.of(texts.of("import.cancelled")))
        .guardCancellable(
            inquiry.reporter(),
            cancellation -> {
              try (Services services = inquiry.open(Optional.empty())) {
                take(services.modelImport(), line, cancellation);
              } finally {
                line.clear();
              }
            });
  }

  private void take(ModelImport imports, StatusLine line, Cancellation cancellation) {
    Path folder = surroundings.folder();
    Found found =
        imports
            .look(folder.resolve(path), config.map(folder::resolve))
            .orElseThrow(() -> new UsageException(texts.of("wrong.import", path.toString())));
    if (found.atHand()) {
      print(found.name(), "import.there");
      return;
    }
    try (Copying copying = imports.copy(found, config.map(folder::resolve))) {
      int told = -1;
      while (!copying.proceed()) {
        cancellation.check();
        int percent = (int) (PERCENT * copying.share());
        if (percent > told && surroundings.streams().terminal() && !json) {
          line.show(texts.of("import.progress", Integer.toString(percent)));
          told = percent;
        }
      }
      line.clear();
      print(copying.name(), "import.done");
    }
  }

  private void print(String name, String sentence) {
    if (json) {
      new JsonLines(surroundings.streams())
          .write(
              JsonLines.event("imported")
                  .put("name", name)
                  .put("copied", sentence.endsWith("done")));
      return;
    }
    surroundings.streams().tell(texts.of(sentence, name));
    surroundings.streams().result(name);
  }
}
