package io.github.easel.weights;

import io.github.easel.tensor.Shape;
import io.github.easel.weights.CheckpointFamily.Base;
import io.github.easel.weights.CheckpointFamily.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Recognizes a file by its tensors' names and shapes. */
final class FamilyFinder {

  /**
   * Parts of names that only networks have that Easel does not draw with, and what those are; the
   * first that is found counts.
   */
  private static final List<Map.Entry<String, String>> FOREIGN =
      List.of(
          Map.entry("joint_blocks", "a Stable Diffusion 3 model"),
          Map.entry("single_transformer_blocks", "a Flux model"),
          Map.entry("double_blocks", "a Flux or Hunyuan model"),
          Map.entry("attn.add_q_proj", "a Stable Diffusion 3 or Flux model"),
          Map.entry("double_stream_blocks", "a HiDream model"),
          Map.entry("clip_txt_mapper", "a Stable Cascade model"),
          Map.entry("adaln_single", "a PixArt model"),
          Map.entry("noise_refiner", "a Lumina model"),
          Map.entry("blocks.0.self_attn.norm_q", "a Wan model"),
          Map.entry("motion_modules", "a motion module of AnimateDiff"),
          Map.entry("time_stack", "a Stable Video Diffusion model"),
          Map.entry("ip_adapter.", "an IP-Adapter"),
          Map.entry("image_proj.", "an IP-Adapter"),
          Map.entry("adapter.body.", "a T2I-Adapter"),
          Map.entry("body.0.block1.", "a T2I-Adapter"),
          Map.entry("body.0.rdb1.", "an ESRGAN upscaler"),
          Map.entry("RDB1.conv1", "an ESRGAN upscaler"),
          Map.entry("SelfAttention", "a T5 text encoder"));

  private final TensorFile file;
  private final Set<String> names;

  FamilyFinder(TensorFile file) {
    this.file = file;
    this.names = file.tensors().keySet();
  }

  CheckpointFamily find() {
    boolean lora = LoraMarks.isLora(names);
    for (Map.Entry<String, String> mark : FOREIGN) {
      if (any(name -> name.contains(mark.getKey()))) {
        String remark = mark.getValue();
        return lora
            ? new CheckpointFamily(Content.LORA, Base.UNKNOWN, 0, false, "a LoRA for " + remark)
            : unknown(remark);
      }
    }
    if (lora) {
      return simple(Content.LORA, LoraMarks.base(file));
    }
    boolean controlNet = any("control_model.", "input_hint_block.", "controlnet_");
    if (controlNet) {
      return simple(Content.CONTROLNET, unetBase());
    }
    if (any("model.diffusion_model.", "diffusion_model.", "input_blocks.", "down_blocks.")) {
      return unet();
    }
    return part();
  }

  private CheckpointFamily unet() {
    boolean whole = any("first_stage_model.", "cond_stage_model.", "conditioner.");
    Base base = unetBase();
    int channels = inputChannels();
    boolean guidance = any(name -> name.endsWith("cond_proj.weight"));
    String remark = "";
    if (channels != 4 && channels != 8 && channels != 9) {
      remark = "a network of %d input channels".formatted(channels);
    } else if (base == Base.SD2 && any(name -> name.contains("label_emb."))) {
      remark = "a Stable unCLIP model";
    } else if (base == Base.UNKNOWN) {
      remark = "a UNet without attention to a text";
    }
    Content content = whole ? Content.MODEL : Content.UNET;
    return new CheckpointFamily(
        remark.isEmpty() ? content : Content.UNKNOWN, base, channels, guidance, remark);
  }

  /** What is no UNet. */
  private CheckpointFamily part() {
    if (any("encoder.down.", "decoder.up.", "encoder.down_blocks.", "decoder.up_blocks.")
        || any("first_stage_model.")) {
      return simple(Content.VAE, Base.UNKNOWN);
    }
    if (any("encoder.layers.", "decoder.layers.")
        || any(name -> name.matches("\\d+\\.conv\\.0\\.weight"))) {
      return simple(Content.TINY_VAE, Base.UNKNOWN);
    }
    if (any("text_model.", "transformer.resblocks.")) {
      return simple(Content.TEXT_ENCODER, Base.UNKNOWN);
    }
    if (any("vision_model.")) {
      return unknown("an image encoder of CLIP's");
    }
    return embedding()
        .map(base -> simple(Content.EMBEDDING, base))
        .orElseGet(() -> unknown("something else"));
  }

  private Base unetBase() {
    Optional<Shape> keys = shape(name -> name.endsWith("attn2.to_k.weight"), 2);
    if (keys.isEmpty()) {
      return Base.UNKNOWN;
    }
    Base known = Base.ofTextWidth(keys.get().axis(1));
    if (known != Base.UNKNOWN) {
      return known;
    }
    // other sizes are of models that were made for tests, with the same structure
    if (any(name -> name.contains("label_emb.") || name.contains("add_embedding."))) {
      boolean refiner = any("conditioner.embedders.0.model.") && !any("conditioner.embedders.1.");
      return refiner ? Base.SDXL_REFINER : Base.SDXL;
    }
    return shape(name -> name.endsWith(".proj_in.weight"), 4).isPresent() ? Base.SD1 : Base.SD2;
  }

  private int inputChannels() {
    return shape(
            name ->
                name.equals("conv_in.weight")
                    || name.matches(
                        "(model\\.)?(diffusion_model\\.)?input_blocks\\.0\\.0\\.weight"),
            4)
        .map(shape -> (int) Math.min(shape.axis(1), Integer.MAX_VALUE))
        .orElse(0);
  }

  /** Textual inversion: vectors as wide as a text encoder's, and nothing else. */
  private Optional<Base> embedding() {
    if (names.containsAll(List.of("clip_g", "clip_l"))) {
      return Optional.of(Base.SDXL);
    }
    List<Shape> shapes =
        file.tensors().values().stream()
            .filter(tensor -> !tensor.name().startsWith(TextualInversion.TOKENS))
            .map(StoredTensor::shape)
            .toList();
    boolean vectors = shapes.stream().allMatch(shape -> shape.rank() == 1 || shape.rank() == 2);
    if (!vectors || shapes.isEmpty() || shapes.size() > 2) {
      return Optional.empty();
    }
    Shape first = shapes.get(0);
    Base base = Base.ofTextWidth(first.axis(first.rank() - 1));
    return Optional.of(base == Base.SDXL_REFINER ? Base.SDXL : base);
  }

  private Optional<Shape> shape(Predicate<String> name, int rank) {
    return file.tensors().entrySet().stream()
        .filter(entry -> name.test(entry.getKey()) && entry.getValue().shape().rank() == rank)
        .map(entry -> entry.getValue().shape())
        .findFirst();
  }

  private boolean any(String... prefixes) {
    return any(name -> List.of(prefixes).stream().anyMatch(name::startsWith));
  }

  private boolean any(Predicate<String> condition) {
    return names.stream().anyMatch(condition);
  }

  private static CheckpointFamily simple(Content content, Base base) {
    return new CheckpointFamily(content, base, 0, false, "");
  }

  private static CheckpointFamily unknown(String remark) {
    return new CheckpointFamily(Content.UNKNOWN, Base.UNKNOWN, 0, false, remark);
  }
}
