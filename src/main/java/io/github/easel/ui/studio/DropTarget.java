package io.github.easel.ui.studio;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.drop.DropReceiver;
import io.github.easel.ui.drop.SettingGroup;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Takes what was dropped into what is typed and chosen. */
final class DropTarget implements DropReceiver {

  private final ComposeViewModel compose;

  DropTarget(ComposeViewModel compose) {
    this.compose = compose;
  }

  @Override
  public Draft now() {
    return compose.snapshot();
  }

  @Override
  public void take(GenerationRequest request, Set<SettingGroup> groups) {
    compose.recall(request);
  }

  @Override
  public void takeSource(Path ownCopy, String name) {
    throw new UnsupportedOperationException();
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
