package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.app.ModelCards;
import io.github.easel.app.ModelProfileService;
import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** More about the chosen model, and its removal. On JavaFX's thread. */
public final class DetailsViewModel {

  /** Smaller files are hashed without a question: it takes less than a second. */
  private static final long SMALL = 256L << 20;

  /**
   * What was found out about a model.
   *
   * @param kept what the user keeps for it, if it is a whole model
   * @param report nothing for what is no whole model
   * @param reason why there is none; nothing if there is, or none is wanted
   */
  public record Facts(
      ShownModel model,
      Profile kept,
      Optional<ModelReport> report,
      Optional<GenerationException> reason) {}

  private final Workers workers;
  private final ShelfViewModel shelf;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer reading;
  private final LatestAnswer hashing;
  private final ReadOnlyObjectWrapper<@Nullable Facts> facts = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper hashes = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasTrash = new ReadOnlyBooleanWrapper();
  private final BooleanProperty asking = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<String> removed = new ReadOnlyObjectWrapper<>("");
  private ModelCards cards = ModelCards.NONE;
  private ModelProfileService profiles = ModelProfileService.NONE;

  DetailsViewModel(Workers workers, ShelfViewModel shelf, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.shelf = shelf;
    this.onFailure = onFailure;
    reading = new LatestAnswer(workers);
    hashing = new LatestAnswer(workers);
    shelf.chosen().addListener((property, old, now) -> read(now));
  }

  void open(Services opened) {
    cards = opened.modelCards();
    profiles = opened.profiles();
  }

  private void read(@Nullable ShownModel model) {
    reading.forget();
    hashing.forget();
    hashes.set(false);
    asking.set(false);
    facts.set(null);
    if (model == null) {
      return;
    }
    ModelCards from = cards;
    ModelProfileService known = profiles;
    ModelCard card = model.card();
    if (card.obstacle().isPresent()) {
      facts.set(new Facts(model, Profile.EMPTY, Optional.empty(), card.obstacle()));
    } else {
      reading.ask(
          workers.models(),
          () ->
              new Read(kept(known, card), from.report(card), from.knownHash(card), from.hasTrash()),
          read -> take(model, read),
          reason ->
              facts.set(new Facts(model, Profile.EMPTY, Optional.empty(), Optional.of(reason))));
    }
  }

  private static Profile kept(ModelProfileService known, ModelCard card) {
    return card.summary().map(summary -> known.find(summary.name())).orElse(Profile.EMPTY);
  }

  /** Forgets all that the user keeps for a model. */
  void forgetKept(ShownModel model) {
    ModelProfileService known = profiles;
    reading.ask(
        workers.models(),
        () -> {
          known.keep(model.card().name(), Profile.EMPTY);
          return model;
        },
        forgotten -> {
          read(forgotten);
          shelf.lookAndOffer();
        },
        onFailure);
  }

  private record Read(
      Profile kept, Optional<ModelReport> report, Optional<Hash> hash, boolean hasTrash) {}

  private void take(ShownModel model, Read read) {
    hasTrash.set(read.hasTrash());
    facts.set(new Facts(model, read.kept(), read.report(), Optional.empty()));
    if (read.hash().isPresent()) {
      model.hash().set(read.hash().get());
    } else if (model.card().hasHash() && model.card().bytes() < SMALL) {
      hash(model);
    }
  }

  /** Computes the model's hashes, for which all of it is read. */
  void hash(ShownModel model) {
    if (model.hash().get() != null) {
      return;
    }
    ModelCards from = cards;
    hashes.set(true);
    hashing.ask(
        workers.exports(),
        () -> from.hash(model.card()),
        hash -> {
          hashes.set(false);
          model.hash().set(hash);
        },
        reason -> {
          hashes.set(false);
          onFailure.accept(reason);
        });
  }

  /** Takes the chosen model away, which somebody has agreed to. */
  public void remove() {
    ShownModel model = shelf.chosen().get();
    if (model == null || !asking.get()) {
      return;
    }
    asking.set(false);
    ModelCards from = cards;
    reading.ask(
        workers.models(),
        () -> {
          from.remove(model.card());
          return model.card().name();
        },
        name -> {
          removed.set(name);
          shelf.lookAndOffer();
        },
        onFailure);
  }

  /** What is known of the chosen model; null while it is being read, or none is chosen. */
  public ReadOnlyObjectProperty<@Nullable Facts> facts() {
    return facts.getReadOnlyProperty();
  }

  /** Whether a hash is being computed. */
  public ReadOnlyBooleanProperty hashes() {
    return hashes.getReadOnlyProperty();
  }

  /** Whether what is taken away can be had back from the system's trash. */
  public ReadOnlyBooleanProperty hasTrash() {
    return hasTrash.getReadOnlyProperty();
  }

  /** Whether the user is being asked if the model is to be taken away. */
  public BooleanProperty asking() {
    return asking;
  }

  /** What was taken away last, until that need not be told any longer; else empty. */
  public ObjectProperty<String> removed() {
    return removed;
  }
}
