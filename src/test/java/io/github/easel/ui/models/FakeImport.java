package io.github.easel.ui.models;

import io.github.easel.app.ModelImport;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes files in whose names say what comes of it. */
public final class FakeImport implements ModelImport {

  public final List<String> copied = Collections.synchronizedList(new ArrayList<>());
  public final List<Path> configs = Collections.synchronizedList(new ArrayList<>());

  @Override
  public Optional<Found> look(Path path) {
    return look(path, Optional.empty());
  }

  @Override
  public Optional<Found> look(Path path, Optional<Path> chosen) {
    chosen.ifPresent(configs::add);
    String name = path.getFileName().toString();
    if (name.contains("odd") && chosen.isEmpty()) {
      throw new GenerationException(
          Failure.MODEL_FILE_UNUSABLE, "odd", path.toString(), "32 groups", "24");
    }
    return name.contains("model")
        ? Optional.of(new Found(name.replaceAll("\\..*", ""), path, 2_100_000_000L, false))
        : Optional.empty();
  }

  @Override
  public Optional<Found> lookAtAddition(Path file) {
    return file.toString().contains("lora")
        ? Optional.of(new Found("lora", file, 38_000_000, false))
        : Optional.empty();
  }

  @Override
  public Holding holding(Path folder) {
    return folder.toString().contains("webui")
        ? new Holding(12, 1, 37, false)
        : new Holding(0, 0, 0, false);
  }

  @Override
  public Copying copy(Found model, Optional<Path> chosen) {
    return new Copying() {
      private int pieces;

      @Override
      public boolean proceed() {
        pieces++;
        if (pieces == 3) {
          copied.add(model.name());
        }
        return pieces == 3;
      }

      @Override
      public double share() {
        return pieces / 3.0;
      }

      @Override
      public String name() {
        return model.name();
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
