package io.github.easel.pipeline;

import io.github.easel.network.Activation;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.ClipConfig;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.UNet;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetConfig.Level;
import io.github.easel.network.UNetConfig.Micro;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tokenizer.TinyVocabulary;
import io.github.easel.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes diffusers folders of the smallest networks of a family, with random weights. */
final class RandomModel {

  /** Of the words that {@link TinyVocabulary} knows. */
  private static final int VOCABULARY = 520;

  private static final int WIDTH = 16;
  private static final int LAYERS = 3;
  private static final int CHANNELS = 32;
  private static final int NUMBER_WIDTH = 8;
  private static final String TEXT =
      """
      {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 3, "hidden_act": "gelu",
       "num_attention_heads": 2, "projection_dim": 16, "vocab_size": 520, "eos_token_id": 519}
      """;

  private final Path root;
  private final Random random = new Random(20230704);

  private RandomModel(Path root) {
    this.root = root;
  }

  /** Stable Diffusion XL. */
  static Path xl(Path root) throws IOException {
    RandomModel model = new RandomModel(root);
    model.text("text_encoder", false);
    model.text("text_encoder_2", true);
    model.unet(4, 2 * WIDTH, 0, new Micro(6, NUMBER_WIDTH, WIDTH));
    return model.finish("{\"force_zeros_for_empty_prompt\": true}");
  }

  /** The refiner of Stable Diffusion XL. */
  static Path refiner(Path root) throws IOException {
    RandomModel model = new RandomModel(root);
    model.text("text_encoder_2", true);
    model.unet(4, WIDTH, 0, new Micro(5, NUMBER_WIDTH, WIDTH));
    return model.finish(
        "{\"force_zeros_for_empty_prompt\": false, \"requires_aesthetics_score\": true}");
  }

  /** A latent consistency model of the shapes of Stable Diffusion 1. */
  static Path consistent(Path root) throws IOException {
    RandomModel model = new RandomModel(root);
    model.text("text_encoder", false);
    model.unet(4, WIDTH, 16, Micro.NONE);
    return model.finish("{}");
  }

  /** A model of the shapes of Stable Diffusion 1 that changes pictures. */
  static Path editing(Path root) throws IOException {
    RandomModel model = new RandomModel(root);
    model.text("text_encoder", false);
    model.unet(8, WIDTH, 0, Micro.NONE);
    return model.finish("{}");
  }

  private void text(String name, boolean projected) throws IOException {
    ClipConfig config = new ClipConfig(WIDTH, 32, LAYERS, 2, Activation.GELU, 1e-5, WIDTH);
    write(
        name,
        TEXT,
        "model.safetensors",
        new ClipTextEncoder(config, VOCABULARY, 77, VOCABULARY - 1, 0, true, projected));
  }

  private void unet(int channels, int context, int guidance, Micro micro) throws IOException {
    List<Level> levels =
        List.of(new Level(CHANNELS, 1, 0, 0, 1), new Level(2 * CHANNELS, 1, 1, 1, 4));
    String json =
        """
        {"in_channels": %d, "cross_attention_dim": %d, "block_out_channels": [32, 64],
         "down_block_types": ["DownBlock2D", "CrossAttnDownBlock2D"], "layers_per_block": 1,
         "up_block_types": ["CrossAttnUpBlock2D", "UpBlock2D"], "attention_head_dim": [1, 4],
         "sample_size": 8, "time_cond_proj_dim": %s%s}
        """
            .formatted(
                channels,
                context,
                guidance == 0 ? "null" : Integer.toString(guidance),
                micro.numbers() == 0
                    ? ""
                    : """
                    , "addition_embed_type": "text_time", "addition_time_embed_dim": %d,
                    "projection_class_embeddings_input_dim": %d
                    """
                        .formatted(
                            micro.width(), micro.pooledWidth() + micro.numbers() * micro.width()));
    UNetConfig config =
        new UNetConfig(channels, 4, levels, 1, context, 32, 1e-5, true, 0, guidance, micro);
    write("unet", json, "diffusion_pytorch_model.safetensors", new UNet(config));
  }

  private Path finish(String index) throws IOException {
    AutoencoderConfig config =
        new AutoencoderConfig(3, 4, List.of(CHANNELS, CHANNELS), 1, 32, true, true, true);
    write(
        "vae",
        """
        {"block_out_channels": [32, 32], "layers_per_block": 1, "latent_channels": 4,
         "scaling_factor": 0.13025}
        """,
        "diffusion_pytorch_model.safetensors",
        new AutoencoderEncoder(config),
        new AutoencoderDecoder(config));
    Files.writeString(root.resolve("model_index.json"), index);
    Path scheduler = Files.createDirectories(root.resolve("scheduler"));
    Files.writeString(
        scheduler.resolve("scheduler_config.json"),
        """
        {"_class_name": "EulerDiscreteScheduler", "beta_start": 0.00085, "beta_end": 0.012,
         "beta_schedule": "scaled_linear", "steps_offset": 1, "timestep_spacing": "leading"}
        """);
    TinyVocabulary.write(Files.createDirectories(root.resolve("tokenizer")));
    return root;
  }

  private void write(String name, String json, String file, Network... networks)
      throws IOException {
    Path folder = Files.createDirectories(root.resolve(name));
    Files.writeString(folder.resolve("config.json"), json);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (Network network : networks) {
      for (Parameter parameter : Parameters.of(network)) {
        tensors.put(parameter.name(), random(parameter));
      }
    }
    SafetensorsWriter.write(tensors, folder.resolve(file));
  }

  private FloatTensor random(Parameter parameter) {
    FloatTensor tensor = FloatTensor.zeros(parameter.shape());
    boolean matrix = parameter.shape().rank() > 1;
    double scale = matrix ? Math.sqrt((double) parameter.shape().axis(0) / tensor.size()) : 0.1;
    boolean norm = parameter.name().contains("norm") && parameter.name().endsWith("weight");
    for (int i = 0; i < tensor.size(); i++) {
      tensor.set(i, (float) (random.nextGaussian() * scale + (norm ? 1 : 0)));
    }
    return tensor;
  }
}
