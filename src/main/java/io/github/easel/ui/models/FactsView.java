package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Part;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.models.DetailsViewModel.Facts;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** What is known of one model, line by line. */
final class FactsView {

  /** So many companions are named. */
  private static final int NAMED = 6;

  /** So long it is said that something was copied. */
  private static final Duration TOLD = Duration.seconds(1.2);

  private final ModelsViewModel models;
  private final FailureText failureText;
  private final Messages messages;
  private final ModelWords words;
  private @Nullable ShownModel model;

  FactsView(ModelsViewModel models, FailureText failureText, Messages messages) {
    this.models = models;
    this.failureText = failureText;
    this.messages = messages;
    words = new ModelWords(messages);
  }

  /** From now on it is about this one. */
  void tell(ShownModel now) {
    model = now;
  }

  /** What goes with it. */
  List<Node> fits() {
    ShownModel now = model;
    List<Node> lines = new ArrayList<>();
    if (now == null || now.card().obstacle().isPresent()) {
      return lines;
    }
    ModelCard card = now.card();
    if (card.kind().isAddition()) {
      lines.add(Pieces.words(messages.now("fits." + card.family()), "model-fits"));
      models.shelf().cardInUse().ifPresent(used -> lines.add(fitsUsed(card, used)));
    }
    List<ShownModel> companions = models.shelf().companions(card);
    if (!companions.isEmpty() && (card.kind().isModel() || card.kind().isAddition())) {
      String name = card.kind().isModel() ? "fits.additions" : "fits.models";
      lines.add(new VBox(4, name(messages.now(name)), companions(companions)));
    }
    return lines;
  }

  private Node fitsUsed(ModelCard card, ModelCard used) {
    return Pieces.words(
        messages.now(card.fits(used) ? "fits.now" : "fits.not", used.name()), "quiet");
  }

  private Node companions(List<ShownModel> companions) {
    VBox box = new VBox(2);
    for (ShownModel one : companions.subList(0, Math.min(NAMED, companions.size()))) {
      Hyperlink link = new Hyperlink(one.card().name());
      link.setMnemonicParsing(false);
      link.setWrapText(true);
      link.getStyleClass().add("model-companion");
      link.setOnAction(event -> models.shelf().chooseNamed(one.card().name()));
      box.getChildren().add(link);
    }
    if (companions.size() > NAMED) {
      box.getChildren()
          .add(Pieces.words(messages.now("fits.more", companions.size() - NAMED), "quiet"));
    }
    return box;
  }

  /** All else. */
  List<Node> all() {
    ShownModel now = model;
    if (now == null) {
      return List.of();
    }
    ModelCard card = now.card();
    List<Node> lines = new ArrayList<>();
    Facts facts = models.details().facts().get();
    if (facts != null && facts.model() == now) {
      facts
          .reason()
          .ifPresent(
              reason ->
                  lines.add(
                      Pieces.words(failureText.of(reason, messages.locale()), "model-broken")));
    }
    lines.add(
        fact(
            "kind",
            card.obstacle().isPresent()
                ? messages.now("broken")
                : words.kind(card) + ", " + words.family(card)));
    card.summary().ifPresent(summary -> addUse(summary, lines));
    if (facts == null) {
      lines.add(Pieces.words(messages.now("details.reading"), "quiet"));
    } else if (facts.model() == now) {
      facts.report().ifPresent(report -> add(report, lines));
      if (!facts.kept().equals(Profile.EMPTY)) {
        lines.add(kept(now, facts.kept()));
      }
    }
    lines.add(fact("size", ModelWords.size(card.bytes()) + ", " + words.day(card.changed())));
    addOrigin(card, lines);
    if (card.hasHash()) {
      lines.add(Pieces.anew(4, () -> hash(now), now.hash(), models.details().hashes()));
    }
    lines.add(place(card));
    return lines;
  }

  private void addUse(ModelSummary summary, List<Node> lines) {
    lines.add(fact("pictures", summary.size().width() + " × " + summary.size().height()));
    lines.add(
        fact(
            "suits",
            messages.now(
                "suits",
                summary.sampling().sampler().label(),
                summary.sampling().steps(),
                summary.sampling().guidanceScale())));
  }

