package io.github.easel.ui.models;

import io.github.easel.app.PreparedModels.Entry;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What was made ready for this computer, how much room it takes, and a way to be rid of it. */
final class ReadyView extends VBox {

  private final PreparedViewModel prepared;
  private final Messages messages;
  private final ModelWords words;

  ReadyView(PreparedViewModel prepared, Messages messages) {
    super(16);
    this.prepared = prepared;
    this.messages = messages;
    words = new ModelWords(messages);
    getStyleClass().add("models-ready");
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(sum());
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> prepared.most() == 0 ? 0 : prepared.bytes() / (double) prepared.most(),
                prepared.entries()));
    Label sum = Pieces.words(sum());
    sum.setId("ready-sum");
    VBox card =
        new VBox(
            12,
            Pieces.words(messages.text("ready.text"), "quiet"),
            sum,
            bar,
            Pieces.anew(
                8, this::entries, prepared.entries(), prepared.known(), messages.language()),
            clear());
    card.getStyleClass().add("models-card");
    getChildren().addAll(Pieces.words(messages.text("ready.title"), "models-section"), card);
  }

  private javafx.beans.binding.StringBinding sum() {
    return Bindings.createStringBinding(
        () ->
            messages.now(
                "ready.sum", ModelWords.size(prepared.bytes()), ModelWords.size(prepared.most())),
        messages.dependencies(prepared.entries(), prepared.known()));
  }

  private List<Node> entries() {
    if (prepared.known().get() && prepared.entries().isEmpty()) {
      return List.of(Pieces.words(messages.now("ready.empty"), "quiet"));
    }
    List<Node> lines = new ArrayList<>();
    for (Entry entry : prepared.entries()) {
      Label about = new Label(name(entry.about()));
      about.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      about.setMinWidth(0);
      Hints.explain(about, Bindings.createStringBinding(entry::about));
      lines.add(
          new VBox(
              2,
              about,
              Pieces.words(
                  messages.now(
                      "ready.entry", ModelWords.size(entry.bytes()), words.day(entry.used())),
                  "quiet")));
    }
    return lines;
  }

  /** The last three names of a path tell the model and its network. */
  private static String name(String about) {
    Path path = Path.of(about);
    int names = path.getNameCount();
    return names > 3 ? path.subpath(names - 3, names).toString() : about;
  }

  private Node clear() {
    BooleanBinding none = Bindings.isEmpty(prepared.entries());
    Button clear = Pieces.button("ready-clear", "", () -> prepared.asking().set(true));
    clear.textProperty().bind(messages.text("ready.clear"));
    clear.disableProperty().bind(none);
    Hints.explain(
        clear,
        Bindings.when(none)
            .then(messages.text("ready.clear.none"))
            .otherwise(messages.text("ready.clear")));
    Label question =
        Pieces.words(
            Bindings.createStringBinding(
                () -> messages.now("ready.ask", ModelWords.size(prepared.bytes())),
                messages.dependencies(prepared.entries())));
    Button sure = Pieces.button("ready-sure", "", prepared::clear);
    sure.getStyleClass().add("danger");
    sure.textProperty().bind(messages.text("ready.sure"));
    Button cancel = Pieces.button("ready-cancel", "", () -> prepared.asking().set(false));
    cancel.textProperty().bind(messages.text("cancel"));
    prepared.asking().addListener((property, old, now) -> (now ? cancel : clear).requestFocus());
    return new VBox(
        8,
        Visibility.when(clear, prepared.asking().not()),
        Visibility.when(new VBox(8, question, Pieces.flow(sure, cancel)), prepared.asking()));
  }
}
