package io.github.easel.ui.models;

import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the page of the models changes elsewhere in the window. All of it on JavaFX's thread. */
public interface ModelsDesk {

  /** The model that is drawn with; null until one is at hand. */
  ObservableValue<@Nullable ModelSummary> inUse();

  /** Offers these models, and draws with that one from now on. */
  void use(List<ModelSummary> models, String name);

  /** Offers these models; the one that is drawn with stays if it is among them. */
  void offer(List<ModelSummary> models);

  /** What is kept for the model that is drawn with. */
  ObservableValue<Profile> kept();

  /** Lets that autoencoder turn the numbers of the model that is drawn with into pixels. */
  void useAutoencoder(Path file);

  /** Adds the words to the prompt. */
  void addWords(String words);

  /** Puts the prompt in the place of what is typed. */
  void takePrompt(String prompt);

  /** What was chosen once, with the folders of models. */
  ObjectProperty<Settings> settings();

  /** Shows a file in the system's file manager. */
  void reveal(Path file);

  /** Leaves the page for the words. */
  void leave();
}
