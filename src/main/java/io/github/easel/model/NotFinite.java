package io.github.easel.model;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.TensorValues;
import java.util.Collection;
import java.util.Optional;

/**
 * Finds weights that are NaN or infinite, as trainings that failed leave them. All values are read
 * for that, so it is done only once a picture has come out broken.
 */
final class NotFinite {

  private NotFinite() {}

  /**
   * The first tensor that holds such a value, by its name in its file.
   *
   * @return the failure {@code WEIGHTS_NOT_FINITE}
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code CANCELLED}
   */
  static Optional<GenerationException> in(
      Collection<StoredTensor> tensors, Cancellation cancellation) {
    return tensors.stream()
        .filter(tensor -> !TensorValues.isFinite(tensor, cancellation))
        .findFirst()
        .map(
            tensor -> {
              String name = ModelFiles.ownName(tensor);
              return new GenerationException(
                  Failure.WEIGHTS_NOT_FINITE,
                  "%s: %s is not finite".formatted(tensor.file(), name),
                  tensor.file().toString(),
                  name);
            });
  }
}
