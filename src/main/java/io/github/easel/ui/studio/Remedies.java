package io.github.easel.ui.studio;

import io.github.easel.app.FailureAction;
import io.github.easel.app.FailureContext;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Sampling;
import io.github.easel.task.Job;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.failure.FailureViewModel;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the studio knows of a failure, and what the buttons under it do. */
final class Remedies {

  private final ComposeViewModel compose;
  private final QueueViewModel line;
  private final PicturesViewModel pictures;
  private final FailureViewModel failures;
  private @Nullable Job failed;

  Remedies(
      ComposeViewModel compose,
      QueueViewModel line,
      PicturesViewModel pictures,
      FailureViewModel failures,
      CommandTable commands) {
    this.compose = compose;
    this.line = line;
    this.pictures = pictures;
    this.failures = failures;
    failures.on(FailureAction.TRY_AGAIN, remedy -> again(UnaryOperator.identity()));
    failures.on(FailureAction.SMALLER_SIZE, remedy -> draw(ImageSize.parse(remedy.value())));
    failures.on(FailureAction.FEWER_STEPS, remedy -> take(Integer.parseInt(remedy.value())));
    failures.on(FailureAction.SAVE_ELSEWHERE, remedy -> commands.run(Command.SAVE));
    failures.on(FailureAction.OPEN_SETTINGS, remedy -> commands.run(Command.SETTINGS));
  }

  /** Tells why the running job failed. Call it while it still is the running one. */
  void jobFailed(GenerationException reason) {
    failed = line.running().get();
    Optional<GenerationRequest> request =
        Optional.ofNullable(failed).map(job -> job.pictures().get(job.done()));
    failures.show(reason, request.map(this::context).orElse(FailureContext.UNKNOWN));
  }

  private FailureContext context(GenerationRequest request) {
    return new FailureContext(
        Optional.of(request),
        compose.models().stream()
            .filter(model -> model.name().equals(request.model()))
            .map(ModelSummary::size)
            .findFirst(),
        compose.format().multiple().get(),
        pictures.all().stream()
            .map(picture -> picture.request())
            .filter(drawn -> drawn.model().equals(request.model()))
            .map(GenerationRequest::size)
            .distinct()
            .toList(),
        compose.device().get());
  }

  private void draw(ImageSize size) {
    Job job = failed;
    if (job != null && job.pictures().get(job.done()).size().equals(compose.size().get())) {
      compose.format().choose(size);
    }
    again(
        request ->
            new GenerationRequest(
                request.prompt(),
                request.model(),
                size,
                request.sampling(),
                request.seeding(),
                request.source()));
  }

  private void take(int steps) {
    compose.way().steps().set(Math.min(steps, compose.way().steps().get()));
    again(
        request ->
            request.withSampling(
                new Sampling(
                    request.sampling().sampler(),
                    request.sampling().schedule(),
                    Math.min(steps, request.sampling().steps()),
                    request.sampling().guidanceScale(),
                    request.sampling().eta())));
  }

  /**
   * Lines up what the failed job left undone, before what waits. What is typed now is left alone.
   */
  private void again(UnaryOperator<GenerationRequest> change) {
    Job job = failed;
    if (job == null) {
      return;
    }
    failed = null;
    List<GenerationRequest> undone = job.pictures().stream().skip(job.done()).map(change).toList();
    line.submit(like(job.draft(), undone.get(0)), undone, true);
  }

  /** The draft as it would have been for these pictures. */
  private static Draft like(Draft draft, GenerationRequest request) {
    Draft.Way way = draft.way();
    return new Draft(
        draft.words(),
        draft.model(),
        new Draft.Format(request.size().width(), request.size().height(), draft.format().count()),
        new Draft.Way(
            way.sampler(),
            way.schedule(),
            request.sampling().steps(),
            way.guidance(),
            way.clipSkip()),
        draft.chance(),
        draft.start());
  }
}