  private void add(ModelReport report, List<Node> lines) {
    String predicts = predicts(report.prediction());
    lines.add(
        fact(
            "prediction",
            report
                .details()
                .map(known -> messages.now("fact.prediction.why", predicts, known.reason()))
                .orElse(predicts)));
    report
        .details()
        .ifPresent(known -> lines.add(fact("form", messages.now("form." + known.kind()))));
    String types =
        report.parts().stream()
            .flatMap(part -> part.types().stream())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!types.isEmpty()) {
      lines.add(fact("types", types));
    }
    lines.add(
        fact("parts", report.parts().stream().map(this::part).collect(Collectors.joining("\n"))));
    Optional<String> lack =
        report.parts().stream().flatMap(part -> part.lack().stream()).findFirst();
    lack.ifPresent(text -> lines.add(fact("lacks", text)));
  }

  /** That some of it is the user's own, with the way back. */
  private Node kept(ShownModel now, Profile profile) {
    String text = new KeptWords(messages).all(profile);
    Button forget =
        Pieces.small(
            Pieces.button(
                "model-kept-forget",
                messages.now("kept.forget"),
                () -> models.details().forgetKept(now)));
    Hints.explain(forget, messages.text("kept.forget.hint"));
    return new VBox(4, name(messages.now("fact.kept")), Pieces.words(text, "model-fact"), forget);
  }

  private String predicts(String prediction) {
    return switch (prediction) {
      case "epsilon", "v_prediction", "sample", "flow_prediction" ->
          messages.now("prediction." + prediction);
      default -> prediction;
    };
  }

  private String part(Part part) {
    return messages.now("part.line", part.name(), ModelWords.size(part.bytes()));
  }

  private void addOrigin(ModelCard card, List<Node> lines) {
    ModelCard.Origin origin = card.origin();
    if (card.obstacle().isEmpty()) {
      lines.add(
          fact(
              "licence",
              origin.licence().isEmpty()
                  ? messages.now("fact.licence.unknown")
                  : origin.licence()));
    }
    if (!origin.address().isEmpty()) {
      lines.add(fact("origin", origin.address()));
    }
  }

  /** Short hashes as buttons that copy them, as people name files by them. */
  private List<Node> hash(ShownModel now) {
    Hash known = now.hash().get();
    Node value;
    if (known != null) {
      Button brief = copying("model-hash", known.brief());
      value =
          now.card().kind().isModel()
              ? Pieces.flow(brief, copying("model-hash-old", known.legacy()))
              : Pieces.flow(brief);
    } else if (models.details().hashes().get()) {
      value = Pieces.words(messages.now("hash.computing"), "quiet");
    } else {
      Button compute =
          Pieces.small(
              Pieces.button(
                  "model-hash-compute",
                  messages.now("hash.compute"),
                  () -> models.details().hash(now)));
      Hints.explain(
          compute, messages.text("hash.compute.hint", ModelWords.size(now.card().bytes())));
      value = compute;
    }
    return List.of(name(messages.now("fact.hash")), value);
  }

  private Button copying(String id, String hash) {
    Button button = new Button(hash);
    button.setId(id);
    button.getStyleClass().addAll("flat", "model-hash");
    Hints.explain(button, messages.text("hash.copy", hash));
    PauseTransition back = new PauseTransition(TOLD);
    back.setOnFinished(event -> button.setText(hash));
    button.setOnAction(
        event -> {
          copy(hash);
          button.setText(messages.now("hash.copied"));
          back.playFromStart();
        });
    return button;
  }

  static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private Node place(ModelCard card) {
    Label path = new Label(card.path().toString());
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    path.setMaxWidth(Double.MAX_VALUE);
    Hints.explain(path, Bindings.createStringBinding(() -> card.path().toString()));
    HBox.setHgrow(path, javafx.scene.layout.Priority.ALWAYS);
    path.setMinWidth(0);
    Button show =
        Hints.iconOnly(new Button(), Material2AL.FOLDER_OPEN, messages.text("place.show"));
    show.setId("model-show");
    show.setOnAction(event -> models.desk().reveal(card.path()));
    HBox row = new HBox(8, path, show);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, name(messages.now("fact.place")), row);
  }

  private Node fact(String key, String value) {
    return new VBox(2, name(messages.now("fact." + key)), Pieces.words(value, "model-fact"));
  }

  private static Label name(String text) {
    return Pieces.words(text, "model-fact-name");
  }
}
