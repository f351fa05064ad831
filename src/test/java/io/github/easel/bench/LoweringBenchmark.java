package io.github.easel.bench;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.model.DiffusersFolder;
import io.github.easel.model.RandomModel;
import io.github.easel.network.StableDiffusion;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The UNet of Stable Diffusion 1.5 with random weights: time to open, time of a step at 512x512
 * with guidance, memory. {@code -Deasel.bench.model=DIR} keeps the model for the next time.
 */
class LoweringBenchmark {

  @Test
  void step() throws IOException {
    Path folder =
        Path.of(System.getProperty("easel.bench.model", "target/bench-sd15")).toAbsolutePath();
    DataType type = DataType.valueOf(System.getProperty("easel.bench.type", "F32"));
    if (!Files.exists(folder.resolve("model_index.json"))) {
      RandomModel.write(StableDiffusion.v1(), 512, type, 1, folder, new Cancellation());
    }
    OnnxEngine engine =
        OnnxEngine.of(new EngineOptions(DeviceChoice.CPU, 2, EngineOptions.Memory.HIGH, false));
    long begin = System.nanoTime();
    try (Session session = new DiffusersFolder(folder).openUnet(engine)) {
      tell("open", begin);
      try (BoundRun run =
          session.bind(
              Map.of(
                  "sample", Shape.of(2, 4, 64, 64),
                  "timestep", Shape.of(1),
                  "encoder_hidden_states", Shape.of(2, 77, 768)),
              Map.of("out_sample", Shape.of(2, 4, 64, 64)))) {
        for (int i = 0; i < 4; i++) {
          long step = System.nanoTime();
          run.fill("timestep", 500);
          run.execute(new Cancellation());
          tell("step " + i, step);
        }
      }
    }
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM") || line.startsWith("VmRSS") || line.startsWith("RssAnon")) {
        System.err.println(line);
      }
    }
  }

  private static void tell(String what, long begin) {
    System.err.printf("%s %.2f s%n", what, (System.nanoTime() - begin) / 1e9);
  }
}
