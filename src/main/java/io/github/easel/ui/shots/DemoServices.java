package io.github.easel.ui.shots;

import io.github.easel.app.AdapterService;
import io.github.easel.app.CanvasService;
import io.github.easel.app.DownloadService;
import io.github.easel.app.GalleryService;
import io.github.easel.app.GenerationService;
import io.github.easel.app.LearnService;
import io.github.easel.app.ModelCards;
import io.github.easel.app.ModelImport;
import io.github.easel.app.ModelService;
import io.github.easel.app.PictureLibrary;
import io.github.easel.app.PictureStore;
import io.github.easel.app.PictureTrash;
import io.github.easel.app.PreparedModels;
import io.github.easel.app.PromptExpansion;
import io.github.easel.app.PromptService;
import io.github.easel.app.QueueStore;
import io.github.easel.app.Services;
import io.github.easel.app.SourcePictures;
import io.github.easel.app.StyleService;
import java.nio.file.Path;
import java.util.List;

/**
 * The real services, but for the drawing, which waits where a picture of the window is to be taken.
 */
final class DemoServices implements Services {

  private final Services real;
  private final DemoGeneration generation;

  DemoServices(Services real, DemoGeneration generation) {
    this.real = real;
    this.generation = generation;
  }

  @Override
  public GenerationService generation() {
    return generation;
  }

  @Override
  public ModelService models() {
    ModelService models = real.models();
    return models.list().isEmpty() ? new DemoModels() : models;
  }

  @Override
  public PromptService prompts() {
    return real.prompts();
  }

  @Override
  public PictureStore pictures() {
    return real.pictures();
  }

  @Override
  public SourcePictures sources() {
    return real.sources();
  }

  @Override
  public QueueStore queue() {
    return real.queue();
  }

  @Override
  public CanvasService canvas() {
    return real.canvas();
  }

  @Override
  public PictureLibrary library() {
    return real.library();
  }

  @Override
  public GalleryService gallery() {
    return real.gallery();
  }

  @Override
  public ModelImport modelImport() {
    return real.modelImport();
  }

  @Override
  public ModelCards modelCards() {
    return real.modelCards();
  }

  @Override
  public List<Path> modelFolders() {
    return real.modelFolders();
  }

  @Override
  public AdapterService adapters() {
    return real.adapters();
  }

  @Override
  public DownloadService downloads() {
    return real.downloads();
  }

  @Override
  public PreparedModels prepared() {
    return real.prepared();
  }

  @Override
  public PictureTrash trash() {
    return real.trash();
  }

  @Override
  public StyleService styles() {
    return real.styles();
  }

  @Override
  public PromptExpansion expansion() {
    return real.expansion();
  }

  @Override
  public LearnService learning() {
    return real.learning();
  }

  @Override
  public void close() {
    real.close();
  }
}
