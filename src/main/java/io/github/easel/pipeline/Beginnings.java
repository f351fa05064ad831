package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.image.Retouch;
import io.github.easel.random.NoiseSource;
import io.github.easel.scheduler.Sampler;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the latents that pictures begin with: noise alone, a source as noisy as its strength asks
 * for (img2img), or a source of which a part is painted anew (inpainting). Draws, mixes and holds
 * as diffusers' pipelines of these names do.
 */
final class Beginnings {

  private final LoadedModel model;

  /** The way of the last source: pictures of several seeds have the same. */
  private @Nullable Retouch last;

  Beginnings(LoadedModel model) {
    this.model = model;
  }

  /**
   * The beginning of one picture.
   *
   * @param noise drawn from in diffusers' order: the source's latents unless they are not needed,
   *     the picture's noise, the masked source's latents
   * @param latents zeros of the picture's shape, which it takes
   */
  Beginning of(
      GenerationRequest request,
      Sampler sampler,
      SeededNoise noise,
      FloatTensor latents,
      Cancellation cancellation) {
    int first = sampler.firstCall(request.sampling().steps() - request.drawnSteps());
    if (request.source().isEmpty()) {
      if (model.denoiser().edits()) {
        String name = model.source().name();
        throw new GenerationException(Failure.SOURCE_NEEDED, name + " changes pictures", name);
      }
      noise.fill(latents);
      scale(latents, sampler.initialNoiseSigma(), 0);
      Optional<FloatTensor> beside =
          model.denoiser().inpaints()
              ? Optional.of(
                  beside(unseen(request.size().width(), request.size().height(), cancellation)))
              : Optional.empty();
      return new Beginning(latents, first, StepHold.NONE, beside, Optional.empty(), List.of());
    }
    Source source = request.source().get();
    Retouch retouch = retouch(source, request.size());
    return new WithSource(source, retouch, sampler, noise, cancellation).begin(first, latents);
  }

  private Retouch retouch(Source source, ImageSize size) {
    Retouch known = last;
    if (known == null || !known.isOf(source, size)) {
      known = Retouch.of(source, size);
      last = known;
    }
    return known;
  }

  /** The latents of a picture of which nothing is seen, and a mask that marks all of it. */
  private Beside unseen(int width, int height, Cancellation cancellation) {
    byte[] all = new byte[width * height];
    Arrays.fill(all, (byte) 255);
    Mask mask = Mask.of(width, height, all);
    PixelImage image = PixelImage.of(width, height, new byte[3 * width * height]);
    Posterior posterior = model.sources().posterior(image, Optional.of(mask), cancellation);
    return new Beside(LatentMask.of(mask, model.decoder().factor()), posterior.mean().copy());
  }

  /**
   * What an inpainting model sees.
   *
   * @param latents not yet scaled
   */
  private record Beside(LatentMask mask, FloatTensor latents) {}

  private FloatTensor beside(Beside seen) {
    Shape cells = seen.latents().shape();
    toModel(seen.latents());
    FloatTensor mask = seen.mask().tensor();
    FloatTensor both =
        FloatTensor.zeros(Shape.of(1, 1 + cells.axis(1), cells.axis(2), cells.axis(3)));
    both.copy(0, mask, 0, mask.size());
    both.copy(mask.size(), seen.latents(), 0, seen.latents().size());
    return both;
  }

  /** From what the autoencoder gives to what the UNet knows. */
  private void toModel(FloatTensor latents) {
    double factor = model.settings().scalingFactor();
    scale(latents, factor, -model.settings().shiftFactor() * factor);
  }

