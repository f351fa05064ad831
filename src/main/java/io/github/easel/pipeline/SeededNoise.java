package io.github.easel.pipeline;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.random.CentredNoise;
import io.github.easel.random.NoiseSource;
import io.github.easel.random.NumpyRandom;
import io.github.easel.random.PhiloxRandom;
import io.github.easel.random.SphericalBlend;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;

/**
 * All the noise of one picture, in A1111's order: the first {@link #fill} gives the noise that the
 * picture begins with, the variation and the other size's noise in it; every further one goes on
 * with the noise of the steps.
 *
 * <ul>
 *   <li>The picture's own generator gives the noise of the picture's size, and then that of the
 *       steps.
 *   <li>A variation is drawn by a generator of its own from its seed, and so is the noise of
 *       another size: neither moves the picture's generator on.
 *   <li>A difference of seeds (ENSD) puts another generator, fresh, in the place of the picture's
 *       once the first noise is made.
 * </ul>
 */
final class SeededNoise implements NoiseSource {

  private final Seeding seeding;
  private final int factor;
  private NoiseSource source;
  private boolean begun;

  /**
   * The noise of one picture.
   *
   * @param factor pixels to one latent cell
   */
  SeededNoise(Seeding seeding, int factor) {
    this.seeding = seeding;
    this.factor = factor;
    source = generator(seeding.random(), seeding.seed());
  }

  /** A fresh generator. */
  static NoiseSource generator(RandomKind kind, long seed) {
    return switch (kind) {
      case TORCH_CPU -> new TorchCpuRandom(seed);
      case TORCH_CUDA -> new PhiloxRandom(seed);
      case NUMPY -> new NumpyRandom(seed);
    };
  }

  @Override
  public String name() {
    return seeding.random().label();
  }

  /**
   * Draws what a picture needs before its first noise: a source's latents, as in diffusers. Neither
   * the variation nor the other size has a part in it. It stays with the picture's own generator
   * when a difference of seeds puts another in its place.
   */
  NoiseSource beforehand() {
    NoiseSource own = source;
    return new NoiseSource() {
      @Override
      public void fill(FloatTensor noise) {
        own.fill(noise);
      }

      @Override
      public String name() {
        return SeededNoise.this.name();
      }
    };
  }

  @Override
  public void fill(FloatTensor noise) {
    if (begun) {
      source.fill(noise);
      return;
    }
    begun = true;
    first(noise);
    if (seeding.stepSeedDelta() != 0) {
      source = generator(seeding.random(), seeding.seed() + seeding.stepSeedDelta());
    }
  }

  private void first(FloatTensor noise) {
    source.fill(noise);
    Shape composed =
        seeding.resizedFrom().map(size -> cells(size, noise.shape())).orElse(noise.shape());
    if (composed.equals(noise.shape())) {
      noise.set(varied(noise));
      return;
    }
    FloatTensor middle = FloatTensor.zeros(composed);
    generator(seeding.random(), seeding.seed()).fill(middle);
    CentredNoise.lay(varied(middle), noise);
  }

  private FloatTensor varied(FloatTensor noise) {
    if (seeding.variation().isEmpty() || !seeding.variation().get().acts()) {
      return noise;
    }
    Variation variation = seeding.variation().get();
    FloatTensor other = FloatTensor.zeros(noise.shape());
    generator(seeding.random(), variation.seed()).fill(other);
    return SphericalBlend.of(noise, other, variation.strength());
  }

  private Shape cells(ImageSize size, Shape latents) {
    return Shape.of(
        latents.axis(0), latents.axis(1), size.height() / factor, size.width() / factor);
  }
}
