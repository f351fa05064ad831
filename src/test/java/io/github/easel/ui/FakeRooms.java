package io.github.easel.ui;

import io.github.easel.app.CanvasService;
import io.github.easel.app.DownloadService;
import io.github.easel.app.GalleryService;
import io.github.easel.app.MeaningService;
import io.github.easel.app.ModelCards;
import io.github.easel.app.ModelImport;
import io.github.easel.app.ModelProfileService;
import io.github.easel.app.PictureLibrary;
import io.github.easel.app.PreparedModels;
import io.github.easel.app.QueueStore;
import io.github.easel.app.Services;
import io.github.easel.app.TrainingNotes;
import io.github.easel.app.TrainingService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Services of which a test puts those there that it needs. */
abstract class FakeRooms implements Services {

  public volatile QueueStore kept = QueueStore.NONE;
  public volatile CanvasService canvas = CanvasService.NONE;
  public volatile MeaningService meanings = MeaningService.NONE;
  public volatile GalleryService gallery = GalleryService.NONE;
  public volatile PictureLibrary library = PictureLibrary.EMPTY;
  public final FakeProfiles profiles = new FakeProfiles();
  public volatile ModelCards cards = ModelCards.NONE;
  public volatile ModelImport modelImport = ModelImport.NONE;
  public volatile DownloadService downloads = DownloadService.NONE;
  public volatile PreparedModels preparedModels = PreparedModels.NONE;
  public volatile TrainingService training = TrainingService.NONE;
  public volatile TrainingNotes trainingNotes = TrainingNotes.NONE;
  public final List<Path> furtherModels = Collections.synchronizedList(new ArrayList<>());

  @Override
  public TrainingService training() {
    return training;
  }

  @Override
  public TrainingNotes trainingNotes() {
    return trainingNotes;
  }

  @Override
  public MeaningService meanings() {
    return meanings;
  }

  @Override
  public QueueStore queue() {
    return kept;
  }

  @Override
  public CanvasService canvas() {
    return canvas;
  }

  @Override
  public GalleryService gallery() {
    return gallery;
  }

  @Override
  public PictureLibrary library() {
    return library;
  }

  @Override
  public ModelProfileService profiles() {
    return profiles;
  }

  @Override
  public ModelCards modelCards() {
    return cards;
  }

  @Override
  public ModelImport modelImport() {
    return modelImport;
  }

  @Override
  public DownloadService downloads() {
    return downloads;
  }

  @Override
  public PreparedModels prepared() {
    return preparedModels;
  }

  @Override
  public List<Path> modelFolders() {
    return List.of(Path.of("/opt/easel/models"), Path.of("/home/nino/.local/share/easel/models"));
  }

  @Override
  public void findModelsIn(List<Path> further) {
    furtherModels.clear();
    furtherModels.addAll(further);
  }
}
