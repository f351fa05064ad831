package io.github.easel.app;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Notice;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Makes requests of what was typed and chosen, and checks all of it on the way. It reads files
 * (styles, wildcards, the picture to begin with), so no window should ask on its own thread.
 */
public interface DraftPlanner {

  /** Seeds that nobody typed lie from 0 to this one: enough, and still readable. */
  long LARGEST_NEW_SEED = 0xFFFF_FFFFL;

  /**
   * The pictures to make.
   *
   * @param pictures one request a picture, in their order
   * @param notices what the user should know, such as wildcards that are missing
   */
  record Plan(List<GenerationRequest> pictures, List<Notice> notices) {

    public Plan {
      pictures = List.copyOf(pictures);
      notices = List.copyOf(notices);
    }
  }

  /**
   * Plans a draft's pictures. Where a seed is not typed, a new one is taken; the pictures after the
   * first count on from it.
   *
   * @throws GenerationException {@code MODEL_...} for a model that cannot be used; {@link
   *     Failure#SIZE_UNSUITABLE}, {@link Failure#CLIP_SKIP_UNSUITABLE}, {@link
   *     Failure#SAMPLER_UNSUITABLE} for what does not suit it; {@link Failure#STYLE_NOT_FOUND};
   *     {@link Failure#FILE_UNREADABLE} for the picture to begin with or the user's styles; {@link
   *     Failure#TOO_MANY_PICTURES}; {@link Failure#VALUE_REFUSED} for anything else that no picture
   *     can be made with, such as a seed that is no number
   */
  Plan plan(Draft draft);

  /**
   * A planner that asks other services.
   *
   * @param newSeeds gives seeds that nobody typed, 0 or more
   */
  static DraftPlanner over(Services services, LongSupplier newSeeds) {
    return new LocalDraftPlanner(services, newSeeds);
  }
}
