package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.model.DiffusersFolder;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the loop takes beside the engine's work, counted and not timed: sessions, buffers, runs, and
 * the Java memory of a step.
 */
class StepCostTest {

  /** Latents of 4 x 16 x 16: a copy of them would be 4096 bytes. */
  private static final ImageSize SIZE = new ImageSize(32, 32);

  /**
   * What a step may allocate in Java, for progress and the like; it was 1500 when this was made.
   */
  private static final long MOST_BYTES = 2500;

  @TempDir Path folder;

  @Test
  void aPictureOpensNothingAndAStepIsOneRun() throws IOException {
    CountingEngine counting = new CountingEngine(OnnxEngine.on(DeviceChoice.CPU));
    try (DiffusionPipeline model = open(counting)) {
      assertThat(counting.opened).hasSize(4);
      draw(model, 3);
      Map<String, Integer> first = Map.copyOf(counting.bound);
      counting.runs.clear();

      draw(model, 7);

      assertThat(counting.opened).hasSize(4);
      assertThat(counting.bound).isEqualTo(first);
      assertThat(counting.runs).containsEntry("out_sample", 7).containsEntry("sample", 1);
      assertThat(counting.runs.values().stream().mapToInt(Integer::intValue).sum())
          .as("of the text encoders one run for each of two texts")
          .isEqualTo(7 + 1 + 4);
    }
  }

  @Test
  void aStepAllocatesLessThanItsLatents() throws IOException {
    CountingEngine counting = new CountingEngine(OnnxEngine.on(DeviceChoice.CPU));
    try (DiffusionPipeline model = open(counting)) {
      draw(model, 40); // classes are loaded and code is made
      long few = allocated(() -> draw(model, 10));
      long many = allocated(() -> draw(model, 110));
      assertThat((many - few) / 100).as("bytes a step").isLessThan(MOST_BYTES);
    }
  }

  private static long allocated(Runnable work) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private DiffusionPipeline open(CountingEngine counting) throws IOException {
    return new DiffusionPipeline(
        new LoadedModel(
            new DiffusersFolder(RandomModel.xl(folder)), counting.engine(), Optional.empty()),
        "test");
  }

  private static void draw(DiffusionPipeline model, int steps) {
    GenerationRequest request =
        new GenerationRequest(
            new Prompt("the cat", "dog"), "any", SIZE, new Sampling(SamplerKind.DDIM, steps, 5), 3);
    model.generate(request, progress -> {}, new Cancellation());
  }
}
