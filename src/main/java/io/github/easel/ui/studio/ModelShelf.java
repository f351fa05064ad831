package io.github.easel.ui.studio;

import io.github.easel.app.FailureAction;
import io.github.easel.app.FailureContext;
import io.github.easel.app.ModelService;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Unusable;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.failure.FailureViewModel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers the models at hand, and tells what is wrong with one that is missed. */
final class ModelShelf {

  private final ComposeViewModel compose;
  private final FailureViewModel failures;
  private final Workers workers;
  private @Nullable ModelService models;

  /** What lies among the models. */
  record Found(List<ModelSummary> models, List<Unusable> unusable) {

    Found {
      models = List.copyOf(models);
      unusable = List.copyOf(unusable);
    }

    /** Reads the models' folders. */
    static Found by(ModelService models) {
      return new Found(models.list(), models.unusable());
    }
  }

  ModelShelf(ComposeViewModel compose, FailureViewModel failures, Workers workers) {
    this.compose = compose;
    this.failures = failures;
    this.workers = workers;
    compose.unusable().onAsked(this::tell);
    failures.on(FailureAction.LOOK_AGAIN, remedy -> lookAgain());
  }

  /**
   * Offers what was found. Of models that cannot be used only one that is missed is told at once:
   * the one that was drawn with last, or any if there is no other.
   */
  void offer(ModelService from, Found found) {
    models = from;
    String last = compose.snapshot().model();
    compose.offer(found.models());
    compose.unusable().set(found.unusable());
    found.unusable().stream()
        .filter(one -> one.name().equals(last))
        .findFirst()
        .or(() -> found.models().isEmpty() ? found.unusable().stream().findFirst() : none())
        .ifPresent(this::tell);
  }

  private static Optional<Unusable> none() {
    return Optional.empty();
  }

  private void tell(Unusable one) {
    failures.show(
        one.reason(),
        compose.models().isEmpty() ? FailureContext.NO_MODEL : FailureContext.UNKNOWN);
  }

  private void lookAgain() {
    ModelService from = models;
    if (from != null) {
      workers.aside().execute(() -> lookNow(from));
    }
  }

  private void lookNow(ModelService from) {
    try {
      Found found = Found.by(from);
      workers.window().execute(() -> offer(from, found));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> failures.show(reason, FailureContext.NO_MODEL));
    }
  }
}
