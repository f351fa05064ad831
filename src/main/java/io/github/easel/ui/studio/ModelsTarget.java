package io.github.easel.ui.studio;

import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.Places;
import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Settings;
import io.github.easel.ui.Workers;
import io.github.easel.ui.models.ModelsDesk;
import io.github.easel.ui.models.ModelsViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Lets the page of the models change what is typed and chosen. */
final class ModelsTarget implements ModelsDesk {

  private final StudioViewModel studio;
  private final Workers workers;

  ModelsTarget(StudioViewModel studio, Workers workers) {
    this.studio = studio;
    this.workers = workers;
  }

  /** From now on models are looked for in the folders that are chosen. */
  static void follow(
      ObservableValue<Settings> settings, Services services, ModelsViewModel models) {
    settings.addListener(
        (property, old, now) -> {
          if (!old.folders().allModels().equals(now.folders().allModels())) {
            services.findModelsIn(Places.furtherModels(now.folders()));
            models.foldersChanged();
          }
        });
  }

  @Override
  public ObservableValue<@Nullable ModelSummary> inUse() {
    return studio.compose().model();
  }

  @Override
  public void use(List<ModelSummary> models, String name) {
    offer(models);
    models.stream()
        .filter(model -> model.name().equals(name))
        .findFirst()
        .ifPresent(studio.compose().model()::set);
  }

  @Override
  public void offer(List<ModelSummary> models) {
    studio.compose().offer(models);
    studio.compose().defaults().readAgain();
  }

  @Override
  public ObservableValue<Profile> kept() {
    return studio.compose().defaults().kept();
  }

  @Override
  public void useAutoencoder(Path file) {
    studio.compose().defaults().choose(Optional.of(file));
  }

  @Override
  public void addWords(String words) {
    String before = studio.compose().prompt().get().strip();
    studio.compose().prompt().set(before.isEmpty() ? words : before + ", " + words);
  }

  @Override
  public void takePrompt(String prompt) {
    studio.compose().prompt().set(prompt);
  }

  @Override
  public ObjectProperty<Settings> settings() {
    return studio.settings();
  }

  @Override
  public void reveal(Path file) {
    studio
        .services()
        .ifPresent(
            services ->
                workers
                    .files()
                    .execute(
                        () ->
                            services
                                .desktop()
                                .reveal(file)
                                .whenComplete((shown, failure) -> tell(failure))));
  }

  private void tell(@Nullable Throwable failure) {
    if (failure != null) {
      GenerationException named = GenerationException.of(failure);
      workers.window().execute(() -> studio.failures().show(named));
    }
  }

  @Override
  public void leave() {
    studio.layout().leavePage();
  }
}
