package io.github.easel.ui.studio;

import io.github.easel.app.FailureAction;
import io.github.easel.app.FailureContext;
import io.github.easel.app.FailureReport.Remedy;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.task.Job;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.failure.FailureViewModel;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the studio knows of a failure, and what the buttons under it do. */
final class Remedies {

  private final ComposeViewModel compose;
  private final QueueViewModel line;
  private final PicturesViewModel pictures;
  private final FailureViewModel failures;
  private @Nullable Consumer<Picture> save;
  private Supplier<Optional<Path>> folder = Optional::empty;
  private Consumer<Path> moving = chosen -> {};
  private Consumer<Runnable> fetching = after -> {};

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
    // for a failure of planning: there is no job yet, only what is typed
    failures.on(FailureAction.SMALLER_SIZE, remedy -> choose(size(remedy)));
    failures.on(FailureAction.FEWER_STEPS, remedy -> choose(steps(remedy)));
    failures.on(FailureAction.OPEN_SETTINGS, remedy -> commands.run(Command.SETTINGS));
    failures.on(FailureAction.FETCH_TOKENIZER, remedy -> fetching.accept(() -> {}));
    pictures.onUnwritten(this::unwritten);
    pictures.onUnkept((picture, reason) -> unkept(reason));
  }

  private static ImageSize size(Remedy remedy) {
    return ImageSize.parse(remedy.value());
  }

  private static int steps(Remedy remedy) {
    return Integer.parseInt(remedy.value());
  }

  /** From now on a picture that could not be written can be saved by this. */
  void saveBy(Consumer<Picture> way) {
    save = way;
  }

  private void unwritten(Picture picture, GenerationException reason) {
    Consumer<Picture> way = save;
    failures.show(
        reason,
        FailureContext.UNKNOWN,
        way == null
            ? Map.of()
            : Map.of(FailureAction.SAVE_ELSEWHERE, remedy -> way.accept(picture)));
  }

  /**
   * From now on pictures that could not be kept are kept in another folder.
   *
   * @param question asks for it
   * @param move makes it the folder of all pictures that come
   */
  void keepElsewhere(Supplier<Optional<Path>> question, Consumer<Path> move) {
    folder = question;
    moving = move;
  }

  /**
   * From now on a vocabulary that is missing can be fetched.
   *
   * @param fetch fetches it and then does what it is given
   */
  void fetchBy(Consumer<Runnable> fetch) {
    fetching = fetch;
  }

  private void unkept(GenerationException reason) {
    failures.show(
        reason,
        FailureContext.KEEPING,
        Map.of(FailureAction.CHOOSE_FOLDER, remedy -> moveOn(reason)));
  }

  private void moveOn(GenerationException reason) {
    folder
        .get()
        .ifPresentOrElse(
            chosen -> {
              moving.accept(chosen);
              pictures.keepAgain();
            },
            () -> unkept(reason));
  }

  /** Tells why the running job failed. Call it while it still is the running one. */
  void jobFailed(GenerationException reason) {
    Job job = line.running().get();
    if (job == null || reason != job.failure().orElse(null)) {
      failures.show(reason); // that the queue cannot be kept is no job's failure
      return;
    }
    failures.show(
        reason,
        context(job.pictures().get(job.done())),
        Map.of(
            FailureAction.FETCH_TOKENIZER,
                remedy -> fetching.accept(() -> again(job, UnaryOperator.identity())),
            FailureAction.TRY_AGAIN, remedy -> again(job, UnaryOperator.identity()),
            FailureAction.SMALLER_SIZE, remedy -> draw(job, size(remedy)),
            FailureAction.FEWER_STEPS, remedy -> take(job, steps(remedy))));
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

  private void choose(ImageSize size) {
    compose.format().choose(size);
  }

  private void choose(int steps) {
    compose.way().steps().set(Math.min(steps, compose.way().steps().get()));
  }

  private void draw(Job job, ImageSize size) {
    if (job.pictures().get(job.done()).size().equals(compose.size().get())) {
      choose(size);
    }
    again(
        job,
        request ->
            new GenerationRequest(
                request.prompt(),
                request.model(),
                size,
                request.sampling(),
                request.seeding(),
                request.source()));
  }

  private void take(Job job, int steps) {
    choose(steps);
    again(
        job,
        request ->
            request.withSampling(
                request.sampling().withSteps(Math.min(steps, request.sampling().steps()))));
  }

  /**
   * Lines up what the failed job left undone, before what waits. What is typed now is left alone,
   * and so is a job that is being edited.
   */
  private void again(Job job, UnaryOperator<GenerationRequest> change) {
    List<GenerationRequest> undone = job.pictures().stream().skip(job.done()).map(change).toList();
    line.commands().again(job, like(job.draft(), undone.get(0)), undone);
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
