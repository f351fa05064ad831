package io.github.easel.app.paint;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Source;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Pictures that begin with the same picture at several strengths, from near to far. */
public final class Variations {

  /** How much of the picture changes, one strength a variation. */
  public static final List<Double> STRENGTHS = List.of(0.3, 0.5, 0.7);

  private Variations() {}

  /**
   * The request of one variation, with its own strength.
   *
   * @param request begins with a picture
   * @param index from 0
   */
  public static GenerationRequest variation(GenerationRequest request, int index) {
    return request.withSource(
        request.source().map(begin -> begin.withStrength(STRENGTHS.get(index))));
  }

  /**
   * All of them, with seeds that count on, so that each can be made again alone.
   *
   * @param how words and settings; what it began with itself does not matter
   */
  public static List<GenerationRequest> of(GenerationRequest how, Source begin) {
    GenerationRequest first = how.withSource(Optional.of(begin));
    return IntStream.range(0, STRENGTHS.size())
        .mapToObj(index -> variation(first.withSeed(first.seed() + index), index))
        .toList();
  }
}
