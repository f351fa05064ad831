package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.PreparedModels.Entry;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.hub.ByteCount;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code easel models prepare}: makes a model ready for this computer, and tells what is ready. */
@Command(name = "prepare", mixinStandardHelpOptions = true)
final class ModelsPrepareCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Parameters(arity = "0..1", paramLabel = "MODEL", descriptionKey = "option.prepare.model")
  private Optional<String> model = Optional.empty();

  @Option(names = "--clear", descriptionKey = "option.prepare.clear")
  private boolean clear;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  ModelsPrepareCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    return new Inquiry(surroundings, texts, messages, json).ask(Optional.empty(), this::prepare);
  }

  private void prepare(Services services) {
    if (clear) {
      services.prepared().clear();
    }
    model.ifPresent(services.generation()::prepare);
    services.prepared().all().forEach(this::print);
  }

  private void print(Entry entry) {
    Streams streams = surroundings.streams();
    if (json) {
      ObjectNode line =
          JsonLines.event("prepared")
              .put("made_of", entry.about())
              .put("bytes", entry.bytes())
              .put("used", entry.used().toString());
      new JsonLines(streams).write(line);
    } else {
      streams.result(ByteCount.text(entry.bytes()) + "  " + entry.about());
    }
  }
}
