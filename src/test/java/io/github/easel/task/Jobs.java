package io.github.easel.task;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Jobs for tests. */
public final class Jobs {

  private Jobs() {}

  public static GenerationRequest request(long seed) {
    return new GenerationRequest(
        Prompt.of("a cat"),
        "starter",
        new ImageSize(64, 64),
        new Sampling(SamplerKind.DDIM, 4, 5),
        seed);
  }

  /** A job of so many pictures, whose seeds count from the first. */
  public static Job of(long firstSeed, int pictures) {
    return new Job(UUID.randomUUID(), Draft.EMPTY, requests(firstSeed, pictures));
  }

  static List<GenerationRequest> requests(long firstSeed, int pictures) {
    return IntStream.range(0, pictures).mapToObj(i -> request(firstSeed + i)).toList();
  }

  public static GenerationResult result(GenerationRequest request) {
    return new GenerationResult(
        PixelImage.of(1, 1, new byte[3]),
        new Provenance(request, "starter", "", "torch-cpu", "none", "test"),
        new Timings(0, 0, 0, 0, 0),
        List.of());
  }
}
