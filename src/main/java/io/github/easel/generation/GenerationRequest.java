package io.github.easel.generation;

/**
 * Everything that decides one picture. The same request on the same device gives the same pixels.
 *
 * @param prompt the words
 * @param model the model's name as the catalogue lists it, or the path of its folder
 * @param size pixels
 * @param sampling sampler, steps, guidance
 * @param seed of torch's CPU generator, 0 to 2^63-1
 */
public record GenerationRequest(
    Prompt prompt, String model, ImageSize size, Sampling sampling, long seed) {

  public GenerationRequest {
    if (seed < 0) {
      throw new IllegalArgumentException("Seed %d: choose a number from 0 up.".formatted(seed));
    }
  }

  /** The same request with another seed. */
  public GenerationRequest withSeed(long other) {
    return new GenerationRequest(prompt, model, size, sampling, other);
  }
}
