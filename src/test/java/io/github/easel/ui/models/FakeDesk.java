package io.github.easel.ui.models;

import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Notes what the page of the models changes elsewhere. */
final class FakeDesk implements ModelsDesk {

  final ObjectProperty<@Nullable ModelSummary> used = new SimpleObjectProperty<>();
  final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULTS);
  final ObjectProperty<Profile> kept = new SimpleObjectProperty<>(Profile.EMPTY);
  final List<String> words = new ArrayList<>();
  final List<List<ModelSummary>> offered = new ArrayList<>();

  @Override
  public ObjectProperty<@Nullable ModelSummary> inUse() {
    return used;
  }

  @Override
  public void use(List<ModelSummary> models, String name) {
    models.stream().filter(model -> model.name().equals(name)).forEach(used::set);
  }

  @Override
  public void offer(List<ModelSummary> models) {
    offered.add(models);
  }

  @Override
  public ObservableValue<Profile> kept() {
    return kept;
  }

  @Override
  public void useAutoencoder(Path file) {
    words.add(file.toString());
  }

  @Override
  public void addWords(String added) {
    words.add(added);
  }

  @Override
  public void takePrompt(String prompt) {
    words.add(prompt);
  }

  @Override
  public ObjectProperty<Settings> settings() {
    return settings;
  }

  @Override
  public void reveal(Path file) {
    words.add(file.toString());
  }

  @Override
  public void leave() {
    words.add("left");
  }
}
