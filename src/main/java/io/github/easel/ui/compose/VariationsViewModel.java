package io.github.easel.ui.compose;

import io.github.easel.app.DraftPlanner;
import io.github.easel.app.Services;
import io.github.easel.app.paint.Variations;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lines up variations of a picture, whatever is typed meanwhile. */
public final class VariationsViewModel {

  private final QueueViewModel line;
  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private @Nullable Services services;

  VariationsViewModel(
      QueueViewModel line, Workers workers, Consumer<GenerationException> onFailure) {
    this.line = line;
    this.workers = workers;
    this.onFailure = onFailure;
  }

  void open(Services opened) {
    services = opened;
  }

  /**
   * Keeps a copy of the picture and lines up one job of variations, with a new seed.
   *
   * @param how the picture's own words and settings
   * @param name what people call it
   */
  public void make(GenerationRequest how, PixelImage picture, String name) {
    Services asked = services;
    if (asked != null) {
      workers.files().execute(() -> plan(asked, reseeded(how), picture, name));
    }
  }

  private void plan(Services asked, GenerationRequest how, PixelImage picture, String name) {
    try {
      Path copy = asked.sources().keep(picture);
      Source begin = new Source(asked.sources().read(copy), name, strength(), Fit.CROP);
      List<GenerationRequest> pictures = Variations.of(how, begin);
      Draft draft = draft(how, new Draft.Start(copy.toString(), name, strength(), "crop"));
      workers.window().execute(() -> line.add(draft, pictures));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> onFailure.accept(reason));
    }
  }

  /** What a draft, which has one strength only, says of them all. */
  private static double strength() {
    return Variations.STRENGTHS.get(Variations.STRENGTHS.size() / 2);
  }

  private static GenerationRequest reseeded(GenerationRequest how) {
    Seeding before = how.seeding();
    long seed = ThreadLocalRandom.current().nextLong(DraftPlanner.LARGEST_NEW_SEED - 2);
    return how.withSeeding(
        new Seeding(
            seed, before.random(), Optional.empty(), Optional.empty(), before.stepSeedDelta()));
  }

  /** For whoever edits the job, or makes it twice: no seed was typed. */
  private static Draft draft(GenerationRequest how, Draft.Start start) {
    Prompt prompt = how.prompt();
    return new Draft(
        new Draft.Words(prompt.positive(), prompt.negative(), List.of(), false),
        how.model(),
        new Draft.Format(how.size().width(), how.size().height(), Variations.STRENGTHS.size()),
        new Draft.Way(
            how.sampling().sampler().label(),
            how.sampling().schedule().label(),
            how.sampling().steps(),
            how.sampling().guidanceScale(),
            prompt.reading().clipSkip(),
            SamplingViewModel.fineOf(how)),
        new Draft.Chance("", "", 0),
        start);
  }
}
