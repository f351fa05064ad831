package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.generation.StepDetail;
import io.github.easel.generation.StepLatents;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunRecorderTest {

  private static final int CELLS = 4;
  private static final int STEPS = 10;

  /** Bytes of one step without guidance. */
  private static final int STEP_BYTES = 2 * 4 * CELLS;

  private static final GenerationRequest REQUEST =
      new GenerationRequest(
          Prompt.of("a cat"),
          "starter",
          new ImageSize(64, 64),
          new Sampling(SamplerKind.DDIM, STEPS, 1),
          1);

  private final List<RecordedRun> runs = new ArrayList<>();

  private RunRecorder recorder(long mostBytes, ProgressListener next) {
    return new RunRecorder(REQUEST, next, mostBytes, runs::add);
  }

  private static StepLatents latents(int step, float value) {
    return new StepLatents(step, 1, 2, 2, FloatBuffer.wrap(new float[] {value, 0, 0, 0}));
  }

  private static StepDetail detail(int step) {
    return new StepDetail(
        step,
        STEPS,
        1000 - step,
        0.6,
        0.8,
        latents(step, 1),
        latents(step, step),
        Optional.empty());
  }

  private static void draw(ProgressListener recorder) {
    for (int step = 1; step <= STEPS; step++) {
      recorder.onDetail(detail(step));
      recorder.on(new Progress(Stage.SAMPLING, step, STEPS, 1));
    }
    recorder.on(new Progress(Stage.DECODING, STEPS, STEPS, 0));
  }

  @Test
  void keepsEveryStepThatThereIsRoomFor() {
    draw(recorder(STEPS * STEP_BYTES, ProgressListener.NONE));
    assertThat(runs).hasSize(1);
    assertThat(runs.get(0).request()).isSameAs(REQUEST);
    assertThat(runs.get(0).steps()).hasSize(STEPS);
  }

  @Test
  void keepsEveryThirdStepAndTheLastWhereThereIsLittleRoom() {
    draw(recorder(STEPS * STEP_BYTES / 3 + 1, ProgressListener.NONE));
    assertThat(runs.get(0).steps()).extracting(StepDetail::step).containsExactly(1, 4, 7, 10);
  }

  @Test
  void copiesWhatTheLoopWillOverwrite() {
    RunRecorder recorder = recorder(1 << 20, ProgressListener.NONE);
    float[] own = {7, 0, 0, 0};
    StepLatents latents = new StepLatents(1, 1, 2, 2, FloatBuffer.wrap(own));
    StepDetail.Guidance guidance = new StepDetail.Guidance(latents, latents);
    recorder.onDetail(new StepDetail(1, 1, 999, 0, 1, latents, latents, Optional.of(guidance)));
    own[0] = 8;
    recorder.on(new Progress(Stage.DECODING, 1, 1, 0));
    StepDetail kept = runs.get(0).steps().get(0);
    assertThat(kept.clean().values().get(0)).isEqualTo(7);
    assertThat(kept.noisy().values().get(0)).isEqualTo(7);
    assertThat(kept.guidance().orElseThrow().with().values().get(0)).isEqualTo(7);
  }

  @Test
  void keepsNothingOfAPictureThatDoesNotEnd() {
    RunRecorder recorder = recorder(1 << 20, ProgressListener.NONE);
    recorder.onDetail(detail(1));
    recorder.on(new Progress(Stage.SAMPLING, 1, STEPS, 1));
    assertThat(runs).isEmpty();
  }

  /** A limit of no bytes at all makes the recorder fail by a division. */
  @Test
  void dropsTheRunAndNotThePictureWhenAStepCannotBeKept() {
    List<Integer> heard = new ArrayList<>();
    draw(recorder(0, progress -> heard.add(progress.step())));
    assertThat(heard).hasSize(STEPS + 1);
    assertThat(runs).isEmpty();
  }

  @Test
  void goesOnWhenTheRunCannotBeTaken() {
    List<Stage> heard = new ArrayList<>();
    ProgressListener next = progress -> heard.add(progress.stage());
    for (Throwable reason : List.of(new IllegalStateException("no"), new OutOfMemoryError("no"))) {
      draw(new RunRecorder(REQUEST, next, 1 << 20, run -> fail(reason)));
    }
    assertThat(heard).filteredOn(Stage.DECODING::equals).hasSize(2);
  }

  private static void fail(Throwable reason) {
    if (reason instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) reason;
  }

  @Test
  void letsACancellationThrough() {
    GenerationException cancelled = new GenerationException(Failure.CANCELLED, "cancelled");
    RunRecorder recorder =
        new RunRecorder(REQUEST, ProgressListener.NONE, 1 << 20, run -> fail(cancelled));
    assertThatThrownBy(() -> draw(recorder)).isSameAs(cancelled);
  }

  @Test
  void passesEverythingOn() {
    List<String> heard = new ArrayList<>();
    ProgressListener next =
        new ProgressListener() {
          @Override
          public void on(Progress progress) {
            heard.add("progress");
          }

          @Override
          public void onLatents(StepLatents latents) {
            heard.add("latents");
          }

          @Override
          public PreviewWish previews() {
            return new PreviewWish(PreviewWish.Kind.AUTO, 3);
          }

          @Override
          public void onPreview(Preview preview) {
            heard.add("preview");
          }

          @Override
          public boolean wantsDetails() {
            return true;
          }

          @Override
          public void onDetail(StepDetail detail) {
            heard.add("detail");
          }
        };
    RunRecorder recorder = recorder(1 << 20, next);
    recorder.onLatents(latents(1, 0));
    recorder.onPreview(new Preview(1, PixelImage.of(1, 1, new byte[3])));
    recorder.onDetail(detail(1));
    recorder.on(new Progress(Stage.SAMPLING, 1, 1, 1));
    assertThat(heard).containsExactly("latents", "preview", "detail", "progress");
    assertThat(recorder.previews().every()).isEqualTo(3);
    assertThat(recorder.wantsDetails()).isTrue();
  }
}
