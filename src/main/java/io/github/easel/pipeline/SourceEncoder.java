package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Source;
import io.github.easel.image.Resizing;
import io.github.easel.model.ModelFolder;
import io.github.easel.runtime.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Brings sources to a picture's size and encodes them. The image encoder is opened when a model
 * gets its first source. The last answer is kept, since pictures of several seeds begin with one
 * source.
 */
final class SourceEncoder implements AutoCloseable {

  private final Engine engine;
  private final ModelFolder folder;
  private final int factor;
  private @Nullable ImageEncoder encoder;
  private @Nullable Encoded last;

  private record Encoded(PixelImage image, Fit fit, ImageSize size, Posterior posterior) {

    boolean isOf(Source source, ImageSize wanted) {
      return fit == source.fit() && size.equals(wanted) && image.equals(source.image());
    }
  }

  /**
   * @param factor pixels to a latent cell
   */
  SourceEncoder(Engine engine, ModelFolder folder, int factor) {
    this.engine = engine;
    this.folder = folder;
    this.factor = factor;
  }

  /**
   * The source's latents, not yet drawn and not yet scaled.
   *
   * @throws GenerationException {@link Failure#NO_IMAGE_ENCODER}; {@code MODEL_...} if the encoder
   *     cannot be used
   */
  Posterior posterior(Source source, ImageSize size, Cancellation cancellation) {
    ImageEncoder ready = opened();
    Encoded known = last;
    if (known != null && known.isOf(source, size)) {
      return known.posterior();
    }
    last = null;
    PixelImage fitted = Resizing.fit(source.image().held(), size, source.fit());
    Posterior posterior = ready.encode(fitted, cancellation);
    // Noise of no seed must differ from picture to picture.
    if (posterior.seeded()) {
      last = new Encoded(source.image(), source.fit(), size, posterior);
    }
    return posterior;
  }

  private ImageEncoder opened() {
    ImageEncoder opened = encoder;
    if (opened == null) {
      opened =
          new ImageEncoder(
              engine,
              folder
                  .vaeEncoder()
                  .orElseThrow(
                      () ->
                          new GenerationException(
                              Failure.NO_IMAGE_ENCODER,
                              "no vae_encoder in " + folder.root(),
                              folder.name())),
              factor);
      encoder = opened;
    }
    return opened;
  }

  @Override
  public void close() {
    if (encoder != null) {
      encoder.close();
    }
  }
}
