package io.github.easel.ui.settings;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.FolderService;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Settings;
import io.github.easel.settings.Settings.Engine;
import io.github.easel.settings.Settings.Notices;
import io.github.easel.settings.Settings.Previews;
import io.github.easel.settings.Settings.Privacy;
import io.github.easel.ui.Workers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The settings as single choices. Each acts, and is remembered, as soon as it is made. */
public final class SettingsViewModel {

  private final ObjectProperty<Settings> settings;
  private final Settings atStart;
  private final ObservableValue<@Nullable DeviceReport> device;
  private final FolderService folders;
  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper models = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper unusable = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper compares = new ReadOnlyBooleanWrapper(true);

  /**
   * @param device what the networks run on; null before it is known
   * @param onFailure is told on the window's thread what could not be shown
   */
  public SettingsViewModel(
      ObjectProperty<Settings> settings,
      ObservableValue<@Nullable DeviceReport> device,
      FolderService folders,
      Workers workers,
      Consumer<GenerationException> onFailure) {
    this.settings = settings;
    this.atStart = settings.get();
    this.device = device;
    this.folders = folders;
    this.workers = workers;
    this.onFailure = onFailure;
    settings.addListener(
        (property, old, now) -> {
          if (!old.folders().equals(now.folders())) {
            lookAtFolders();
          }
        });
  }

  /** A choice that is one part of the settings. */
  private <T> ObjectProperty<T> part(
      Function<Settings, T> get, BiFunction<Settings, T, Settings> with) {
    ObjectProperty<T> part = new SimpleObjectProperty<>(get.apply(settings.get()));
    settings.addListener((property, old, now) -> part.set(get.apply(now)));
    part.addListener(
        (property, old, now) -> {
          if (!get.apply(settings.get()).equals(now)) {
            settings.set(with.apply(settings.get(), now));
          }
        });
    return part;
  }

  /** A language's tag; empty for the system's. */
  ObjectProperty<String> language() {
    return part(Settings::language, Settings::withLanguage);
  }

  /** {@code system}, {@code light} or {@code dark}. */
  ObjectProperty<String> theme() {
    return part(Settings::theme, Settings::withTheme);
  }

  /** Folder of finished pictures; empty for the usual. */
  ObjectProperty<String> pictures() {
    return part(
        now -> now.folders().pictures(),
        (now, chosen) -> now.withFolders(now.folders().withPictures(chosen)));
  }

  /** Finished pictures belong into that folder from now on. */
  public void choosePictures(Path folder) {
    Settings now = settings.get();
    settings.set(now.withFolders(now.folders().withPictures(folder.toString())));
  }

  /** Further folder of models; empty for none. */
  ObjectProperty<String> models() {
    return part(
        now -> now.folders().models(),
        (now, chosen) -> now.withFolders(now.folders().withModels(chosen)));
  }

  /** Folder of the CLIP model that finds pictures; empty for the usual. */
  ObjectProperty<String> meaning() {
    return part(
        now -> now.folders().meaning(),
        (now, chosen) -> now.withFolders(now.folders().withMeaning(chosen)));
  }

  /** {@code auto}, {@code cpu} or {@code cuda}. */
  ObjectProperty<String> deviceChoice() {
    return engine(Engine::device, (now, c) -> engine(c, now.memory(), now.precision(), now));
  }

  /** {@code auto}, {@code medium} or {@code low}. */
  ObjectProperty<String> memory() {
    return engine(Engine::memory, (now, c) -> engine(now.device(), c, now.precision(), now));
  }

  /** {@code auto} or {@code full}. */
  ObjectProperty<String> precision() {
    return engine(Engine::precision, (now, c) -> engine(now.device(), now.memory(), c, now));
  }

  private static Engine engine(String device, String memory, String precision, Engine now) {
    return new Engine(device, memory, precision, now.threads());
  }

  /** Threads of the processor; 0 for as many as suit. */
  ObjectProperty<Integer> threads() {
    return engine(
        Engine::threads,
        (now, chosen) -> new Engine(now.device(), now.memory(), now.precision(), chosen));
  }

  private <T> ObjectProperty<T> engine(
      Function<Engine, T> get, BiFunction<Engine, T, Engine> with) {
    return part(
        now -> get.apply(now.engine()),
        (now, chosen) -> now.withEngine(with.apply(now.engine(), chosen)));
  }

  /** The label of a kind of previews. */
  ObjectProperty<String> preview() {
    return part(
        now -> now.previews().kind(),
        (now, chosen) -> now.withPreviews(new Previews(chosen, now.previews().every())));
  }

