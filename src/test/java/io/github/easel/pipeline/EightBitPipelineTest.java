package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Economy;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.model.DiffusersFolder;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.PreparedNetworks;
import io.github.easel.runtime.PreparingEngine;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EightBitPipelineTest {

  private static final Engine PLAIN = OnnxEngine.on(DeviceChoice.CPU);

  @TempDir Path folder;
  private final List<Stage> stages = new ArrayList<>();
  private Path weights;
  private PreparedNetworks prepared;

  @BeforeEach
  void write() throws IOException {
    weights = RandomModel.xl(folder.resolve("model"));
    prepared = new PreparedNetworks(folder.resolve("prepared"), () -> Long.MAX_VALUE);
  }

  @Test
  void eightBitsComeNearAndFloatsComeBack() {
    try (DiffusionPipeline model = open(engine())) {
      byte[] exact = draw(model, false);
      byte[] fast = draw(model, true);

      assertThat(prepared.all()).hasSize(1);
      assertThat(stages).contains(Stage.PREPARING);
      assertThat(difference(exact, fast)).isBetween(1e-9, 12.0);
      assertThat(draw(model, true)).isEqualTo(fast);
      assertThat(draw(model, false)).isEqualTo(exact);
    }
  }

  @Test
  void whatWasMadeIsFoundAgain() {
    byte[] fast;
    try (DiffusionPipeline model = open(engine())) {
      fast = draw(model, true);
    }
    stages.clear();
    try (DiffusionPipeline model = open(engine())) {
      assertThat(draw(model, true)).isEqualTo(fast);
    }
    assertThat(stages).doesNotContain(Stage.PREPARING);
  }

  @Test
  void whatIsCancelledWhileMakingReadyLeavesNothing() {
    Cancellation cancellation = new Cancellation();
    ProgressListener stopping =
        progress -> {
          if (progress.stage() == Stage.PREPARING && progress.step() > 1) {
            cancellation.cancel();
          }
        };
    try (DiffusionPipeline model = open(engine())) {
      byte[] exact = draw(model, false);
      assertThatThrownBy(() -> model.generate(request(true), stopping, cancellation))
          .isInstanceOfSatisfying(
              GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
      assertThat(prepared.all()).isEmpty();
      assertThat(draw(model, false)).isEqualTo(exact);
    }
  }

  @Test
  void refusesWhereNothingCanBeKept() {
    try (DiffusionPipeline model = open(PLAIN)) {
      byte[] exact = draw(model, false);
      assertThatThrownBy(() -> draw(model, true))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.EIGHT_BITS_IMPOSSIBLE));
      assertThat(draw(model, false)).isEqualTo(exact);
    }
  }

  private Engine engine() {
    return new PreparingEngine(PLAIN, prepared, () -> {});
  }

  private DiffusionPipeline open(Engine engine) {
    return new DiffusionPipeline(
        new LoadedModel(new DiffusersFolder(weights), engine, Optional.empty()), "test");
  }

  private byte[] draw(DiffusionPipeline model, boolean eightBits) {
    return model
        .generate(request(eightBits), (Progress p) -> stages.add(p.stage()), new Cancellation())
        .image()
        .rgb();
  }

  private static GenerationRequest request(boolean eightBits) {
    Sampling sampling = new Sampling(SamplerKind.DDIM, 4, 3);
    return new GenerationRequest(
        Prompt.of("a cat"),
        "model",
        new ImageSize(64, 64),
        sampling.withEconomy(Economy.NONE.withEightBits(eightBits)),
        7);
  }

  private static double difference(byte[] a, byte[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
    }
    return sum / a.length;
  }
}
