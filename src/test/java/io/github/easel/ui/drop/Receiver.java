package io.github.easel.ui.drop;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was taken over. */
final class Receiver implements DropReceiver {

  Draft draft = Draft.EMPTY;
  final List<GenerationRequest> requests = new ArrayList<>();
  final List<Set<SettingGroup>> groups = new ArrayList<>();
  final List<Path> sources = new ArrayList<>();
  final List<String> names = new ArrayList<>();
  final List<String> words = new ArrayList<>();
  String model = "";

  @Override
  public Draft now() {
    return draft;
  }

  @Override
  public void take(GenerationRequest request, Set<SettingGroup> taken) {
    requests.add(request);
    groups.add(taken);
  }

  @Override
  public void takeSource(Path ownCopy, String name) {
    sources.add(ownCopy);
    names.add(name);
  }

  final List<PixelImage> edited = new ArrayList<>();
  final List<Path> projects = new ArrayList<>();

  @Override
  public void edit(PixelImage picture, String name) {
    edited.add(picture);
    names.add(name);
  }

  @Override
  public void openProject(Path file) {
    projects.add(file);
  }

  @Override
  public void addWords(String more) {
    words.add(more);
  }

  @Override
  public void offerModels(List<ModelSummary> models, String chosen) {
    model = chosen;
  }
}
