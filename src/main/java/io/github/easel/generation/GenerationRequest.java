package io.github.easel.generation;

import java.util.Optional;

/**
 * Everything that decides one picture. The same request on the same device gives the same pixels.
 *
 * @param prompt the words
 * @param model the model's name as the catalogue lists it, or the path of its folder
 * @param size pixels
 * @param sampling sampler, schedule, steps, guidance
 * @param seeding the noise to begin with
 * @param source the picture to begin with, if any
 */
public record GenerationRequest(
    Prompt prompt,
    String model,
    ImageSize size,
    Sampling sampling,
    Seeding seeding,
    Optional<Source> source) {

  /** A request that begins with noise alone. */
  public GenerationRequest(
      Prompt prompt, String model, ImageSize size, Sampling sampling, Seeding seeding) {
    this(prompt, model, size, sampling, seeding, Optional.empty());
  }

  /** A request with a plain seed of torch's CPU generator, 0 to 2^63-1. */
  public GenerationRequest(
      Prompt prompt, String model, ImageSize size, Sampling sampling, long seed) {
    this(prompt, model, size, sampling, Seeding.of(seed));
  }

  /** The seed, 0 to 2^63-1. */
  public long seed() {
    return seeding.seed();
  }

  /** How many of the sampling's steps are drawn; all of them without a source. */
  public int drawnSteps() {
    return source.map(begin -> begin.drawnSteps(sampling.steps())).orElse(sampling.steps());
  }

  /** The same request with another seed. */
  public GenerationRequest withSeed(long other) {
    return withSeeding(seeding.withSeed(other));
  }

  /** The same request with other noise to begin with. */
  public GenerationRequest withSeeding(Seeding other) {
    return new GenerationRequest(prompt, model, size, sampling, other, source);
  }

  /** The same request with other words. */
  public GenerationRequest withPrompt(Prompt other) {
    return new GenerationRequest(other, model, size, sampling, seeding, source);
  }

  /** The same request with another sampler, schedule, steps or guidance. */
  public GenerationRequest withSampling(Sampling other) {
    return new GenerationRequest(prompt, model, size, other, seeding, source);
  }

  /** The same request with another picture to begin with, or none. */
  public GenerationRequest withSource(Optional<Source> other) {
    return new GenerationRequest(prompt, model, size, sampling, seeding, other);
  }
}
