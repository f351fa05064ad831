package io.github.easel.ui.models;

import io.github.easel.app.ModelImport.Holding;
import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.settings.FolderQuestion;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** A card over the others about what is being added. */
final class AddingView extends VBox {

  private final AddingViewModel adding;
  private final FolderQuestion question;
  private final FailureText failureText;
  private final Messages messages;

  /** What is told now; a copy that goes on is told anew by its bar alone. */
  private Class<?> told = Adding.Nothing.class;

  AddingView(
      AddingViewModel adding, FolderQuestion question, FailureText failureText, Messages messages) {
    super(12);
    this.adding = adding;
    this.question = question;
    this.failureText = failureText;
    this.messages = messages;
    setId("adding");
    getStyleClass().add("models-card");
    adding
        .state()
        .addListener(
            (property, old, now) -> {
              if (!(now instanceof Adding.Copying) || told != Adding.Copying.class) {
                make(now);
              }
            });
    adding.configs().addListener(changed -> make(adding.state().get()));
    messages.language().addListener(changed -> make(adding.state().get()));
    Visibility.when(
        this,
        Bindings.createBooleanBinding(
            () -> !(adding.state().get() instanceof Adding.Nothing), adding.state()));
  }

  private void make(Adding now) {
    told = now.getClass();
    List<Node> nodes = new ArrayList<>();
    if (now instanceof Adding.Looking looking) {
      nodes.add(text(messages.now("adding.looking", looking.name())));
      nodes.add(Pieces.flow(cancel()));
    } else if (now instanceof Adding.Offer offer) {
      offer(offer, nodes);
    } else if (now instanceof Adding.OfFolder folder) {
      nodes.add(title(messages.now("adding.folder", name(folder.folder()))));
      nodes.add(text(messages.now("adding.folder.text", words(folder.holding()))));
      nodes.add(Pieces.flow(accept("adding.place"), cancel()));
    } else if (now instanceof Adding.Copying copying) {
      copying(copying, nodes);
    } else if (now instanceof Adding.Failed failed) {
      nodes.add(text(failureText.of(failed.reason(), messages.locale())));
      nodes.add(configs());
      nodes.add(Pieces.flow(close()));
    } else {
      ended(now, nodes);
    }
    getChildren().setAll(nodes);
    nodes.stream()
        .map(node -> node.lookup(".accent"))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private void offer(Adding.Offer offer, List<Node> nodes) {
    String size = ModelWords.size(offer.found().bytes());
    nodes.add(title(messages.now("adding.offer", offer.found().name(), size)));
    ToggleGroup group = new ToggleGroup();
    RadioButton copy = choice("adding-copy", messages.now("adding.copy"), group);
    RadioButton place = choice("adding-place", messages.now("adding.place"), group);
    (adding.inPlace().get() ? place : copy).setSelected(true);
    place.selectedProperty().addListener((property, old, now) -> adding.inPlace().set(now));
    nodes.add(new VBox(4, copy, beneath(messages.now("adding.copy.hint", size))));
    nodes.add(new VBox(4, place, beneath(messages.now("adding.place.hint", offer.folder()))));
    if (offer.takesConfigs()) {
      nodes.add(Visibility.when(configs(), adding.inPlace().not()));
    }
    nodes.add(Pieces.flow(accept("adding.accept"), cancel()));
  }

  private static RadioButton choice(String id, String text, ToggleGroup group) {
    RadioButton button = new RadioButton(text);
    button.setId(id);
    button.setToggleGroup(group);
    return button;
  }

  /** Under the words of a choice, not under its mark. */
  private static Label beneath(String text) {
    return Pieces.words(text, "quiet", "models-beneath");
  }

  /** A folder of configs for files whose shapes are unusual. */
  private Node configs() {
    Disclosure fold =
        new Disclosure(
            messages.text("adding.configs"),
            () -> {
              Button choose =
                  Pieces.small(
                      Pieces.button(
                          "adding-configs-choose",
                          messages.now("adding.configs.choose"),
                          this::choose));
              Button none =
                  Pieces.small(
                      Pieces.button(
                          "adding-configs-none",
                          messages.now("adding.configs.none"),
                          () -> adding.chooseConfigs(null)));
              Path chosen = adding.configs().get();
              Label text =
                  Pieces.words(
                      chosen == null ? messages.now("adding.configs.text") : chosen.toString(),
                      "quiet");
              return new VBox(
                  8, text, chosen == null ? Pieces.flow(choose) : Pieces.flow(choose, none));
            });
    fold.line().setId("adding-configs");
    fold.open().set(adding.configs().get() != null);
    return fold;
  }

  private void choose() {
    Path now = adding.configs().get();
    question
        .ask(
            now == null ? Path.of("") : now, messages.now("adding.configs"), getScene().getWindow())
        .ifPresent(adding::chooseConfigs);
  }

  private void copying(Adding.Copying copying, List<Node> nodes) {
    String words = messages.now("adding.copying", copying.name());
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(words);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> adding.state().get() instanceof Adding.Copying now ? now.share() : 1.0,
                adding.state()));
    nodes.add(title(words));
    nodes.add(bar);
    nodes.add(Pieces.flow(cancel()));
  }

  private void ended(Adding now, List<Node> nodes) {
    if (now instanceof Adding.Added added) {
      nodes.add(title(messages.now("adding.added", added.name())));
      nodes.add(
          added.isModel()
              ? Pieces.flow(
                  Pieces.first(
                      Pieces.button("adding-use", messages.now("adding.use"), adding::useAdded)),
                  close())
              : Pieces.flow(close()));
    } else if (now instanceof Adding.FolderAdded folder) {
      nodes.add(title(messages.now("adding.folder.added", name(folder.folder()))));
      nodes.add(text(words(folder.holding())));
      nodes.add(Pieces.flow(close()));
    } else if (now instanceof Adding.AtHand hand) {
      nodes.add(text(messages.now("adding.athand", hand.name())));
      nodes.add(Pieces.flow(close()));
    } else if (now instanceof Adding.NoModel none) {
      nodes.add(text(messages.now("adding.nothing", none.name())));
      nodes.add(Pieces.flow(close()));
    }
  }

  private String words(Holding holding) {
    List<String> parts = new ArrayList<>();
    if (holding.models() > 0) {
      parts.add(messages.now("holding.models", holding.models()));
    }
    if (holding.additions() > 0) {
      parts.add(messages.now("holding.additions", holding.additions()));
    }
    if (holding.unusable() > 0) {
      parts.add(messages.now("holding.unusable", holding.unusable()));
    }
    return String.join(", ", parts);
  }

  private static String name(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  private Button accept(String key) {
    return Pieces.first(Pieces.button("adding-accept", messages.now(key), adding::accept));
  }

  private Button cancel() {
    return Pieces.button("adding-cancel", messages.now("cancel"), adding::dismiss);
  }

  private Button close() {
    return Pieces.button("adding-close", messages.now("ok"), adding::dismiss);
  }

  private static Label title(String text) {
    return Pieces.words(text, "models-card-title");
  }

  private static Label text(String text) {
    Label label = Pieces.words(text);
    label.setId("adding-text");
    return label;
  }
}
