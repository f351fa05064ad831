package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.model.ModelPackage;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.MemoryPlan;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Encodes pictures. The image encoder is opened when a model gets its first one. The last answer is
 * kept, of a whole picture and of a masked one, since pictures of several seeds begin with one
 * source.
 */
final class SourceEncoder implements AutoCloseable {

  private final Engine engine;
  private final ModelPackage model;
  private final int factor;
  private final Supplier<MemoryPlan> plan;
  private @Nullable ImageEncoder encoder;
  private @Nullable Encoded whole;
  private @Nullable Encoded masked;

  private record Encoded(PixelImage image, Optional<Mask> hidden, Posterior posterior) {

    boolean isOf(PixelImage other, Optional<Mask> mask) {
      return image.equals(other) && hidden.equals(mask);
    }
  }

  /**
   * @param factor pixels to a latent cell
   * @param plan as of now
   */
  SourceEncoder(Engine engine, ModelPackage model, int factor, Supplier<MemoryPlan> plan) {
    this.plan = plan;
    this.engine = engine;
    this.model = model;
    this.factor = factor;
  }

  /**
   * The picture's latents, not yet drawn and not yet scaled.
   *
   * @param image in the size that is drawn
   * @param hidden what is not to be seen of it, as of {@link ImageEncoder#encode}
   * @throws GenerationException {@link Failure#NO_IMAGE_ENCODER}; {@code MODEL_...} if the encoder
   *     cannot be used
   */
  Posterior posterior(PixelImage image, Optional<Mask> hidden, Cancellation cancellation) {
    ImageEncoder ready = opened();
    Encoded known = hidden.isPresent() ? masked : whole;
    if (known != null && known.isOf(image, hidden)) {
      return known.posterior();
    }
    Posterior posterior = ready.encode(image, hidden, plan.get(), cancellation);
    // Noise of no seed must differ from picture to picture.
    Encoded answer = posterior.seeded() ? new Encoded(image, hidden, posterior) : null;
    if (hidden.isPresent()) {
      masked = answer;
    } else {
      whole = answer;
    }
    return posterior;
  }

  private ImageEncoder opened() {
    ImageEncoder opened = encoder;
    if (opened == null) {
      opened = new ImageEncoder(model.openImageEncoder(engine), factor);
      encoder = opened;
    }
    return opened;
  }

  /** Lets go of the encoder's memory until a picture is next asked for. */
  void rest() {
    if (encoder != null) {
      encoder.rest();
    }
  }

  @Override
  public void close() {
    if (encoder != null) {
      encoder.close();
    }
  }
}
