package io.github.easel.model;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Activation;
import io.github.easel.network.AutoencoderConfig;
import io.github.easel.network.ClipConfig;
import io.github.easel.network.ClipTextEncoder;
import io.github.easel.network.StableDiffusion;
import io.github.easel.network.UNetConfig;
import io.github.easel.network.UNetConfig.Level;
import io.github.easel.network.UNetConfig.Micro;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.DataType;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.TensorValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A model of small but usual shapes with random weights: as a diffusers folder, and the same
 * weights in one file under the names of latent-diffusion's code base.
 */
public final class TinyCheckpoint {

  private static final int BLOCKS = 1;
  private static final int LEVELS = 2;

  private TinyCheckpoint() {}

  /** Writes the folder of a model with one text encoder. */
  public static Path folder(Path root) throws IOException {
    return write(root, Optional.empty(), 128, Micro.NONE);
  }

  /** Writes the folder of a model with two, as Stable Diffusion XL. */
  public static Path folderOfTwo(Path root) throws IOException {
    return write(root, Optional.of(text(64, 64)), 192, new Micro(6, 8, 64));
  }

  private static ClipTextEncoder text(int width, int projection) {
    ClipConfig config = new ClipConfig(width, 256, 2, 2, Activation.GELU, 1e-5, projection);
    return new ClipTextEncoder(config, 600, 77, -1, 0, projection == 0, projection > 0);
  }

  private static Path write(Path root, Optional<ClipTextEncoder> second, int context, Micro micro)
      throws IOException {
    StableDiffusion family =
        new StableDiffusion(
            text(128, 0),
            second,
            new UNetConfig(
                4,
                4,
                List.of(new Level(32, BLOCKS, 1, 1, 8), new Level(64, BLOCKS, 0, 0, 8)),
                1,
                context,
                32,
                1e-5,
                true,
                0,
                0,
                micro),
            new AutoencoderConfig(3, 4, List.of(32, 64), BLOCKS, 32, true, true, true));
    RandomModel.write(family, 64, DataType.F32, 7, root, new Cancellation());
    return root;
  }

  /** The tensors of a folder under the names of single files. */
  public static Map<String, FloatTensor> tensors(Path folder) {
    Map<String, FloatTensor> all = new LinkedHashMap<>();
    boolean two = Files.isDirectory(folder.resolve("text_encoder_2"));
    String first = two ? "conditioner.embedders.0.transformer." : "cond_stage_model.transformer.";
    weights(folder, "text_encoder/model").forEach((name, tensor) -> all.put(first + name, tensor));
    if (two) {
      openClip(weights(folder, "text_encoder_2/model"))
          .forEach((name, tensor) -> all.put("conditioner.embedders.1.model." + name, tensor));
    }
    weights(folder, "unet/diffusion_pytorch_model")
        .forEach(
            (name, tensor) ->
                all.put("model.diffusion_model." + unet(name), pointwise(name, tensor)));
    weights(folder, "vae/diffusion_pytorch_model")
        .forEach(
            (name, tensor) -> all.put("first_stage_model." + vae(name), pointwise(name, tensor)));
    return all;
  }

  /** Writes a folder's weights as one file. */
  public static Path file(Path folder, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    SafetensorsWriter.write(tensors(folder), file);
    return file;
  }

  private static Map<String, FloatTensor> weights(Path folder, String name) {
    Map<String, FloatTensor> read = new LinkedHashMap<>();
    Safetensors.open(folder.resolve(name + ".safetensors"))
        .tensors()
        .forEach((key, tensor) -> read.put(key, TensorValues.read(tensor)));
    return read;
  }

  private static String unet(String name) {
    String[] parts = name.split("\\.");
    int level = name.matches("(down|up)_blocks.*") ? Integer.parseInt(parts[1]) : 0;
    int index = name.matches("(down|up)_blocks.*") ? Integer.parseInt(parts[3]) : 0;
    int each = BLOCKS + 1;
    if (name.startsWith("down_blocks.")) {
      return name.contains("downsamplers")
          ? "input_blocks." + (level + 1) * each + ".0.op." + parts[5]
          : "input_blocks." + (1 + level * each + index) + inner(parts, 2);
    }
    if (name.startsWith("up_blocks.")) {
      boolean attends = level == LEVELS - 1;
      return name.contains("upsamplers")
          ? "output_blocks.%d.%d.conv.%s"
              .formatted(level * each + BLOCKS, attends ? 2 : 1, parts[5])
          : "output_blocks." + (level * each + index) + inner(parts, 2);
    }
    if (name.startsWith("mid_block.attentions.0.")) {
      return "middle_block.1." + name.substring("mid_block.attentions.0.".length());
    }
    if (name.startsWith("mid_block.")) {
      return "middle_block." + (parts[2].equals("0") ? 0 : 2) + inner(parts, 1).substring(2);
    }
    return name.replace("conv_in.", "input_blocks.0.0.")
        .replace("time_embedding.linear_1.", "time_embed.0.")
        .replace("time_embedding.linear_2.", "time_embed.2.")
        .replace("add_embedding.linear_1.", "label_emb.0.0.")
        .replace("add_embedding.linear_2.", "label_emb.0.2.")
        .replace("conv_norm_out.", "out.0.")
        .replace("conv_out.", "out.2.");
  }

