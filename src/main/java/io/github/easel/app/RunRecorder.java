package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Stage;
import io.github.easel.generation.StepDetail;
import io.github.easel.generation.StepLatents;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the steps of one generation, and hands them over when the sampling is done. What goes wrong
 * with that costs the run and never the picture.
 */
final class RunRecorder implements ProgressListener {

  private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

  private final GenerationRequest request;
  private final ProgressListener next;
  private final long mostBytes;
  private final Consumer<RecordedRun> finished;
  private final List<StepDetail> steps = new ArrayList<>();
  private boolean dropped;

  /**
   * A recorder for one generation.
   *
   * @param next is told everything, too
   * @param mostBytes memory for all latents of the run
   * @param finished receives the run
   */
  RunRecorder(
      GenerationRequest request,
      ProgressListener next,
      long mostBytes,
      Consumer<RecordedRun> finished) {
    this.request = request;
    this.next = next;
    this.mostBytes = mostBytes;
    this.finished = finished;
  }

  @Override
  public boolean wantsDetails() {
    return true;
  }

  @Override
  public void onDetail(StepDetail detail) {
    attempt(() -> keep(detail));
    if (next.wantsDetails()) {
      next.onDetail(detail);
    }
  }

  private void keep(StepDetail detail) {
    long bytes = bytes(detail) * detail.steps();
    long stride = Math.max(1, (bytes + mostBytes - 1) / mostBytes);
    if ((detail.step() - 1) % stride == 0 || detail.step() == detail.steps()) {
      steps.add(copy(detail));
    }
  }

  /** Does it unless the run was given up, and gives the run up if it fails. */
  private void attempt(Runnable recording) {
    if (dropped) {
      return;
    }
    try {
      recording.run();
    } catch (RuntimeException | OutOfMemoryError e) {
      dropped = true;
      steps.clear();
      if (e instanceof GenerationException named && named.failure() == Failure.CANCELLED) {
        throw named;
      }
      LOG.warn("the steps of a picture cannot be kept", e);
    }
  }

  @Override
  public void on(Progress progress) {
    if (progress.stage() == Stage.DECODING && !steps.isEmpty()) {
      attempt(() -> finished.accept(new RecordedRun(request, steps)));
      steps.clear();
    }
    next.on(progress);
  }

  @Override
  public void onLatents(StepLatents latents) {
    next.onLatents(latents);
  }

  @Override
  public PreviewWish previews() {
    return next.previews();
  }

  @Override
  public void onPreview(Preview preview) {
    next.onPreview(preview);
  }

  private static long bytes(StepDetail detail) {
    int kept = detail.guidance().isPresent() ? 4 : 2;
    return (long) kept * Float.BYTES * detail.clean().values().capacity();
  }

  private static StepDetail copy(StepDetail detail) {
    return new StepDetail(
        detail.step(),
        detail.steps(),
        detail.timestep(),
        detail.signal(),
        detail.noise(),
        copy(detail.noisy()),
        copy(detail.clean()),
        detail
            .guidance()
            .map(both -> new StepDetail.Guidance(copy(both.without()), copy(both.with()))));
  }

  private static StepLatents copy(StepLatents latents) {
    FloatBuffer copy = FloatBuffer.allocate(latents.values().capacity());
    copy.put(latents.values().duplicate().rewind()).rewind();
    return new StepLatents(
        latents.step(),
        latents.channels(),
        latents.height(),
        latents.width(),
        copy.asReadOnlyBuffer());
  }
}