  private static void scale(FloatTensor tensor, double factor, double shift) {
    float multiplier = (float) factor;
    float summand = (float) shift;
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, tensor.get(i) * multiplier + summand);
    }
  }

  /** The beginning of a picture with a source. */
  private final class WithSource {

    private final Source source;
    private final Retouch retouch;
    private final Sampler sampler;
    private final SeededNoise noise;
    private final Cancellation cancellation;
    private final boolean inpaints = model.denoiser().inpaints();
    private final boolean edits = model.denoiser().edits();
    private final Optional<LatentMask> mask;
    private boolean seeded = true;

    WithSource(
        Source source,
        Retouch retouch,
        Sampler sampler,
        SeededNoise noise,
        Cancellation cancellation) {
      this.source = source;
      this.retouch = retouch;
      this.sampler = sampler;
      this.noise = noise;
      this.cancellation = cancellation;
      mask = retouch.painted().map(marked -> LatentMask.of(marked, model.decoder().factor()));
    }

    Beginning begin(int first, FloatTensor latents) {
      NoiseSource before = noise.beforehand();
      boolean pure = pure();
      boolean unused = pure && (inpaints || (edits && mask.isEmpty()));
      Optional<FloatTensor> clean = unused ? Optional.empty() : Optional.of(clean(before));
      noise.fill(latents);
      FloatTensor fresh = latents.copy();
      scale(latents, source.manner().noise(), 0);
      if (pure) {
        scale(latents, sampler.initialNoiseSigma(), 0);
      } else {
        sampler.addNoise(first, underMask(clean.orElseThrow(), fresh), latents, latents);
      }
      Optional<FloatTensor> beside = beside(before);
      StepHold hold = StepHold.NONE;
      if (!inpaints && mask.isPresent()) {
        if (seeded) {
          // diffusers encodes the masked picture for every model, and so draws for it
          before.fill(FloatTensor.zeros(latents.shape()));
        }
        hold = holding(mask.get(), clean.orElseThrow(), fresh);
      }
      List<Notice> notices =
          seeded
              ? List.of()
              : List.of(new Notice(Notice.Kind.SOURCE_UNSEEDED, model.source().name()));
      return new Beginning(latents, first, hold, beside, Optional.of(retouch), notices);
    }

    /** The source's latents as they would be at the end of sampling. */
    private FloatTensor clean(NoiseSource before) {
      FloatTensor latents = sample(Optional.empty(), before);
      toModel(latents);
      return latents;
    }

    private FloatTensor sample(Optional<Mask> hidden, NoiseSource before) {
      Posterior posterior = model.sources().posterior(retouch.start(), hidden, cancellation);
      seeded &= posterior.seeded();
      return posterior.sample(before);
    }

    /**
     * At full strength nothing of what is painted over may shine through, unless it was filled to
     * give the colours. A model that changes pictures is shown the source at every step and needs
     * none of it in the noise.
     */
    private boolean pure() {
      return source.strength() == 1
          && source.repaint().map(repaint -> repaint.content() != UnderMask.FILL).orElse(edits);
    }

    private Optional<FloatTensor> beside(NoiseSource before) {
      if (edits) {
        return Optional.of(shown());
      }
      return inpaints ? Optional.of(seen(before)) : Optional.empty();
    }

    /** The source as a model that changes pictures sees it: neither drawn nor scaled. */
    private FloatTensor shown() {
      Posterior posterior =
          model.sources().posterior(retouch.start(), Optional.empty(), cancellation);
      seeded &= posterior.seeded();
      return posterior.mean().copy();
    }

    private FloatTensor underMask(FloatTensor clean, FloatTensor fresh) {
      UnderMask content =
          source.repaint().map(repaint -> repaint.content()).orElse(UnderMask.ORIGINAL);
      FloatTensor begun = clean.copy();
      if (content == UnderMask.NOISE) {
        mask.orElseThrow().copyPainted(fresh, begun);
      } else if (content == UnderMask.NOTHING) {
        mask.orElseThrow().copyPainted(FloatTensor.zeros(clean.shape()), begun);
      }
      return begun;
    }

    private FloatTensor seen(NoiseSource before) {
      PixelImage start = retouch.start();
      return Beginnings.this.beside(
          mask.map(marked -> new Beside(marked, sample(retouch.painted(), before)))
              .orElseGet(() -> unseen(start.width(), start.height(), cancellation)));
    }

    /** What is kept is as noisy after every step as the rest, and clean after the last. */
    private StepHold holding(LatentMask painted, FloatTensor clean, FloatTensor fresh) {
      FloatTensor noised = FloatTensor.zeros(clean.shape());
      return (run, call, latents) -> {
        if (call + 1 < run.calls()) {
          run.addNoise(call + 1, clean, fresh, noised);
          painted.copyKept(noised, latents);
        } else {
          painted.copyKept(clean, latents);
        }
      };
    }
  }
}
