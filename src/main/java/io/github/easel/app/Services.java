package io.github.easel.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What a front end gets: every service, wired once. Closing it frees the models. */
public interface Services extends AutoCloseable {

  GenerationService generation();

  ModelService models();

  PromptService prompts();

  PictureStore pictures();

  /** The pictures that others begin with; services that keep none have {@code NONE}. */
  default SourcePictures sources() {
    return SourcePictures.NONE;
  }

  /** The jobs that wait from one start to the next; services that keep none have {@code NONE}. */
  default QueueStore queue() {
    return QueueStore.NONE;
  }

  /**
   * The canvas from one start to the next, and projects; services that keep none have {@code NONE}.
   */
  default CanvasService canvas() {
    return CanvasService.NONE;
  }

  /** The pictures that were kept. */
  default PictureLibrary library() {
    return PictureLibrary.EMPTY;
  }

  /** The collection of all pictures; services that keep none have {@code NONE}. */
  default GalleryService gallery() {
    return GalleryService.NONE;
  }

  /** Takes further models in. */
  default ModelImport modelImport() {
    return ModelImport.NONE;
  }

  /** Takes models away again. */
  default ModelRemoval modelRemoval() {
    return ModelRemoval.NONE;
  }

  /** What the user wants of single models. */
  default ModelProfileService profiles() {
    return ModelProfileService.NONE;
  }

  /** Makes new checkpoints of others. */
  default ModelMerge modelMerge() {
    return ModelMerge.NONE;
  }

  /**
   * All that lies among the models, as a shelf shows it; services without one have {@code NONE}.
   */
  default ModelCards modelCards() {
    return ModelCards.NONE;
  }

  /** The folders in which models are looked for, Easel's own first; they need not exist. */
  default List<Path> modelFolders() {
    return List.of();
  }

  /**
   * From now on models are looked for in these folders besides Easel's own. Services whose models
   * have no folders do nothing.
   */
  default void findModelsIn(List<Path> further) {}

  /** What was made ready for this computer; services that make nothing have {@code NONE}. */
  default PreparedModels prepared() {
    return PreparedModels.NONE;
  }

  /** Models from the hub; services that download none have {@code NONE}. */
  default DownloadService downloads() {
    return DownloadService.NONE;
  }

  /** LoRAs and embeddings; services without files have none. */
  default AdapterService adapters() {
    return AdapterService.NONE;
  }

  /** What is kept of trainings; services that teach nothing have {@code NONE}. */
  default TrainingNotes trainingNotes() {
    return TrainingNotes.NONE;
  }

  PictureTrash trash();

  /**
   * From now on new pictures are kept in that folder, and discarded ones below it, and the gallery
   * is that folder's. Services whose pictures have no folder do nothing.
   */
  default void keepPicturesIn(Path folder) {}

  /** The system around the program. */
  default SystemDesktop desktop() {
    return LocalSystemDesktop.ofThisComputer();
  }

  /** Double clicks on project files; services that know no system have {@code NONE}. */
  default FileTypes fileTypes() {
    return FileTypes.NONE;
  }

  /** How pictures were made, fitted to the models of these services. */
  default SettingsService settings() {
    return new PictureSettingsService(models(), sources());
  }

  /** From what was typed and chosen to the pictures to make. */
  default DraftPlanner planner() {
    return DraftPlanner.over(
        this, () -> ThreadLocalRandom.current().nextLong(DraftPlanner.LARGEST_NEW_SEED + 1));
  }

  StyleService styles();

  PromptExpansion expansion();

  LearnService learning();

  /** Teaches models; services that cannot have {@code NONE}. */
  default TrainingService training() {
    return TrainingService.NONE;
  }

  /** How near pictures and words are; services without towers have {@code NONE}. */
  default MeaningService meanings() {
    return MeaningService.NONE;
  }

  /**
   * Clears away what programs that were killed left half written, and old copies of pictures that
   * others began with, once they need too much space; reads folders.
   */
  default void clearLeftovers() {
    // services without files leave none
  }

  @Override
  void close();
}
