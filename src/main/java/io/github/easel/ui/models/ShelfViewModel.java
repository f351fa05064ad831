package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.app.ModelCards;
import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.models.ModelFilter.Kin;
import io.github.easel.ui.models.ModelFilter.Order;
import io.github.easel.ui.models.ModelFilter.Sort;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is here: looked for, filtered, chosen from. On JavaFX's thread. */
public final class ShelfViewModel {

  /** What there is to see. */
  public enum State {
    /** Nothing is known yet. */
    LOOKING,
    /** Nothing is here at all. */
    EMPTY,
    /** Nothing is as the filter wants it. */
    NOTHING,
    SHOWN
  }

  private final Workers workers;
  private final ModelsDesk desk;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer looking;
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.ALL);
  private final ObjectProperty<Kin> kin = new SimpleObjectProperty<>(Kin.ALL);
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NAME);
  private final ObjectProperty<@Nullable ShownModel> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOOKING);
  private final ObservableList<ShownModel> shown = FXCollections.observableArrayList();
  private List<ShownModel> all = List.of();
  private @Nullable Services services;
  private @Nullable ModelPictures pictures;

  ShelfViewModel(Workers workers, ModelsDesk desk, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.desk = desk;
    this.onFailure = onFailure;
    looking = new LatestAnswer(workers);
    Stream.<Observable>of(words, sort, kin, order)
        .forEach(part -> part.addListener((InvalidationListener) changed -> show()));
  }

  void open(Services opened) {
    services = opened;
    pictures = new ModelPictures(workers, opened);
  }

  /** Looks for what is here, anew. */
  public void look() {
    look(found -> {});
  }

  /**
   * Likewise.
   *
   * @param then is told when it is known what is here
   */
  void look(Consumer<List<ModelSummary>> then) {
    Services from = services;
    if (from == null) {
      return;
    }
    ModelCards cards = from.modelCards();
    looking.ask(
        workers.models(),
        () -> new Found(cards.all(), from.models().list()),
        found -> {
          take(found.cards());
          then.accept(found.models());
        },
        onFailure);
  }

  /** Likewise, and lets the rest of the window choose from what is here now. */
  void lookAndOffer() {
    look(desk::offer);
  }

  private record Found(List<ModelCard> cards, List<ModelSummary> models) {}

  private void take(List<ModelCard> cards) {
    List<ShownModel> before = all;
    all = cards.stream().map(card -> same(before, card)).toList();
    ShownModel was = chosen.get();
    show();
    if (was != null) {
      choose(was.card().path());
    }
  }

  /** What was read of a model stays while its files do. */
  private static ShownModel same(List<ShownModel> before, ModelCard card) {
    return before.stream()
        .filter(one -> one.card().equals(card))
        .findFirst()
        .orElseGet(() -> new ShownModel(card));
  }

  private void show() {
    ModelFilter filter = new ModelFilter(words.get(), sort.get(), kin.get(), order.get());
    List<ShownModel> now =
        all.stream()
            .filter(one -> filter.has(one.card()))
            .sorted((a, b) -> filter.order().comparator().compare(a.card(), b.card()))
            .toList();
    if (!shown.equals(now)) {
      shown.setAll(now);
    }
    if (chosen.get() != null && !now.contains(chosen.get())) {
      chosen.set(null);
    }
    if (services == null) {
      state.set(State.LOOKING);
    } else if (all.isEmpty()) {
      state.set(State.EMPTY);
    } else {
      state.set(now.isEmpty() ? State.NOTHING : State.SHOWN);
    }
  }

  /** Shows all again. */
  public void forgetFilter() {
    words.set("");
    sort.set(Sort.ALL);
    kin.set(Kin.ALL);
  }

  /** Chooses what lies there, if it is among what is seen. */
  void choose(Path path) {
    chosen.set(find(one -> one.path().equals(path)).orElse(null));
  }

  /** Chooses the model of that name, whatever the filter was. */
  public void chooseNamed(String name) {
    Optional<ShownModel> named =
        all.stream().filter(one -> one.card().name().equals(name)).findFirst();
    named.ifPresent(
        one -> {
          if (!shown.contains(one)) {
            forgetFilter();
          }
          chosen.set(one);
        });
  }

  private Optional<ShownModel> find(Predicate<ModelCard> which) {
    return shown.stream().filter(one -> which.test(one.card())).findFirst();
  }

  /** Asks for the model's picture, if nobody has yet. */
  void wantPicture(ShownModel model) {
    ModelPictures reader = pictures;
    if (reader != null && model.firstAsked()) {
      reader.read(model);
    }
  }

  /**
   * Draws with the model from now on, lets an autoencoder serve the model that is drawn with, or
   * adds what is no model to the prompt.
   */
  public void use(ShownModel model) {
    ModelCard card = model.card();
    if (card.obstacle().isPresent()) {
      return;
    }
    if (card.summary().isPresent()) {
      Services from = services;
      if (from != null) {
        looking.ask(
            workers.models(),
            () -> from.models().list(),
            models -> desk.use(models, card.name()),
            onFailure);
      }
    } else if (card.kind() == ModelCard.Kind.VAE) {
      desk.useAutoencoder(card.path());
    } else {
      addition(card).ifPresent(desk::addWords);
    }
  }

  /** Puts an addition and the first word that calls for it into the prompt, and goes there. */
  void tryOut(ShownModel model) {
    ModelCard card = model.card();
    if (card.obstacle().isEmpty()) {
      addition(card)
          .ifPresent(
              words -> {
                List<String> triggers = card.origin().triggers();
                boolean called = card.kind() == ModelCard.Kind.LORA && !triggers.isEmpty();
                desk.addWords(called ? triggers.get(0) + " " + words : words);
                desk.leave();
              });
    }
  }

  /** What stands in the prompt for something that is added to a model. */
  static Optional<String> addition(ModelCard card) {
    return switch (card.kind()) {
      case LORA -> Optional.of("<lora:" + card.name() + ":1>");
      case EMBEDDING -> Optional.of(card.name());
      default -> Optional.empty();
    };
  }

  /** Whether pictures are drawn with it now. */
  public boolean isInUse(ShownModel model) {
    ModelCard card = model.card();
    if (card.kind() == ModelCard.Kind.VAE) {
      return kept().getValue().vae().map(Path::of).filter(card.path()::equals).isPresent();
    }
    ModelSummary used = desk.inUse().getValue();
    return used != null
        && card.summary()
            .filter(one -> one.name().equals(used.name()) && one.folder().equals(used.folder()))
            .isPresent();
  }

  /** What is kept for the model that is drawn with. */
  ObservableValue<Profile> kept() {
    return desk.kept();
  }

  /** The model that is drawn with; null until one is at hand. */
  ObservableValue<@Nullable ModelSummary> inUse() {
    return desk.inUse();
  }

  /** The card of the model that is drawn with. */
  Optional<ModelCard> cardInUse() {
    return all.stream().filter(this::isInUse).map(ShownModel::card).findFirst();
  }

  /** What goes with it: additions with a model, models with an addition. By name. */
  List<ShownModel> companions(ModelCard card) {
    return all.stream()
        .filter(
            other ->
                card.kind().isModel()
                    ? other.card().kind().isAddition() && other.card().fits(card)
                    : card.kind().isAddition()
                        && other.card().kind().isModel()
                        && card.fits(other.card()))
        .filter(other -> other.card().obstacle().isEmpty())
        .toList();
  }

  /** Words that must occur; empty for any. */
  public StringProperty words() {
    return words;
  }

  /** What is looked for. */
  public ObjectProperty<Sort> sort() {
    return sort;
  }

  /** The family that is looked for. */
  public ObjectProperty<Kin> kin() {
    return kin;
  }

  /** What comes first. */
  public ObjectProperty<Order> order() {
    return order;
  }

  /** What is seen. */
  public ObservableList<ShownModel> shown() {
    return shown;
  }

  /** The one of which more is told; null for none. */
  public ObjectProperty<@Nullable ShownModel> chosen() {
    return chosen;
  }

  /** Whether there is something to see. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** How many there are in all. */
  public int count() {
    return all.size();
  }
}
