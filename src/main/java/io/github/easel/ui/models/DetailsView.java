package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** More about the chosen model, and what can be done with it. */
final class DetailsView extends VBox {

  private static final double WIDTH = 300;
  private static final double PICTURE = 168;

  private final ModelsViewModel models;
  private final ShelfViewModel shelf;
  private final DetailsViewModel details;
  private final FactsView facts;
  private final Messages messages;

  /** Of the model that is told of; the last one while the pane is hidden. */
  private final ReadOnlyObjectWrapper<@Nullable ShownModel> told = new ReadOnlyObjectWrapper<>();

  /** A field, since a binding that nobody holds is swept away. */
  private final ObservableValue<@Nullable Image> image =
      told.flatMap(model -> model == null ? null : model.picture());

  DetailsView(ModelsViewModel models, FailureText failureText, Messages messages) {
    this.models = models;
    this.messages = messages;
    shelf = models.shelf();
    details = models.details();
    facts = new FactsView(models, failureText, messages);
    getStyleClass().add("model-details");
    setId("model-details");
    setMinWidth(WIDTH);
    setPrefWidth(WIDTH);
    setMaxWidth(WIDTH);
    VBox body =
        new VBox(
            16,
            use(),
            Pieces.anew(0, this::picture, told, image),
            Pieces.anew(4, this::triggers, told, messages.language()),
            Pieces.anew(8, facts::fits, told, shelf.inUse(), messages.language()),
            Pieces.anew(12, facts::all, details.facts(), told, messages.language()),
            removal());
    body.getStyleClass().add("model-details-body");
    ScrollPane scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("models-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head(), scroll);
    // the question is longer than the button in whose place it is
    body.heightProperty()
        .addListener(
            changed -> {
              if (details.asking().get()) {
                scroll.setVvalue(scroll.getVmax());
              }
            });
    shelf
        .chosen()
        .subscribe(
            now -> {
              if (now != null) {
                facts.tell(now);
                told.set(now);
                scroll.setVvalue(0);
              }
            });
  }

  private Node head() {
    Label name = Pieces.words(name(), "model-details-name");
    name.setId("model-details-name");
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    Button close = Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("details.close"));
    close.setId("model-details-close");
    close.setOnAction(event -> shelf.chosen().set(null));
    HBox head = new HBox(8, name, close);
    head.getStyleClass().add("model-details-head");
    return head;
  }

  private ObservableValue<String> name() {
    return Bindings.createStringBinding(
        () -> {
          ShownModel model = told.get();
          return model == null ? "" : model.card().name();
        },
        told);
  }

  private List<Node> picture() {
    ShownModel model = told.get();
    if (model == null) {
      return List.of();
    }
    shelf.wantPicture(model);
    if (model.picture().get() == null) {
      return List.of();
    }
    PictureFrame frame = new PictureFrame(model.card(), model.picture());
    frame.setMinHeight(PICTURE);
    frame.setMaxHeight(PICTURE);
    return List.of(frame);
  }

  /** The button that one comes for; while it does nothing it says why. */
  private Node use() {
    Button use = Pieces.first(Pieces.button("model-use", "", this::useTold));
    use.setMaxWidth(Double.MAX_VALUE);
    use.textProperty()
        .bind(
            Bindings.createStringBinding(
                this::verb, messages.dependencies(told, shelf.inUse(), shelf.kept())));
    use.disableProperty()
        .bind(Bindings.createBooleanBinding(this::isOfNoUse, told, shelf.inUse(), shelf.kept()));
    Label why =
        Pieces.words(
            Bindings.createStringBinding(
                this::why, messages.dependencies(told, shelf.inUse(), shelf.kept())),
            "quiet");
    why.setId("model-use-why");
    Hints.explain(
        use,
        Bindings.createStringBinding(
            this::hint,
            messages.dependencies(told, shelf.inUse(), shelf.kept(), why.textProperty())));
    Button tryOut =
        Pieces.button(
            "model-try", "", () -> Optional.ofNullable(told.get()).ifPresent(shelf::tryOut));
    tryOut.setMaxWidth(Double.MAX_VALUE);
    tryOut.textProperty().bind(messages.text("details.try"));
    Hints.explain(tryOut, messages.text("details.try.hint"));
    BooleanBinding added =
        Bindings.createBooleanBinding(
            () -> {
              ShownModel model = told.get();
              return model != null
                  && isUsable(model)
                  && ShelfViewModel.addition(model.card()).isPresent();
            },
            told);
    return new VBox(
        8,
        Visibility.when(tryOut, added),
        use,
        Visibility.when(why, why.textProperty().isNotEmpty()));
  }

