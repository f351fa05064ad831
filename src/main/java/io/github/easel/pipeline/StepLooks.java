package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.ProgressListener;
import io.github.easel.scheduler.Sampler;
import io.github.easel.tensor.FloatTensor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a listener that wants previews or details of one picture. Nothing is made before it is
 * asked for. What there is not enough memory for is not made, and the picture goes on.
 */
final class StepLooks implements StepWatch {

  private static final Logger LOG = LoggerFactory.getLogger(StepLooks.class);

  private final LoadedModel model;
  private final StepDetails details;
  private final ProgressListener listener;
  private final Cancellation cancellation;
  private final int firstCall;

  /** When the loop was last left to itself. */
  private long left = System.nanoTime();

  private @Nullable FloatTensor clean;

  /** Memory ran out over a look, so that there are no more. */
  private boolean blind;

  /**
   * Looks at one picture's way.
   *
   * @param firstCall the call that the run begins with
   */
  StepLooks(
      LoadedModel model,
      Conditioning conditioning,
      ProgressListener listener,
      Cancellation cancellation,
      int firstCall) {
    this.model = model;
    details = new StepDetails(conditioning, firstCall);
    this.listener = listener;
    this.cancellation = cancellation;
    this.firstCall = firstCall;
  }

  @Override
  public void see(
      Sampler sampler, int call, FloatTensor latents, FloatTensor prediction, FloatTensor guided) {
    long stepNanos = System.nanoTime() - left;
    boolean detail = listener.wantsDetails();
    PreviewWish wish = listener.previews();
    int step = call - firstCall + 1;
    boolean preview = wish.kind() != PreviewWish.Kind.OFF && step % wish.every() == 0;
    if ((preview || detail) && !blind) {
      sparingly(
          () -> {
            FloatTensor predicted = room(latents);
            sampler.predictClean(call, guided, latents, predicted);
            if (preview) {
              preview(step, predicted, wish.kind(), stepNanos);
            }
            if (detail) {
              listener.onDetail(details.of(sampler, call, latents, prediction, predicted));
            }
          });
    }
    left = System.nanoTime();
  }

  private FloatTensor room(FloatTensor latents) {
    FloatTensor predicted = clean;
    if (predicted == null) {
      predicted = FloatTensor.zeros(latents.shape());
      clean = predicted;
    }
    return predicted;
  }

  /** A picture must not be lost for a look at it. */
  private void sparingly(Runnable look) {
    try {
      look.run();
    } catch (OutOfMemoryError e) {
      giveUp(e);
    } catch (GenerationException e) {
      if (e.failure() != Failure.OUT_OF_MEMORY) {
        throw e;
      }
      giveUp(e);
    }
  }

  private void giveUp(Throwable reason) {
    LOG.warn("No more looks at this picture: there is not enough memory", reason);
    blind = true;
    clean = null;
  }

  private void preview(int step, FloatTensor predicted, PreviewWish.Kind kind, long stepNanos) {
    picture(predicted, kind, stepNanos)
        .ifPresent(image -> listener.onPreview(new Preview(step, image)));
  }

  /** Nothing where only a fast preview will do and the decoder gave no colours for one. */
  private Optional<PixelImage> picture(
      FloatTensor predicted, PreviewWish.Kind kind, long stepNanos) {
    boolean full = kind == PreviewWish.Kind.FULL;
    if (kind == PreviewWish.Kind.AUTO) {
      // the fit is a decoding, too, so that afterwards the decoder's pace is known
      model.colours(cancellation);
      full = affordable(model.decoder().expectedNanos(predicted.shape()), stepNanos);
    }
    return full
        ? Optional.of(model.decode(predicted, cancellation))
        : model
            .colours(cancellation)
            .map(colours -> colours.picture(StepDetails.tell(0, predicted)));
  }

  /** Whether a preview through the decoder may be made each step: it at most doubles the time. */
  static boolean affordable(double decodeNanos, long stepNanos) {
    return decodeNanos <= stepNanos;
  }
}
