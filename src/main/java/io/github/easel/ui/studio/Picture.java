package io.github.easel.ui.studio;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A picture made in this session. */
public final class Picture {

  private final GenerationResult result;
  private final ReadOnlyObjectWrapper<Path> file = new ReadOnlyObjectWrapper<>();

  Picture(GenerationResult result) {
    this.result = result;
  }

  public GenerationResult result() {
    return result;
  }

  public GenerationRequest request() {
    return result.provenance().request();
  }

  /** Where it is kept; null until it is. */
  public ReadOnlyObjectProperty<Path> file() {
    return file.getReadOnlyProperty();
  }

  void keptIn(Path path) {
    file.set(path);
  }
}
