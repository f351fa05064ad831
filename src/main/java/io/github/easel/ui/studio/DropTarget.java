package io.github.easel.ui.studio;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.compose.Recall;
import io.github.easel.ui.drop.DropReceiver;
import io.github.easel.ui.drop.SettingGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Takes what was dropped into what is typed and chosen. */
final class DropTarget implements DropReceiver {

  private final ComposeViewModel compose;
  private final Supplier<CanvasDesk> desk;

  /**
   * @param desk the way to the canvas, asked when something goes there
   */
  DropTarget(ComposeViewModel compose, Supplier<CanvasDesk> desk) {
    this.compose = compose;
    this.desk = desk;
  }

  @Override
  public void edit(PixelImage picture, String name) {
    desk.get().put(picture, name);
  }

  @Override
  public void openProject(Path file) {
    desk.get().open(file);
  }

  @Override
  public Draft now() {
    return compose.snapshot();
  }

  @Override
  public void take(GenerationRequest request, Set<SettingGroup> groups) {
    if (groups.contains(SettingGroup.MODEL)) {
      compose.recall(request, Recall.MODEL); // first, since it brings settings of its own
    }
    for (SettingGroup group : groups) {
      compose.recall(request, part(group));
    }
  }

  private static Recall part(SettingGroup group) {
    return switch (group) {
      case PROMPT -> Recall.PROMPT;
      case SEED -> Recall.SEED;
      case SIZE -> Recall.SIZE;
      case SAMPLING -> Recall.SAMPLING;
      case SOURCE -> Recall.SOURCE;
      case MODEL -> Recall.MODEL;
    };
  }

  @Override
  public void takeSource(Path ownCopy, String name) {
    compose.takeSource(ownCopy, name);
  }

  @Override
  public void addWords(String words) {
    String before = compose.prompt().get().strip();
    compose.prompt().set(before.isEmpty() ? words.strip() : before + " " + words.strip());
  }

  @Override
  public void offerModels(List<ModelSummary> models, String chosen) {
    compose.offer(models);
    models.stream()
        .filter(model -> model.name().equals(chosen))
        .findFirst()
        .ifPresent(compose.model()::set);
  }
}
