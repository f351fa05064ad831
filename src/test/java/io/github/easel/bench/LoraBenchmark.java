package io.github.easel.bench;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.model.AdaptedWeights;
import io.github.easel.model.AdapterShelf;
import io.github.easel.model.DiffusersFolder;
import io.github.easel.model.LoraBlend;
import io.github.easel.model.LoraUse;
import io.github.easel.model.RandomModel;
import io.github.easel.model.TinyLora;
import io.github.easel.network.StableDiffusion;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.weights.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A LoRA for all attention of Stable Diffusion 1.5's UNet, with random weights: time to compute its
 * weights and to open the UNet with them, size of their file, memory. {@code
 * -Deasel.bench.model=DIR} keeps the model for the next time.
 */
class LoraBenchmark {

  @Test
  void change() throws IOException {
    Path folder =
        Path.of(System.getProperty("easel.bench.model", "target/bench-sd15")).toAbsolutePath();
    DataType type = DataType.valueOf(System.getProperty("easel.bench.type", "F16"));
    if (!Files.exists(folder.resolve("model_index.json"))) {
      RandomModel.write(StableDiffusion.v1(), 512, type, 1, folder, new Cancellation());
    }
    Path lora = folder.resolve("loras/some.safetensors");
    if (!Files.exists(lora)) {
      TinyLora.write(folder, lora, true, false, 1, 32);
    }
    DiffusersFolder model = new DiffusersFolder(folder);
    AdapterShelf shelf = new AdapterShelf(() -> List.of(folder));
    OnnxEngine engine =
        OnnxEngine.of(new EngineOptions(DeviceChoice.CPU, 2, EngineOptions.Memory.HIGH, false));
    for (double strength : new double[] {1, 0.5}) {
      long begin = System.nanoTime();
      LoraUse use = new LoraUse(shelf.find(AdapterKind.LORA, "some").orElseThrow(), strength, 0);
      LoraBlend blend = new LoraBlend(model, List.of(use));
      tell("match", begin);
      begin = System.nanoTime();
      try (AdaptedWeights weights =
          blend.weights(LoraBlend.Side.UNET, folder.resolve("work"), new Cancellation())) {
        tell("compute", begin);
        begin = System.nanoTime();
        try (Session session = model.with(weights).openUnet(engine)) {
          tell("open " + session.outputs().keySet(), begin);
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
