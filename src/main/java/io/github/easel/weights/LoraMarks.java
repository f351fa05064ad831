package io.github.easel.weights;

import io.github.easel.tensor.Shape;
import io.github.easel.weights.CheckpointFamily.Base;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** By what a LoRA is known, and the models that it is for. */
final class LoraMarks {

  /** Ends of names of matrices that the input is multiplied with first, whose columns are its. */
  static final Pattern DOWN =
      Pattern.compile(
          ".*(lora_down\\.weight|lora_A\\.(\\w+\\.)?weight|lora\\.down\\.weight"
              + "|_lora\\.down\\.weight|lora_linear_layer\\.down\\.weight|hada_w1_b|hada_w2_b)");

  private static final Pattern ANY =
      Pattern.compile(
          ".*(lora_(down|up|mid)\\.weight|lora_[AB]\\.(\\w+\\.)?weight|lora\\.(down|up)\\.weight"
              + "|lora_linear_layer\\.(down|up)\\.weight|hada_w[12]_[ab]|lokr_w[12](_[ab])?)");

  private LoraMarks() {}

  static boolean isLora(Collection<String> names) {
    return names.stream().anyMatch(name -> ANY.matcher(name).matches());
  }

  /** The family by the second encoder, by the width of the text, or by that of the encoder. */
  static Base base(TensorFile file) {
    Base encoder = Base.UNKNOWN;
    for (Map.Entry<String, StoredTensor> entry : file.tensors().entrySet()) {
      String name = entry.getKey();
      if (name.startsWith("lora_te2_")
          || name.startsWith("lora_te1_")
          || name.startsWith("text_encoder_2.")) {
        return Base.SDXL;
      }
      Shape shape = entry.getValue().shape();
      if (DOWN.matcher(name).matches() && shape.rank() >= 2) {
        Base base = Base.ofTextWidth(shape.axis(1));
        if (name.contains("attn2") && (name.contains("to_k") || name.contains("to_v"))) {
          return base;
        }
        if (name.contains("q_proj") && encoder == Base.UNKNOWN) {
          encoder = base;
        }
      }
    }
    return encoder;
  }
}
