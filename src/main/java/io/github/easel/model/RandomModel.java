package io.github.easel.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.file.AtomicFile;
import io.github.easel.generation.Cancellation;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.StableDiffusion;
import io.github.easel.network.UNet;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.PlaceholderVocabulary;
import io.github.easel.weights.DataType;
import io.github.easel.weights.RandomWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a model of a real family's shapes with random weights, as a diffusers folder. Its pictures
 * mean nothing; what they cost is what the real model's cost.
 */
public final class RandomModel {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONFIG = "config.json";

  private final Path root;
  private final DataType type;
  private final Cancellation cancellation;
  private long seed;

  private RandomModel(Path root, DataType type, long seed, Cancellation cancellation) {
    this.root = root;
    this.type = type;
    this.seed = seed;
    this.cancellation = cancellation;
  }

  /**
   * Writes the folder.
   *
   * @param side of the square pictures that the family was trained for, in pixels
   * @param type of the weights: F32 or F16
   * @throws IOException if it cannot be written
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}
   */
  public static void write(
      StableDiffusion family,
      int side,
      DataType type,
      long seed,
      Path root,
      Cancellation cancellation)
      throws IOException {
    RandomModel model = new RandomModel(root, type, seed, cancellation);
    model.text("text_encoder", family.text());
    if (family.second().isPresent()) {
      model.text("text_encoder_2", family.second().get());
      PlaceholderVocabulary.write(
          folder(root.resolve("tokenizer_2")), family.second().get().vocabulary());
    }
    PlaceholderVocabulary.write(folder(root.resolve("tokenizer")), family.text().vocabulary());
    int factor = 1 << (family.autoencoder().channels().size() - 1);
    model.part(
        "unet",
        DiffusersJson.of(family.unet(), side / factor),
        "diffusion_pytorch_model.safetensors",
        UNet.strided(family.unet()));
    model.part(
        "vae",
        DiffusersJson.of(family.autoencoder()),
        "diffusion_pytorch_model.safetensors",
        new AutoencoderEncoder(family.autoencoder()),
        new AutoencoderDecoder(family.autoencoder()));
    model.json(folder(root.resolve("scheduler")).resolve("scheduler_config.json"), schedule());
    model.json(
        root.resolve("model_index.json"),
        JSON.createObjectNode().put("_class_name", "StableDiffusionPipeline"));
  }

  /** The schedule of all of Stable Diffusion (Rombach et al. 2022, released configuration). */
  private static ObjectNode schedule() {
    return JSON.createObjectNode()
        .put("_class_name", "DDIMScheduler")
        .put("num_train_timesteps", 1000)
        .put("beta_start", 0.00085)
        .put("beta_end", 0.012)
        .put("beta_schedule", "scaled_linear")
        .put("prediction_type", "epsilon")
        .put("set_alpha_to_one", false)
        .put("steps_offset", 1)
        .put("clip_sample", false);
  }

  private void text(String name, ClipTextEncoder encoder) throws IOException {
    part(name, DiffusersJson.of(encoder), "model.safetensors", encoder);
  }

  private void part(String name, ObjectNode config, String weights, Network... networks)
      throws IOException {
    Path folder = folder(root.resolve(name));
    json(folder.resolve(CONFIG), config);
    Map<String, Shape> shapes = new LinkedHashMap<>();
    for (Network network : networks) {
      for (Parameter parameter : Parameters.of(network)) {
        shapes.put(parameter.name(), parameter.shape());
      }
    }
    RandomWeights.write(shapes, type, seed++, folder.resolve(weights), cancellation);
  }

  private void json(Path file, ObjectNode json) throws IOException {
    byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    AtomicFile.write(file, out -> out.write(bytes));
  }

  private static Path folder(Path folder) throws IOException {
    AtomicFile.createFolder(folder);
    return folder;
  }
}
