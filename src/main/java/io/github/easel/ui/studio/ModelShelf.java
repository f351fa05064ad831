package io.github.easel.ui.studio;

import io.github.easel.app.DownloadService;
import io.github.easel.app.DownloadService.Wish;
import io.github.easel.app.FailureAction;
import io.github.easel.app.FailureContext;
import io.github.easel.app.ModelService;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Unusable;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.failure.FailureViewModel;
import java.util.List;
import java.util.Optional;

/** Offers the models at hand, and tells what is wrong with one that is missed. */
final class ModelShelf {

  private final ComposeViewModel compose;
  private final FailureViewModel failures;
  private final Workers workers;
  private final ModelService models;
  private final DownloadService downloads;

  /** From now on these models can be looked for again, and one can ask what is wrong with them. */
  ModelShelf(
      ComposeViewModel compose, FailureViewModel failures, Workers workers, Services services) {
    this.compose = compose;
    this.failures = failures;
    this.workers = workers;
    this.models = services.models();
    this.downloads = services.downloads();
    compose.unusable().onAsked(this::tell);
    failures.on(FailureAction.LOOK_AGAIN, remedy -> aside(this::lookAgain));
  }

  /** Offers what was found, and looks for those that cannot be used. */
  void offer(List<ModelSummary> found) {
    String last = compose.snapshot().model();
    compose.offer(found);
    aside(() -> lookForUnusable(last));
  }

  /**
   * Fetches CLIP's vocabulary, which somebody just agreed to, and then does something in the
   * window's thread.
   */
  void fetchTokenizer(Runnable after) {
    aside(
        () -> {
          Cancellation none = new Cancellation();
          DownloadPlan plan = downloads.plan(new Wish(DownloadService.TOKENIZER), none);
          downloads.run(plan, progress -> {}, none);
          workers.window().execute(after);
        });
  }

  private void lookAgain() {
    List<ModelSummary> found = models.list();
    workers.window().execute(() -> offer(found));
  }

  private void lookForUnusable(String last) {
    List<Unusable> found = models.unusable();
    workers.window().execute(() -> unusable(found, last));
  }

  /**
   * Only one that is missed is told at once: the one that was drawn with last, or any if there is
   * no other.
   */
  private void unusable(List<Unusable> found, String last) {
    compose.unusable().set(found);
    Optional<Unusable> missed = found.stream().filter(one -> one.name().equals(last)).findFirst();
    Optional<Unusable> any =
        compose.models().isEmpty() ? found.stream().findFirst() : Optional.empty();
    missed.or(() -> any).ifPresent(this::tell);
  }

  private void tell(Unusable one) {
    failures.show(
        one.reason(),
        compose.models().isEmpty() ? FailureContext.NO_MODEL : FailureContext.UNKNOWN);
  }

  private void aside(Runnable question) {
    workers
        .aside()
        .execute(
            () -> {
              try {
                question.run();
              } catch (RuntimeException | OutOfMemoryError e) {
                GenerationException reason = GenerationException.of(e);
                workers.window().execute(() -> failures.show(reason));
              }
            });
  }
}
