package io.github.easel.ui.queue;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Progress;
import io.github.easel.generation.Source;
import io.github.easel.generation.Stage;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long pictures take, learnt from those that were made. A step costs as its picture has pixels,
 * twice that with guidance; what one costs differs by model. Thread-safe.
 */
final class Pace {

  /** How much the newest picture weighs against those before. */
  private static final double NEWEST = 0.5;

  private final Map<String, Double> secondsOfModel = new HashMap<>();
  private double secondsOfLast = Double.NaN;

  /** A picture was made in so many seconds. */
  synchronized void learn(GenerationRequest request, double seconds) {
    double now = seconds / cost(request);
    secondsOfLast = now;
    secondsOfModel.merge(request.model(), now, (old, last) -> (1 - NEWEST) * old + NEWEST * last);
  }

  /**
   * The seconds that a picture takes; those of another model if none was made with its own, and
   * nothing before the first picture.
   */
  synchronized OptionalDouble of(GenerationRequest request) {
    double seconds = secondsOfModel.getOrDefault(request.model(), secondsOfLast);
    return Double.isNaN(seconds)
        ? OptionalDouble.empty()
        : OptionalDouble.of(seconds * cost(request));
  }

  /** The seconds that are left of a picture that is so far; of the first one as its steps tell. */
  synchronized OptionalDouble left(GenerationRequest request, Progress progress) {
    if (progress.stage() == Stage.SAMPLING && progress.secondsPerStep() > 0) {
      if (Double.isNaN(secondsOfLast)) {
        secondsOfLast = progress.secondsPerStep() * progress.steps() / cost(request);
      }
      return OptionalDouble.of(progress.secondsLeft());
    }
    return progress.stage() == Stage.DECODING ? OptionalDouble.of(0) : of(request);
  }

  private static double cost(GenerationRequest request) {
    int steps = request.sampling().steps();
    int drawn = request.source().map((Source source) -> source.drawnSteps(steps)).orElse(steps);
    return drawn
        * (double) request.size().width()
        * request.size().height()
        * (request.sampling().guided() ? 2 : 1);
  }
}
