package io.github.easel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.model.DiffusersFolder;
import io.github.easel.model.TinyCheckpoint;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparingEngineTest {

  private static final Shape LATENTS = Shape.of(1, 4, 8, 8);
  private static final String IN = "latent_sample";
  private static final String OUT = "sample";

  private final OnnxEngine plain = OnnxEngine.on(DeviceChoice.CPU);
  private final Path folder;
  private final Path model;
  private final PreparedNetworks prepared;
  private int told;

  PreparingEngineTest(@TempDir Path temporary) throws IOException {
    folder = temporary.resolve("prepared");
    prepared = new PreparedNetworks(folder, () -> Long.MAX_VALUE);
    model = TinyCheckpoint.folder(temporary.resolve("a model"));
  }

  @Test
  void theSecondStartFindsWhatTheFirstMade() {
    float[] expected = decoded(plain);
    assertThat(decoded(engine(0))).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
    assertThat(told).isEqualTo(1);
    assertThat(prepared.all()).hasSize(1);
    assertThat(decoded(engine(0))).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
    assertThat(told).isEqualTo(1);
  }

  @Test
  void smallNetworksAreOpenedAsTheyAre() {
    decoded(engine(Long.MAX_VALUE));
    assertThat(told).isZero();
    assertThat(prepared.all()).isEmpty();
  }

  @Test
  void whatIsDamagedIsMadeAgain() throws IOException {
    float[] expected = decoded(engine(0));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThat(decoded(engine(0))).usingComparatorWithPrecision(1e-5f).containsExactly(expected);
    assertThat(told).isEqualTo(2);
  }

  @Test
  void otherWeightsAreMadeReadyAnew() throws IOException {
    decoded(engine(0));
    Path weights = model.resolve("vae").resolve("diffusion_pytorch_model.safetensors");
    Files.setLastModifiedTime(weights, FileTime.from(Instant.now().plusSeconds(60)));
    decoded(engine(0));
    assertThat(told).isEqualTo(2);
  }

  @Test
  void drawsWhereNothingCanBeKept() throws IOException {
    Files.writeString(folder, "a file in the place of the folder");
    assertThat(decoded(engine(0)))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(decoded(plain));
  }

  private Engine engine(long least) {
    return new PreparingEngine(plain, prepared, () -> told++, least);
  }

  private float[] decoded(Engine engine) {
    try (Session session = new DiffusersFolder(model).openImageDecoder(engine);
        BoundRun run =
            session.bind(
                Map.of(IN, LATENTS), Map.of(OUT, session.measure(Map.of(IN, LATENTS), OUT)))) {
      FloatTensor latents = run.input(IN);
      for (int i = 0; i < latents.size(); i++) {
        latents.set(i, (float) Math.sin(i));
      }
      run.execute(new Cancellation());
      return run.output(OUT).toArray();
    }
  }
}
