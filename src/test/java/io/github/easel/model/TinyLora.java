package io.github.easel.model;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.StoredTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** LoRAs for the attention of small models in diffusers folders, with random numbers. */
public final class TinyLora {

  private static final int RANK = 2;

  private TinyLora() {}

  /**
   * Writes a LoRA for what attends: of the UNet, of the text encoder, or of both.
   *
   * @param model a diffusers folder
   * @param seed other numbers for another seed
   */
  public static Path write(Path model, Path file, boolean unet, boolean text, long seed)
      throws IOException {
    Map<String, FloatTensor> parts = new LinkedHashMap<>();
    Random random = new Random(seed);
    if (unet) {
      add(model.resolve("unet/diffusion_pytorch_model.safetensors"), "lora_unet_", random, parts);
    }
    if (text) {
      add(model.resolve("text_encoder/model.safetensors"), "lora_te_", random, parts);
    }
    Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
    SafetensorsWriter.write(parts, file);
    return file;
  }

  private static void add(
      Path weights, String prefix, Random random, Map<String, FloatTensor> parts) {
    for (StoredTensor tensor : Safetensors.open(weights).tensors().values()) {
      String name = tensor.name();
      if (name.matches(".*(attn|proj_in|proj_out).*\\.weight")) {
        String key = prefix + name.replaceFirst("\\.weight$", "").replace('.', '_');
        Shape shape = tensor.shape();
        boolean convolves = shape.rank() == 4;
        long in = shape.axis(1);
        long out = shape.axis(0);
        parts.put(
            key + ".lora_down.weight",
            random(convolves ? Shape.of(RANK, in, 1, 1) : Shape.of(RANK, in), random));
        parts.put(
            key + ".lora_up.weight",
            random(convolves ? Shape.of(out, RANK, 1, 1) : Shape.of(out, RANK), random));
        parts.put(key + ".alpha", FloatTensor.of(Shape.of(), 1));
      }
    }
  }

  private static FloatTensor random(Shape shape, Random random) {
    FloatTensor tensor = FloatTensor.zeros(shape);
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, (float) random.nextGaussian() * 0.2f);
    }
    return tensor;
  }
}
