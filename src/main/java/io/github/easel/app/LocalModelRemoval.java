package io.github.easel.app;

import io.github.easel.file.FileReason;
import io.github.easel.file.FileTree;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes models out of the user's folder of models. */
final class LocalModelRemoval implements ModelRemoval {

  private final Path own;
  private final ModelCatalogue all;
  private final SystemTrash trash;

  /**
   * @param own the folder whose models are Easel's own
   * @param all the models that lists show
   */
  LocalModelRemoval(Path own, ModelCatalogue all, SystemTrash trash) {
    this.own = own.toAbsolutePath().normalize();
    this.all = all;
    this.trash = trash;
  }

  @Override
  public List<Path> find(String name) {
    Path model = all.find(name).toAbsolutePath().normalize();
    if (!own.equals(model.getParent())) {
      throw new GenerationException(
          Failure.MODEL_ELSEWHERE,
          model + " is not in " + own,
          name,
          model.toString(),
          own.toString());
    }
    return ModelParts.of(model, Optional.empty())
        .tops(ModelCatalogue.name(model))
        .map(own::resolve)
        .filter(Files::exists)
        .toList();
  }

  @Override
  public boolean hasTrash() {
    return trash.isThere();
  }

  @Override
  public void remove(List<Path> paths) {
    Path last = own;
    try {
      if (trash.isThere()) {
        Map<Path, Path> places = new LinkedHashMap<>();
        paths.forEach(path -> places.put(path, path));
        trash.take(places);
        return;
      }
      for (Path path : paths) {
        last = path;
        FileTree.delete(path);
      }
    } catch (IOException e) {
      throw GenerationException.unwritable(last, FileReason.of(e), e);
    }
  }
}
