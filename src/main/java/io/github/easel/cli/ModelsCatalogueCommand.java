package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.UserMessages;
import io.github.easel.hub.ByteCount;
import io.github.easel.hub.CatalogueEntry;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code easel models catalogue}: models and concepts to start from. As JSON an object {@code
 * entry} each with id, name, kind, family, address, licence, bytes, triggers, prompt, unsure,
 * tried.
 */
@Command(name = "catalogue", mixinStandardHelpOptions = true)
final class ModelsCatalogueCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  private final Texts texts;
  private final UserMessages messages;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  ModelsCatalogueCommand(Surroundings surroundings, Texts texts, UserMessages messages) {
    this.surroundings = surroundings;
    this.texts = texts;
    this.messages = messages;
  }

  @Override
  public Integer call() {
    return new Inquiry(surroundings, texts, messages, json)
        .ask(
            Optional.empty(),
            services -> {
              for (CatalogueEntry entry : services.downloads().catalogue().entries()) {
                if (json) {
                  write(entry);
                } else {
                  print(entry);
                }
              }
            });
  }

  private String prompt(CatalogueEntry entry) {
    return entry.prompt(surroundings.locale().getLanguage());
  }

  private void print(CatalogueEntry entry) {
    Streams streams = surroundings.streams();
    String size = entry.bytes() == 0 ? texts.of("catalogue.size") : ByteCount.text(entry.bytes());
    streams.result(entry.id() + ": " + entry.name());
    line("catalogue.address", entry.address(), size);
    line(
        entry.unsure().contains("licence") ? "catalogue.licence.unsure" : "catalogue.licence",
        entry.licence());
    if (!entry.triggers().isEmpty()) {
      line("catalogue.triggers", String.join(", ", entry.triggers()));
    }
    line("catalogue.prompt", prompt(entry));
    if (!entry.tried()) {
      line("catalogue.untried");
    }
  }

  private void line(String key, String... values) {
    surroundings.streams().result("  " + texts.of(key, values));
  }

  private void write(CatalogueEntry entry) {
    ObjectNode event =
        JsonLines.event("entry")
            .put("id", entry.id())
            .put("name", entry.name())
            .put("kind", entry.kind().name())
            .put("family", entry.family())
            .put("address", entry.address())
            .put("licence", entry.licence())
            .put("bytes", entry.bytes())
            .put("prompt", prompt(entry))
            .put("tried", entry.tried());
    entry.triggers().forEach(event.putArray("triggers")::add);
    entry.unsure().forEach(event.putArray("unsure")::add);
    new JsonLines(surroundings.streams()).write(event);
  }
}
