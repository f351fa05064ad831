package io.github.easel.ui.models;

import io.github.easel.app.ModelImport;
import io.github.easel.app.ModelImport.Found;
import io.github.easel.app.ModelImport.Holding;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Settings;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes models of this computer in: copied, or used where they lie. On JavaFX's thread. */
public final class AddingViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(AddingViewModel.class);

  private final Workers workers;
  private final ModelsDesk desk;
  private final ShelfViewModel shelf;
  private final LatestAnswer looking;
  private final ReadOnlyObjectWrapper<Adding> state =
      new ReadOnlyObjectWrapper<>(new Adding.Nothing());
  private final BooleanProperty inPlace = new SimpleBooleanProperty();
  private final ObjectProperty<@Nullable Path> configs = new SimpleObjectProperty<>();
  private @Nullable Services services;

  /** The copy that goes on; read on the worker. */
  private volatile @Nullable Object token;

  AddingViewModel(Workers workers, ModelsDesk desk, ShelfViewModel shelf) {
    this.workers = workers;
    this.desk = desk;
    this.shelf = shelf;
    looking = new LatestAnswer(workers);
  }

  void open(Services opened) {
    services = opened;
  }

  /** Looks at a file or a folder, and offers what can be done with it; not while one is copied. */
  public void look(Path path) {
    Services from = services;
    if (from == null || token != null) {
      return;
    }
    Optional<Path> chosen = Optional.ofNullable(configs.get());
    state.set(new Adding.Looking(name(path)));
    looking.ask(
        workers.models(),
        () -> found(from.modelImport(), path, chosen),
        found -> {
          inPlace.set(false);
          state.set(found);
        },
        reason -> state.set(new Adding.Failed(path, reason)));
  }

  /** Looks again, with a folder of configs; with none if there is none any more. */
  void chooseConfigs(@Nullable Path folder) {
    configs.set(folder);
    Adding now = state.get();
    if (now instanceof Adding.Failed failed) {
      look(failed.path());
    }
  }

  private static Adding found(ModelImport imports, Path path, Optional<Path> configs) {
    Optional<Found> model = imports.look(path, configs);
    if (model.isPresent()) {
      return offer(path, model.get(), true);
    }
    if (Files.isDirectory(path)) {
      Holding holding = imports.holding(path);
      if (holding.isEmpty()) {
        return new Adding.NoModel(name(path));
      }
      return holding.atHand() ? new Adding.AtHand(name(path)) : new Adding.OfFolder(path, holding);
    }
    return imports
        .lookAtAddition(path)
        .map(addition -> offer(path, addition, false))
        .orElseGet(() -> new Adding.NoModel(name(path)));
  }

  private static Adding offer(Path path, Found found, boolean isModel) {
    return found.atHand()
        ? new Adding.AtHand(found.name())
        : new Adding.Offer(path, found, isModel);
  }

  private static String name(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** Does what is offered. */
  public void accept() {
    Adding now = state.get();
    if (now instanceof Adding.OfFolder folder) {
      lookThrough(folder.folder());
      state.set(new Adding.FolderAdded(folder.folder(), folder.holding()));
    } else if (now instanceof Adding.Offer offer && inPlace.get()) {
      lookThrough(offer.folder());
      state.set(new Adding.Added(offer.found().name(), offer.isModel()));
    } else if (now instanceof Adding.Offer offer) {
      copy(offer);
    }
  }

  private void lookThrough(Path folder) {
    Settings settings = desk.settings().get();
    List<String> all = new ArrayList<>(settings.folders().allModels());
    String added = folder.toString();
    if (!all.contains(added)) {
      all.add(added);
    }
    desk.settings().set(settings.withFolders(settings.folders().withAllModels(all)));
  }

  /** The folder is not looked through any longer; nothing in it is changed. */
  public void leaveOut(String folder) {
    Settings settings = desk.settings().get();
    List<String> all = new ArrayList<>(settings.folders().allModels());
    all.remove(folder);
    desk.settings().set(settings.withFolders(settings.folders().withAllModels(all)));
  }

  private void copy(Adding.Offer offer) {
    Services into = services;
    if (into == null) {
      return;
    }
    Object own = new Object();
    token = own;
    state.set(new Adding.Copying(offer.found().name(), 0));
    Optional<Path> chosen = Optional.ofNullable(configs.get());
    workers.files().execute(() -> begin(own, offer, into.modelImport(), chosen));
  }

  private void begin(
      Object own, Adding.Offer offer, ModelImport imports, Optional<Path> configFolder) {
    try {
      ModelImport.Copying copying = imports.copy(offer.found(), configFolder);
      proceed(own, offer, copying);
    } catch (RuntimeException | OutOfMemoryError e) {
      failed(own, offer, e);
    }
  }

  /** A piece at a time, so that what has to be written meanwhile waits for no more than that. */
  private void proceed(Object own, Adding.Offer offer, ModelImport.Copying copying) {
    try {
      if (own != token) {
        copying.close();
      } else if (copying.proceed()) {
        copying.close();
        String name = copying.name();
        workers.window().execute(() -> ended(own, name, offer));
      } else {
        Adding now = new Adding.Copying(offer.found().name(), copying.share());
        workers.window().execute(() -> tell(own, now));
        workers.files().execute(() -> proceed(own, offer, copying));
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      copying.close();
      failed(own, offer, e);
    }
  }

  private void tell(Object own, Adding now) {
    if (own == token) {
      state.set(now);
    }
  }

  private void ended(Object own, String name, Adding.Offer offer) {
    if (own == token) {
      token = null;
      configs.set(null);
      state.set(new Adding.Added(name, offer.isModel()));
      shelf.look(
          models -> {
            desk.offer(models);
            shelf.chooseNamed(name);
          });
    }
  }

  private void failed(Object own, Adding.Offer offer, Throwable thrown) {
    LOG.warn("{} cannot be copied", offer.path(), thrown);
    GenerationException reason = GenerationException.of(thrown);
    workers
        .window()
        .execute(
            () -> {
              if (own == token) {
                token = null;
                state.set(new Adding.Failed(offer.path(), reason));
              }
            });
  }

  /** Nothing is to be added, or no more; a copy that goes on ends and leaves nothing behind. */
  public void dismiss() {
    looking.forget();
    token = null;
    configs.set(null);
    state.set(new Adding.Nothing());
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<Adding> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether it is to be used where it lies; else it is copied. */
  public BooleanProperty inPlace() {
    return inPlace;
  }

  /** The folder of configs that goes with a file; null for none. */
  public ObjectProperty<@Nullable Path> configs() {
    return configs;
  }

  /** Draws with the model that was added. */
  void useAdded() {
    if (state.get() instanceof Adding.Added added) {
      shelf.chooseNamed(added.name());
      ShownModel model = shelf.chosen().get();
      if (model != null) {
        shelf.use(model);
      }
      dismiss();
    }
  }
}
