package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.model.ModelPackages;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.StoredTensor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that are no numbers end in words and never in a black picture. */
class BrokenWeightsTest {

  @ParameterizedTest
  @CsvSource({"vae, decoder.conv_in.bias", "unet, conv_in.bias"})
  void areToldOf(String network, String tensor, @TempDir Path root) throws IOException {
    Path model = TinyCheckpoint.folder(root);
    Path file = model.resolve(network).resolve("diffusion_pytorch_model.safetensors");
    StoredTensor stored = Objects.requireNonNull(Safetensors.open(file).tensors().get(tensor));
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(stored.offset());
      bytes.write(new byte[] {0, 0, (byte) 0xC0, 0x7F}); // NaN as a 32-bit float
    }
    try (DiffusionPipeline pipeline =
        new DiffusionPipeline(
            new LoadedModel(
                ModelPackages.at(model),
                OnnxEngine.on(DeviceChoice.CPU),
                Optional.of(model.resolve("tokenizer"))),
            "test")) {
      GenerationRequest request =
          new GenerationRequest(
              new Prompt("a house", ""),
              "model",
              new ImageSize(32, 32),
              new Sampling(SamplerKind.EULER, 2, 5),
              11);
      assertThatThrownBy(
              () -> pipeline.generate(request, ProgressListener.NONE, new Cancellation()))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.WEIGHTS_NOT_FINITE);
                assertThat(e.details()).containsExactly(file.toString(), tensor);
              });
    }
  }
}