  /** What the button does, or why it does nothing. */
  private String hint() {
    ShownModel model = told.get();
    if (model == null || !why().isEmpty()) {
      return why();
    }
    if (isAutoencoder(model)) {
      return messages.now("details.vae.hint", nameInUse());
    }
    return ShelfViewModel.addition(model.card())
        .map(words -> messages.now("details.add.hint", words))
        .orElseGet(() -> messages.now("details.use.hint"));
  }

  private void useTold() {
    ShownModel model = told.get();
    if (model != null) {
      shelf.use(model);
    }
  }

  private String verb() {
    ShownModel model = told.get();
    if (model != null && ShelfViewModel.addition(model.card()).isPresent()) {
      return messages.now("details.add");
    }
    if (model != null && shelf.isInUse(model)) {
      return messages.now("details.inuse");
    }
    return model != null && isAutoencoder(model) && shelf.inUse().getValue() != null
        ? messages.now("details.vae.use", nameInUse())
        : messages.now("details.use");
  }

  private boolean isOfNoUse() {
    ShownModel model = told.get();
    return model == null || shelf.isInUse(model) || !isUsable(model);
  }

  private boolean isUsable(ShownModel model) {
    ModelCard card = model.card();
    return card.obstacle().isEmpty()
        && (card.summary().isPresent()
            || ShelfViewModel.addition(card).isPresent()
            || (isAutoencoder(model) && shelf.inUse().getValue() != null));
  }

  private static boolean isAutoencoder(ShownModel model) {
    return model.card().kind() == ModelCard.Kind.VAE;
  }

  private String nameInUse() {
    ModelSummary used = shelf.inUse().getValue();
    return used == null ? "" : used.name();
  }

  private String why() {
    ShownModel model = told.get();
    if (model == null) {
      return "";
    }
    if (model.card().obstacle().isPresent()) {
      return messages.now("details.broken.hint");
    }
    if (ModelFilter.Sort.PARTS.has(model.card())) {
      return messages.now("details." + model.card().kind());
    }
    if (isAutoencoder(model)) {
      if (shelf.inUse().getValue() == null) {
        return messages.now("details.vae.nomodel");
      }
      return shelf.isInUse(model) ? messages.now("details.vae.inuse", nameInUse()) : "";
    }
    return shelf.isInUse(model) ? messages.now("details.inuse.hint") : "";
  }

  /** Each word as a button that adds it to the prompt. */
  private List<Node> triggers() {
    ShownModel model = told.get();
    if (model == null || model.card().origin().triggers().isEmpty()) {
      return List.of();
    }
    return List.of(
        Pieces.words(messages.now("triggers"), "model-fact-name"),
        Pieces.flow(
            model.card().origin().triggers().stream().map(this::trigger).toArray(Node[]::new)));
  }

  private Node trigger(String word) {
    Button button = new Button(word);
    button.setMnemonicParsing(false);
    button.getStyleClass().add("model-trigger");
    Hints.explain(button, messages.text("triggers.hint", word));
    button.setOnAction(event -> models.desk().addWords(word));
    return button;
  }

  /** Asked before it is done, in the button's place. */
  private Node removal() {
    Button remove = Pieces.button("model-remove", "", () -> details.asking().set(true));
    remove.textProperty().bind(messages.text("remove"));
    BooleanBinding elsewhere =
        Bindings.createBooleanBinding(
            () -> {
              ShownModel model = told.get();
              return model != null && !model.card().isOwn();
            },
            told);
    remove.disableProperty().bind(elsewhere);
    Label why = Pieces.words(messages.text("remove.elsewhere"), "quiet");
    remove
        .accessibleHelpProperty()
        .bind(Bindings.when(elsewhere).then(messages.text("remove.elsewhere")).otherwise(""));
    Label question =
        Pieces.words(
            Bindings.createStringBinding(
                this::question, messages.dependencies(told, details.hasTrash())));
    question.setId("model-remove-ask");
    Button sure = Pieces.button("model-remove-sure", "", details::remove);
    sure.getStyleClass().add("danger");
    sure.textProperty()
        .bind(
            Bindings.when(details.hasTrash())
                .then(messages.text("remove.sure.trash"))
                .otherwise(messages.text("remove.sure.gone")));
    Button cancel = Pieces.button("model-remove-cancel", "", () -> details.asking().set(false));
    cancel.textProperty().bind(messages.text("cancel"));
    details.asking().addListener((property, old, now) -> (now ? cancel : remove).requestFocus());
    return new VBox(
        8,
        Visibility.when(
            new VBox(4, remove, Visibility.when(why, elsewhere)), details.asking().not()),
        Visibility.when(new VBox(8, question, Pieces.flow(sure, cancel)), details.asking()));
  }

  private String question() {
    ShownModel model = told.get();
    return model == null
        ? ""
        : messages.now(
            details.hasTrash().get() ? "remove.ask.trash" : "remove.ask.gone",
            model.card().name(),
            ModelWords.size(model.card().bytes()));
  }
}
