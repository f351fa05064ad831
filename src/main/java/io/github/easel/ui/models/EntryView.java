package io.github.easel.ui.models;

import io.github.easel.hub.CatalogueEntry;
import io.github.easel.hub.DownloadKind;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One of the catalogue: what it is, under which licence, and an example of a prompt. */
final class EntryView extends VBox {

  private final CatalogueEntry entry;
  private final ModelsViewModel models;
  private final Messages messages;

  EntryView(CatalogueEntry entry, ModelsViewModel models, Messages messages) {
    super(8);
    this.entry = entry;
    this.models = models;
    this.messages = messages;
    getStyleClass().addAll("models-card", "models-entry");
    Label name = Pieces.words(entry.name(), "model-name");
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    Button get =
        Pieces.small(
            Pieces.button(
                "entry-" + entry.id(),
                messages.now("entry.get"),
                () -> models.downloads().ask(entry.address())));
    get.setAccessibleText(messages.now("entry.get.named", entry.name()));
    Hints.explain(
        get,
        Bindings.createStringBinding(
            () -> messages.now(models.downloads().isBusy() ? "hub.ask.busy" : "hub.ask.hint"),
            messages.dependencies(models.downloads().state())));
    get.disableProperty()
        .bind(
            Bindings.createBooleanBinding(models.downloads()::isBusy, models.downloads().state()));
    HBox head = new HBox(8, name, get);
    getChildren().addAll(head, Pieces.words(line(), "quiet"));
    if (!entry.triggers().isEmpty()) {
      getChildren()
          .add(
              Pieces.words(
                  messages.now("entry.words", String.join(", ", entry.triggers())),
                  "models-entry-words"));
    }
    example();
    getChildren().add(Pieces.words(remark(), "quiet"));
  }

  private String line() {
    return Stream.of(
            messages.now("entry.kind." + kind()),
            family(),
            entry.bytes() > 0 ? ModelWords.size(entry.bytes()) : messages.now("entry.size.unknown"),
            entry.licence())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String kind() {
    if (entry.family().endsWith("-vae")) {
      return "VAE";
    }
    return entry.family().endsWith("-inpainting") ? "INPAINTING" : entry.kind().name();
  }

  private String family() {
    String plain = entry.family().replaceAll("-.*", "");
    return switch (plain) {
      case "sd14", "sd15", "sd21", "sdxl" -> messages.now("entry.family." + plain);
      default -> plain;
    };
  }

  /** A prompt to begin with; what needs none says so in its place. */
  private void example() {
    String prompt = entry.prompt(messages.locale().getLanguage());
    if (prompt.isEmpty()) {
      return;
    }
    if (kind().equals("VAE") && entry.kind() == DownloadKind.FOLDER) {
      getChildren().add(Pieces.words(prompt, "models-entry-prompt"));
      return;
    }
    Button take =
        Pieces.button(
            "entry-take-" + entry.id(),
            messages.now("entry.take"),
            () -> models.desk().takePrompt(prompt));
    take.getStyleClass().addAll("flat", "small", "models-take");
    take.setAccessibleText(messages.now("entry.take.named", entry.name()));
    List<Node> lines = new ArrayList<>();
    lines.add(Pieces.words(messages.now("entry.prompt", prompt), "models-entry-prompt"));
    lines.add(take);
    getChildren().addAll(lines);
  }

  /** What is not sure about it. */
  private String remark() {
    String tried = messages.now(entry.tried() ? "entry.tried" : "entry.untried");
    if (entry.unsure().isEmpty()) {
      return tried;
    }
    String unsure =
        entry.unsure().stream()
            .map(part -> messages.now("unsure." + part))
            .collect(Collectors.joining(", "));
    return tried + " · " + messages.now("entry.unsure", unsure);
  }
}
