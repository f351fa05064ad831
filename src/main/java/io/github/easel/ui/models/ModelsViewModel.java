package io.github.easel.ui.models;

import io.github.easel.app.Services;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The page of the models without any control. On JavaFX's thread. */
public final class ModelsViewModel {

  /** The parts of the page. */
  public enum Part {
    HERE,
    HUB,
    READY
  }

  private final ModelsDesk desk;
  private final ShelfViewModel shelf;
  private final DetailsViewModel details;
  private final AddingViewModel adding;
  private final DownloadsViewModel downloads;
  private final PreparedViewModel prepared;
  private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.HERE);
  private @Nullable Services services;
  private boolean seen;

  /**
   * @param desk what the page changes elsewhere
   * @param onFailure is told on the window's thread what could not be done
   */
  public ModelsViewModel(
      Workers workers, ModelsDesk desk, Consumer<GenerationException> onFailure) {
    this.desk = desk;
    shelf = new ShelfViewModel(workers, desk, onFailure);
    details = new DetailsViewModel(workers, shelf, onFailure);
    adding = new AddingViewModel(workers, desk, shelf);
    downloads = new DownloadsViewModel(workers, shelf, onFailure);
    prepared = new PreparedViewModel(workers, onFailure);
    part.addListener((property, old, now) -> look());
  }

  /** From now on there is something to look at. */
  public void open(Services opened) {
    services = opened;
    shelf.open(opened);
    details.open(opened);
    adding.open(opened);
    downloads.open(opened);
    prepared.open(opened.prepared());
    if (seen) {
      look();
    }
  }

  /** The page is seen, or no more. Nothing is read before it is. */
  void shown(boolean isSeen) {
    seen = isSeen;
    if (isSeen) {
      look();
    }
  }

  private void look() {
    if (services == null || !seen) {
      return;
    }
    switch (part.get()) {
      case HERE -> shelf.look();
      case HUB -> {
        downloads.readCatalogue();
        downloads.token().look();
      }
      case READY -> prepared.look();
    }
  }

  /** Shows the LoRAs and embeddings that are here. */
  public void showConcepts() {
    part.set(Part.HERE);
    shelf.forgetFilter();
    shelf.sort().set(ModelFilter.Sort.CONCEPTS);
  }

  /** Other folders are looked through from now on. */
  public void foldersChanged() {
    shelf.lookAndOffer();
  }

  /** Ends what goes on; call it when the window is closed. */
  public void close() {
    downloads.stop();
    adding.dismiss();
  }

  /** Shows what was fetched among what is here, and draws with it if it is a whole model. */
  void useDownloaded() {
    part.set(Part.HERE);
    downloads.useEnded();
  }

  /** What is here. */
  public ShelfViewModel shelf() {
    return shelf;
  }

  /** More about the chosen one. */
  public DetailsViewModel details() {
    return details;
  }

  /** What is being added. */
  public AddingViewModel adding() {
    return adding;
  }

  /** What can be had. */
  public DownloadsViewModel downloads() {
    return downloads;
  }

  /** What was made ready. */
  public PreparedViewModel prepared() {
    return prepared;
  }

  /** The part that is seen. */
  public ObjectProperty<Part> part() {
    return part;
  }

  /** The folders of Easel's own in which models are looked for. */
  List<Path> ownFolders() {
    Services from = services;
    List<String> added = desk.settings().get().folders().allModels();
    return from == null
        ? List.of()
        : from.modelFolders().stream()
            .filter(folder -> !added.contains(folder.toString()))
            .toList();
  }

  ModelsDesk desk() {
    return desk;
  }

  /** Whether the services are open. */
  ObservableValue<ShelfViewModel.State> state() {
    return shelf.state();
  }
}
