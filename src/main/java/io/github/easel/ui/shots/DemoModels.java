package io.github.easel.ui.shots;

import io.github.easel.app.ModelService;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.nio.file.Path;
import java.util.List;

/** One model that is there in name only, where there is none. */
final class DemoModels implements ModelService {

  @Override
  public List<ModelSummary> list() {
    return List.of(
        new ModelSummary(
            "starter",
            Path.of("starter"),
            new ImageSize(256, 256),
            new Sampling(SamplerKind.DDIM, 20, 4)));
  }

  @Override
  public ModelReport inspect(Path folder) {
    throw new GenerationException(
        Failure.MODEL_NOT_FOUND, "nothing is in " + folder, folder.toString());
  }
}
