package io.github.easel.ui.compose;

import io.github.easel.app.ModelCard;
import io.github.easel.app.ModelProfileService;
import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What the chosen model can do, and what the user wants it to be drawn with when nothing else is
 * asked for. On JavaFX's thread.
 */
public final class DefaultsViewModel {

  /** An autoencoder that lies among the models. */
  public record Autoencoder(String name, Path path) {}

  private final Workers workers;
  private final ComposeViewModel compose;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer limits;
  private final LatestAnswer reading;
  private final LatestAnswer looking;
  private final LatestAnswer keeping;
  private final ReadOnlyObjectWrapper<Profile> kept = new ReadOnlyObjectWrapper<>(Profile.EMPTY);
  private final ObservableList<Autoencoder> autoencoders = FXCollections.observableArrayList();
  private @Nullable Services services;

  DefaultsViewModel(
      ComposeViewModel compose, Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.compose = compose;
    this.onFailure = onFailure;
    limits = new LatestAnswer(workers);
    reading = new LatestAnswer(workers);
    looking = new LatestAnswer(workers);
    keeping = new LatestAnswer(workers);
  }

  void open(Services opened) {
    services = opened;
  }

  /** From now on it is about that model. */
  void tell(ModelSummary chosen) {
    Services asked = services;
    if (asked == null) {
      return;
    }
    limits.ask(() -> ModelLimits.of(asked.models(), chosen.name()), compose::limit);
    read(asked, chosen);
  }

  /** What is kept may have changed elsewhere. */
  public void readAgain() {
    Services asked = services;
    ModelSummary chosen = compose.model().get();
    if (asked != null && chosen != null) {
      read(asked, chosen);
    }
  }

  private void read(Services asked, ModelSummary chosen) {
    reading.ask(
        workers.aside(),
        () -> asked.profiles().find(chosen.name()),
        kept::set,
        failure -> kept.set(Profile.EMPTY));
  }

  /** Looks for autoencoders; those that came since are among them then. */
  public void look() {
    Services asked = services;
    if (asked != null) {
      looking.ask(
          workers.models(),
          () ->
              asked.modelCards().all().stream()
                  .filter(card -> card.kind() == ModelCard.Kind.VAE && card.obstacle().isEmpty())
                  .map(card -> new Autoencoder(card.name(), card.path()))
                  .toList(),
          autoencoders::setAll,
          failure -> {});
    }
  }

  /**
   * Lets that autoencoder turn the model's numbers into pixels from now on.
   *
   * @param file a file or a folder; nothing for the model's own. One that is none is refused.
   */
  public void choose(Optional<Path> file) {
    keep(before -> with(before, file.map(DefaultsViewModel::place)), false);
  }

  private static String place(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  private static Profile with(Profile before, Optional<String> vae) {
    return new Profile(
        vae,
        before.clipSkip(),
        before.sampler(),
        before.schedule(),
        before.steps(),
        before.guidance(),
        before.width(),
        before.height());
  }

  /** Keeps sampler, steps, guidance and clip skip as they are now for this model. */
  public void keep() {
    SamplingViewModel way = compose.way();
    Profile now =
        new Profile(
            Optional.empty(),
            OptionalInt.of(way.clipSkip().get()),
            Optional.of(way.sampler().get().label()),
            Optional.of(way.schedule().get())
                .filter(kind -> kind != ScheduleKind.MODEL)
                .map(ScheduleKind::label),
            OptionalInt.of(way.steps().get()),
            OptionalDouble.of(way.guidance().get()),
            OptionalInt.empty(),
            OptionalInt.empty());
    keep(before -> before.with(now), false);
  }

  /**
   * Sampler, steps, guidance and clip skip go back to what the model's maker advises. The
   * autoencoder stays, and so does a size, which the command line keeps and this does not show.
   */
  public void forget() {
    keep(DefaultsViewModel::withoutValues, true);
  }

  private static Profile withoutValues(Profile before) {
    return new Profile(
        before.vae(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        before.width(),
        before.height());
  }

  private interface Change {
    Profile of(Profile before);
  }

  private record Kept(Profile profile, List<ModelSummary> models) {}

  /** Asks for the profile anew, since the command line may have changed it. */
  private void keep(Change change, boolean adopting) {
    Services asked = services;
    ModelSummary chosen = compose.model().get();
    if (asked == null || chosen == null) {
      return;
    }
    keeping.ask(
        workers.models(),
        () -> {
          ModelProfileService profiles = asked.profiles();
          profiles.keep(chosen.name(), change.of(profiles.find(chosen.name())));
          return new Kept(profiles.find(chosen.name()), asked.models().list());
        },
        now -> {
          boolean same = chosen.equals(compose.model().get());
          compose.offer(now.models());
          if (same) {
            kept.set(now.profile());
            if (adopting) {
              compose.reset();
            }
          }
        },
        onFailure);
  }

  /** What the user keeps for the chosen model. */
  public ReadOnlyObjectProperty<Profile> kept() {
    return kept.getReadOnlyProperty();
  }

  /** The autoencoder that is used in the place of the model's own; nothing for that. */
  public Optional<Path> autoencoder() {
    return kept.get().vae().map(Path::of);
  }

  /** Whether anything is kept that {@link #forget} forgets. */
  BooleanBinding hasKept() {
    return Bindings.createBooleanBinding(() -> !withoutValues(kept.get()).equals(kept.get()), kept);
  }

  /** Whether the model is drawn with just what is chosen now when nothing else is asked for. */
  BooleanBinding isUsual() {
    SamplingViewModel way = compose.way();
    return Bindings.createBooleanBinding(
        () -> {
          ModelSummary chosen = compose.model().get();
          return chosen != null
              && chosen.clipSkip() == way.clipSkip().get()
              && chosen.sampling().sampler() == way.sampler().get()
              && chosen.sampling().schedule() == way.schedule().get()
              && chosen.sampling().steps() == way.steps().get()
              && chosen.sampling().guidanceScale() == way.guidance().get();
        },
        compose.model(),
        way.sampler(),
        way.schedule(),
        way.steps(),
        way.guidance(),
        way.clipSkip());
  }

  /** Those that lie among the models, as far as they were looked for. */
  public ObservableList<Autoencoder> autoencoders() {
    return autoencoders;
  }
}
