package io.github.easel.ui.drop;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Where what was dropped goes. All of it on JavaFX's thread. */
public interface DropReceiver {

  /** What is typed and chosen. */
  Draft now();

  /** Takes over the groups of the request's settings. */
  void take(GenerationRequest request, Set<SettingGroup> groups);

  /**
   * From now on pictures begin with that one.
   *
   * @param ownCopy Easel's copy
   * @param name what people call it
   */
  void takeSource(Path ownCopy, String name);

  /**
   * Puts the picture on the canvas.
   *
   * @param name what people call it
   */
  void edit(PixelImage picture, String name);

  /** Opens a project of the canvas. */
  void openProject(Path file);

  /** Adds the words to the prompt. */
  void addWords(String words);

  /**
   * Lists the models anew.
   *
   * @param chosen the name of the one to choose
   */
  void offerModels(List<ModelSummary> models, String chosen);
}
