package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.model.ModelFolder;
import io.github.easel.runtime.EngineOptions.Memory;
import io.github.easel.runtime.MemoryPlanner;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures whose networks take turns, drawn by the small model of the test resources. */
class MemoryTurnsTest {

  @TempDir static Path vocabulary;

  @BeforeAll
  static void write() throws IOException {
    TinyVocabulary.write(vocabulary);
  }

  @ParameterizedTest
  @EnumSource(
      value = Memory.class,
      names = {"MEDIUM", "LOW"})
  void turnsChangeNothingInThePicture(Memory wish) {
    try (DiffusionPipeline usual = pipeline(MemoryPlanner.roomy());
        DiffusionPipeline sparing = pipeline(new MemoryPlanner(wish, 0))) {
      byte[] expected = draw(usual).image().rgb();
      assertThat(draw(sparing).image().rgb()).isEqualTo(expected);
      assertThat(draw(sparing).image().rgb()).isEqualTo(expected); // after all have rested
    }
  }

  @Test
  void aChoiceOfThePlannersIsToldOnce() {
    try (DiffusionPipeline tight = pipeline(new MemoryPlanner(Memory.AUTO, 1))) {
      assertThat(draw(tight).notices())
          .extracting(Notice::kind)
          .contains(Notice.Kind.MEMORY_SMALL_TILES);
      assertThat(draw(tight).notices())
          .extracting(Notice::kind)
          .doesNotContain(Notice.Kind.MEMORY_SMALL_TILES);
    }
  }

  @Test
  void steppingDownEndsAndStillDraws() {
    try (DiffusionPipeline pipeline = pipeline(MemoryPlanner.roomy())) {
      assertThat(pipeline.stepDown()).as("before the first picture").isFalse();
      byte[] expected = draw(pipeline).image().rgb();
      assertThat(pipeline.stepDown()).isTrue();
      assertThat(draw(pipeline).image().rgb()).isEqualTo(expected);
      int more = 0;
      while (pipeline.stepDown()) {
        draw(pipeline);
        assertThat(++more).isLessThan(5);
      }
    }
  }

  private static DiffusionPipeline pipeline(MemoryPlanner planner) {
    LoadedModel model =
        new LoadedModel(
            ModelFolder.at(Golden.micro().folder()),
            OnnxEngine.on(DeviceChoice.CPU),
            Optional.of(vocabulary),
            planner);
    return new DiffusionPipeline(model, "test");
  }

  private static GenerationResult draw(DiffusionPipeline pipeline) {
    return pipeline.generate(
        new GenerationRequest(
            Prompt.of("a"),
            "micro",
            new ImageSize(32, 32),
            new Sampling(SamplerKind.DDIM, 3, 5),
            1),
        progress -> {},
        new Cancellation());
  }
}
