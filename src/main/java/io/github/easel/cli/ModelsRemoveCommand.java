package io.github.easel.cli;

import io.github.easel.app.ModelRemoval;
import io.github.easel.app.UserMessages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel models remove}: takes one of Easel's own models away, once somebody agreed. */
@Command(name = "remove", mixinStandardHelpOptions = true)
final class ModelsRemoveCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(paramLabel = "NAME", descriptionKey = "option.remove.name")
  private String name = "";

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "option.remove.yes")
  private boolean yes;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  ModelsRemoveCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    boolean[] declined = {false};
    int code =
        new Inquiry(surroundings, texts, messages, json)
            .ask(Optional.empty(), services -> declined[0] = !remove(services.modelRemoval()));
    return declined[0] ? ExitCode.FAILED : code;
  }

  /** Whether the user agreed. */
  private boolean remove(ModelRemoval removal) {
    List<Path> paths = removal.find(name);
    Streams streams = surroundings.streams();
    if (!yes) {
      if (json || !streams.answers().canAnswer()) {
        throw new UsageException(texts.of("wrong.remove.consent"));
      }
      paths.forEach(path -> streams.tell("  " + path));
      String question = texts.of(removal.hasTrash() ? "remove.ask" : "remove.ask.forever");
      if (!streams.agreesTo(question)) {
        streams.tell(texts.of("remove.declined"));
        return false;
      }
    }
    removal.remove(paths);
    if (json) {
      new JsonLines(streams)
          .write(
              JsonLines.event("removed").put("name", name).put("restorable", removal.hasTrash()));
    } else {
      streams.tell(texts.of(removal.hasTrash() ? "remove.trash" : "remove.done", name));
    }
    return true;
  }
}
