package io.github.easel.weights;

import io.github.easel.tensor.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of CLIP's text encoders in OpenCLIP and in transformers. */
final class ClipNames {

  private static final Pattern LAYER =
      Pattern.compile("transformer\\.resblocks\\.(\\d{1,4})\\.(.*)");
  private static final List<String> ATTENTION = List.of("q_proj", "k_proj", "v_proj");

  /** OpenCLIP's ViT-H has as many, of which Stable Diffusion 2 leaves out the last. */
  private static final int LAYERS_OF_H = 24;

  private static final int WIDTH_OF_H = 1024;

  private static final Map<String, String> LAYERS =
      Map.of(
          "ln_1.", "layer_norm1.",
          "ln_2.", "layer_norm2.",
          "mlp.c_fc.", "mlp.fc1.",
          "mlp.c_proj.", "mlp.fc2.",
          "attn.out_proj.", "self_attn.out_proj.");

  private ClipNames() {}

  /** OpenAI's encoder as transformers names it; older files lack the first part of the name. */
  static boolean openAi(String name, StoredTensor tensor, NamePool.Network network) {
    boolean whole = name.startsWith("text_model.") || name.startsWith("text_projection.");
    network.put(whole ? name : "text_model." + name, tensor);
    return true;
  }

  /** OpenCLIP's encoder with all of its layers, and the projection behind it. */
  static NamePool.Sorting openClip() {
    return (name, tensor, network) -> openClip(name, tensor, network, Integer.MAX_VALUE, true);
  }

  /**
   * OpenCLIP's encoder as in Stable Diffusion 2, which takes the last layer but one: transformers'
   * files do not have the last, nor the projection.
   */
  static NamePool.Sorting withoutLast(Map<String, StoredTensor> tensors) {
    int most = layers(tensors.keySet()) - (hasLast(tensors) ? 1 : 0);
    return (name, tensor, network) -> openClip(name, tensor, network, most, false);
  }

  /** Files that were written back from transformers' names lack the last layer already. */
  private static boolean hasLast(Map<String, StoredTensor> tensors) {
    StoredTensor positions = tensors.get("positional_embedding");
    boolean knownSize =
        positions != null
            && positions.shape().rank() == 2
            && positions.shape().axis(1) == WIDTH_OF_H;
    return knownSize
        ? layers(tensors.keySet()) >= LAYERS_OF_H
        : tensors.containsKey("text_projection");
  }

  private static int layers(Collection<String> names) {
    int most = 0;
    for (String name : names) {
      Matcher layer = LAYER.matcher(name);
      if (layer.matches()) {
        most = Math.max(most, Integer.parseInt(layer.group(1)) + 1);
      }
    }
    return most;
  }

  private static boolean openClip(
      String name, StoredTensor tensor, NamePool.Network network, int layers, boolean projection) {
    Matcher layer = LAYER.matcher(name);
    if (layer.matches()) {
      return Integer.parseInt(layer.group(1)) >= layers // nobody asks for the last one
          || layer(
              "text_model.encoder.layers." + layer.group(1) + ".", layer.group(2), tensor, network);
    }
    switch (name) {
      case "token_embedding.weight" -> network.put("text_model.embeddings." + name, tensor);
      case "positional_embedding" ->
          network.put("text_model.embeddings.position_embedding.weight", tensor);
      case "ln_final.weight", "ln_final.bias" ->
          network.put(name.replace("ln_final", "text_model.final_layer_norm"), tensor);
      case "text_projection" -> {
        if (projection) {
          // rows are multiplied with it from the left, with a layer's weight from the right
          network.put("text_projection.weight", matrix(tensor) ? tensor.swapped() : tensor);
        }
      }
      case "text_projection.weight" -> {
        if (projection) {
          network.put(name, tensor);
        }
      }
      case "logit_scale", "attn_mask" -> {}
      default -> {
        return false;
      }
    }
    return true;
  }

  private static boolean layer(
      String prefix, String name, StoredTensor tensor, NamePool.Network network) {
    if (name.equals("attn.in_proj_weight") || name.equals("attn.in_proj_bias")) {
      return thirds(
          prefix + "self_attn.", name.substring("attn.in_proj_".length()), tensor, network);
    }
    for (Map.Entry<String, String> entry : LAYERS.entrySet()) {
      if (name.startsWith(entry.getKey())) {
        network.put(prefix + entry.getValue() + name.substring(entry.getKey().length()), tensor);
        return true;
      }
    }
    return false;
  }

  /** OpenCLIP has query, key and value in one matrix, one below the other. */
  private static boolean thirds(
      String prefix, String kind, StoredTensor tensor, NamePool.Network network) {
    Shape shape = tensor.shape();
    if (tensor.transposed() || shape.rank() == 0 || shape.axis(0) % 3 != 0) {
      return false;
    }
    long rows = shape.axis(0) / 3;
    for (int i = 0; i < 3; i++) {
      network.put(prefix + ATTENTION.get(i) + "." + kind, tensor.rows(i * rows, (i + 1) * rows));
    }
    return true;
  }

  private static boolean matrix(StoredTensor tensor) {
    return tensor.shape().rank() == 2;
  }
}