  /** Steps from one preview to the next. */
  ObjectProperty<Integer> every() {
    return part(
        now -> now.previews().every(),
        (now, chosen) -> now.withPreviews(new Previews(now.previews().kind(), chosen)));
  }

  /** Whether copies carry no settings. */
  ObjectProperty<Boolean> strip() {
    return part(
        now -> now.privacy().strip(), (now, chosen) -> now.withPrivacy(new Privacy(chosen)));
  }

  /** Whether the end of the work is told by a note. */
  ObjectProperty<Boolean> desktop() {
    return part(
        now -> now.notices().desktop(),
        (now, chosen) -> now.withNotices(new Notices(chosen, now.notices().sound())));
  }

  /** Whether the end of the work is told by a sound. */
  ObjectProperty<Boolean> sound() {
    return part(
        now -> now.notices().sound(),
        (now, chosen) -> now.withNotices(new Notices(now.notices().desktop(), chosen)));
  }

  /** Whether the section is as a first start finds it. */
  BooleanBinding usual(Section section) {
    return Bindings.createBooleanBinding(
        () -> section.reset(settings.get()).equals(settings.get()), settings);
  }

  /** Makes the section as a first start finds it. */
  void reset(Section section) {
    settings.set(section.reset(settings.get()));
  }

  /** Whether the section was changed in what is read only when the program starts. */
  BooleanBinding waitsForStart(Section section) {
    return Bindings.createBooleanBinding(
        () ->
            switch (section) {
              case ENGINE -> !settings.get().engine().equals(atStart.engine());
              default -> false;
            },
        settings);
  }

  /** Whether there is a use for the precision: the processor has only one. */
  BooleanBinding precisionMatters() {
    return Bindings.createBooleanBinding(
        () -> {
          DeviceReport found = device.getValue();
          return found != null && found.device().equals("CUDA");
        },
        device);
  }

  /** What the networks run on; null before it is known. */
  ObservableValue<@Nullable DeviceReport> device() {
    return device;
  }

  /** The folder that pictures are or will be kept in. */
  public Path picturesFolder() {
    return path(settings.get().folders().pictures()).orElse(folders.usualPictures());
  }

  /** The further folder of models. */
  Optional<Path> modelsFolder() {
    return path(settings.get().folders().models());
  }

  /** The folder of the CLIP model that finds pictures. */
  Optional<Path> meaningFolder() {
    return path(settings.get().folders().meaning());
  }

  private static Optional<Path> path(String name) {
    try {
      return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Shows a folder in the system's file manager. */
  void show(Path folder) {
    workers.files().execute(() -> folders.show(folder).whenComplete(this::tell));
  }

  private void tell(@Nullable Void shown, @Nullable Throwable failure) {
    if (failure != null) {
      GenerationException named = GenerationException.of(failure);
      workers.window().execute(() -> onFailure.accept(named));
    }
  }

  /** Finds out anew what is wrong with the folders, and what they hold. */
  public void lookAtFolders() {
    Path chosen = picturesFolder();
    Optional<Path> further = modelsFolder();
    Optional<Path> clip = meaningFolder();
    workers
        .files()
        .execute(
            () -> {
              String wrong = folders.obstacle(chosen).orElse("");
              int found = further.map(folders::models).orElse(0);
              int broken = further.map(folders::unusable).orElse(0);
              boolean towers = clip.map(folders::hasTowers).orElse(true);
              workers
                  .window()
                  .execute(
                      () -> {
                        obstacle.set(wrong);
                        models.set(found);
                        unusable.set(broken);
                        compares.set(towers);
                      });
            });
  }

  /** Why pictures cannot be kept where they should; empty if they can. */
  ReadOnlyStringProperty obstacle() {
    return obstacle.getReadOnlyProperty();
  }

  /** Models in the further folder. */
  ReadOnlyIntegerProperty modelsFound() {
    return models.getReadOnlyProperty();
  }

  /** What was meant to be a model there, but cannot be drawn with. */
  ReadOnlyIntegerProperty unusableFound() {
    return unusable.getReadOnlyProperty();
  }

  /** Whether the folder that was chosen for comparing pictures and words can do so. */
  ReadOnlyBooleanProperty compares() {
    return compares.getReadOnlyProperty();
  }

  /** What is searched for; empty for all. */
  public StringProperty query() {
    return query;
  }

  /** Whether texts about a setting hold all the words that are searched for. */
  static boolean found(String query, String texts) {
    String lower = texts.toLowerCase(Locale.ROOT);
    for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
