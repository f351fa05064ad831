package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.model.ScheduleConfigFile;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.EngineOptions.Memory;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.scheduler.Sampler;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From token ids to pixels against diffusers, with the model that the test resources hold. */
class MicroPipelineTest {

  private static final Golden GOLDEN = Golden.micro();
  private static final int TOKENS = 77;
  private static final double GUIDANCE = 7.5;
  private static final double SCALING_FACTOR = 0.18215;

  @ParameterizedTest
  @EnumSource
  void drawsAsDiffusersDoesHoweverSparing(Memory memory) {
    Engine engine = OnnxEngine.of(new EngineOptions(DeviceChoice.CPU, 1, memory, true));
    Cancellation never = new Cancellation();
    try (TextEncoder text = new TextEncoder(engine.open(graph("text_encoder")), TOKENS, 1);
        Denoiser denoiser =
            new Denoiser(engine.open(graph("unet")), new TextShape(TOKENS, text.width()));
        ImageDecoder decoder =
            new ImageDecoder(engine.open(graph("vae_decoder")), OptionalInt.empty())) {
      FloatTensor latents = FloatTensor.zeros(Shape.of(1, 4, 16, 16));
      TorchCpuRandom noise = new TorchCpuRandom(GOLDEN.json().path("seed").asLong());
      noise.fill(latents);
      assertThat(latents.toArray()).isEqualTo(GOLDEN.floats("txt2img.ddim.draw0").toArray());

      Sampler sampler =
          Samplers.create(
              new Sampling(SamplerKind.DDIM, 5, GUIDANCE),
              ScheduleConfigFile.read(
                  GOLDEN.folder().resolve("scheduler").resolve("scheduler_config.json")));
      SamplingLoop loop =
          new SamplingLoop(denoiser, new ImageSize(32, 32), GUIDANCE, ProgressListener.NONE, never);
      loop.run(
          sampler,
          0,
          Conditioning.of(Optional.of(states(text, 1)), states(text, 0)),
          latents,
          noise);

      FloatTensor steps = GOLDEN.floats("txt2img.ddim.step_latents");
      FloatTensor last = FloatTensor.zeros(latents.shape());
      last.copy(0, steps, 4 * last.size(), last.size());
      assertThat(Golden.greatestDifference(latents, last)).isLessThan(4e-4);
      assertThat(loop.denoiserSeconds()).isPositive();

      for (int i = 0; i < latents.size(); i++) {
        latents.set(i, latents.get(i) / (float) SCALING_FACTOR);
      }
      PixelImage image = decoder.decode(latents, never);
      byte[] rgb = image.rgb();
      FloatTensor expected = GOLDEN.floats("txt2img.ddim.image");
      for (int i = 0; i < rgb.length; i++) {
        assertThat((double) (rgb[i] & 255)).isCloseTo(255 * expected.get(i), within(1));
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double distance) {
    return org.assertj.core.data.Offset.offset(distance);
  }

  private static TextCondition states(TextEncoder text, int which) {
    int[] ids = GOLDEN.ints("text%d.te1.input_ids".formatted(which));
    return text.encode(ids, new Cancellation());
  }

  private static Path graph(String part) {
    return GOLDEN.folder().resolve(part).resolve("model.onnx");
  }
}