  /** OpenCLIP's names; query, key and value are one matrix, and the projection is turned. */
  private static Map<String, FloatTensor> openClip(Map<String, FloatTensor> tensors) {
    Map<String, FloatTensor> named = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          if (name.contains(".q_proj.")) {
            String key = name.replace(".q_proj.", ".k_proj.");
            String value = name.replace(".q_proj.", ".v_proj.");
            FloatTensor all =
                FloatTensor.zeros(tensor.shape().withFirst(3 * tensor.shape().axis(0)));
            all.copy(0, tensor, 0, tensor.size());
            all.copy(tensor.size(), Objects.requireNonNull(tensors.get(key)), 0, tensor.size());
            all.copy(
                2 * tensor.size(), Objects.requireNonNull(tensors.get(value)), 0, tensor.size());
            named.put(openClip(name.replace("self_attn.q_proj.", "attn.in_proj_")), all);
          } else if (name.equals("text_projection.weight")) {
            named.put("text_projection", turned(tensor));
          } else if (!name.matches(".*\\.[kv]_proj\\..*")) {
            named.put(openClip(name), tensor);
          }
        });
    return named;
  }

  private static String openClip(String name) {
    return name.replace("text_model.embeddings.position_embedding.weight", "positional_embedding")
        .replace("text_model.embeddings.", "")
        .replace("text_model.final_layer_norm", "ln_final")
        .replace("text_model.encoder.layers.", "transformer.resblocks.")
        .replace("layer_norm1", "ln_1")
        .replace("layer_norm2", "ln_2")
        .replace("mlp.fc1", "mlp.c_fc")
        .replace("mlp.fc2", "mlp.c_proj")
        .replace("self_attn.out_proj", "attn.out_proj");
  }

  private static FloatTensor turned(FloatTensor matrix) {
    int rows = (int) matrix.shape().axis(0);
    int columns = (int) matrix.shape().axis(1);
    FloatTensor turned = FloatTensor.zeros(Shape.of(columns, rows));
    for (int i = 0; i < matrix.size(); i++) {
      turned.set(i % columns * rows + i / columns, matrix.get(i));
    }
    return turned;
  }

  /** What follows a block's number, of a residual block or of a transformer. */
  private static String inner(String[] parts, int from) {
    String rest = String.join(".", List.of(parts).subList(from + 2, parts.length));
    if (parts[from].equals("attentions")) {
      return ".1." + rest;
    }
    return ".0."
        + rest.replace("norm1.", "in_layers.0.")
            .replace("conv1.", "in_layers.2.")
            .replace("time_emb_proj.", "emb_layers.1.")
            .replace("norm2.", "out_layers.0.")
            .replace("conv2.", "out_layers.3.")
            .replace("conv_shortcut.", "skip_connection.");
  }

  private static String vae(String name) {
    return name.replace("up_blocks.0", "up.1")
        .replace("up_blocks.1", "up.0")
        .replace("down_blocks", "down")
        .replace("mid_block.resnets.0", "mid.block_1")
        .replace("mid_block.resnets.1", "mid.block_2")
        .replace("mid_block.attentions.0", "mid.attn_1")
        .replace("resnets", "block")
        .replace("conv_shortcut", "nin_shortcut")
        .replace("downsamplers.0", "downsample")
        .replace("upsamplers.0", "upsample")
        .replace("conv_norm_out", "norm_out")
        .replace("group_norm", "norm")
        .replace("to_out.0", "proj_out")
        .replaceAll("to_([qkv])\\.", "$1.");
  }

  /** Some of the attention's matrices are convolutions of single pixels there. */
  private static FloatTensor pointwise(String name, FloatTensor tensor) {
    boolean convolves =
        name.matches(".*\\.attentions\\.0\\.(proj_in|proj_out|to_\\w+(\\.0)?)\\.weight");
    if (!convolves || tensor.shape().rank() != 2) {
      return tensor;
    }
    FloatTensor shaped =
        FloatTensor.zeros(Shape.of(tensor.shape().axis(0), tensor.shape().axis(1), 1, 1));
    shaped.copy(0, tensor, 0, tensor.size());
    return shaped;
  }
}
