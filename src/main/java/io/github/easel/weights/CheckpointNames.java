package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Sorts the tensors of single-file checkpoints, whose names are those of latent-diffusion's code
 * base (CompVis, Stability AI), into networks under the names of diffusers. How many levels, blocks
 * and layers there are follows from the names. No values are read.
 */
public final class CheckpointNames {

  /** What checkpoints hold besides: averages of the training, constants, and losses. */
  private static final Pattern UNNEEDED =
      Pattern.compile(
          "model_ema\\..*|first_stage_model\\.loss\\..*|.*\\.position_ids|position_ids"
              + "|(sqrt_|log_|posterior_|alphas_|betas).*|betas|logvar|lvlb_weights|scale_factor"
              + "|denoiser\\..*|.*\\.logit_scale|logit_scale|model\\.diffusion_model\\.betas");

  private static final List<String> UNET_PREFIXES =
      List.of("model.diffusion_model.", "diffusion_model.");

  private CheckpointNames() {}

  /**
   * Sorts a checkpoint, or a file of one network alone, whose names may be diffusers' as well.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} if two tensors would get the same name
   */
  public static Components sort(TensorFile file) {
    NamePool pool = new NamePool(needed(file));
    Map<String, StoredTensor> openAi = encoder(pool, "cond_stage_model.transformer.");
    openAi.putAll(encoder(pool, "conditioner.embedders.0.transformer."));
    Map<String, StoredTensor> openClip = encoder(pool, "conditioner.embedders.1.model.");
    openClip.putAll(encoder(pool, "conditioner.embedders.0.model."));
    Map<String, StoredTensor> penultimate = encoder(pool, "cond_stage_model.model.");
    Map<String, StoredTensor> textEncoder = pool.sort(openAi, ClipNames::openAi);
    textEncoder.putAll(pool.sort(penultimate, ClipNames.withoutLast(penultimate)));
    Map<String, StoredTensor> textEncoder2 = pool.sort(openClip, ClipNames.openClip());
    Map<String, StoredTensor> vae = vae(pool);
    Map<String, StoredTensor> controlNet = controlNet(pool);
    Map<String, StoredTensor> unet = unet(pool);
    if (textEncoder.isEmpty() && pool.has("text_model.")) {
      textEncoder = pool.sort(pool.take("text_"), CheckpointNames::textModel);
    }
    return new Components(unet, vae, textEncoder, textEncoder2, controlNet, pool.leftovers());
  }

  /**
   * The autoencoder of a diffusers folder, whose attention had other names before version 0.18.
   *
   * @throws GenerationException as {@link #sort}
   */
  public static Map<String, StoredTensor> diffusersVae(TensorFile file) {
    return VaeNames.modern(needed(file));
  }

  private static TensorFile needed(TensorFile file) {
    Map<String, StoredTensor> needed = new LinkedHashMap<>(file.tensors());
    needed.keySet().removeIf(name -> UNNEEDED.matcher(name).matches());
    return new TensorFile(file.file(), needed, file.metadata());
  }

  private static Map<String, StoredTensor> encoder(NamePool pool, String prefix) {
    return pool.take(prefix);
  }

  private static Map<String, StoredTensor> unet(NamePool pool) {
    for (String prefix : UNET_PREFIXES) {
      if (pool.has(prefix)) {
        Map<String, StoredTensor> tensors = pool.take(prefix);
        return pool.sort(tensors, new UnetNames(tensors.keySet()));
      }
    }
    if (pool.has("input_blocks.")) {
      Map<String, StoredTensor> tensors = pool.take("");
      return pool.sort(tensors, new UnetNames(tensors.keySet()));
    }
    if (pool.has("down_blocks.") && pool.has("conv_in.")) {
      return pool.sort(pool.take(""), CheckpointNames::asIs);
    }
    return new LinkedHashMap<>();
  }

  private static Map<String, StoredTensor> controlNet(NamePool pool) {
    String prefix = pool.has("control_model.") ? "control_model." : "";
    if (pool.has(prefix + "input_hint_block.")) {
      Map<String, StoredTensor> tensors = pool.take(prefix);
      return pool.sort(tensors, new UnetNames(tensors.keySet()));
    }
    if (pool.has("controlnet_")) {
      return pool.sort(pool.take(""), CheckpointNames::asIs);
    }
    return new LinkedHashMap<>();
  }

  private static Map<String, StoredTensor> vae(NamePool pool) {
    String prefix = pool.has("first_stage_model.") ? "first_stage_model." : "";
    if (pool.has(prefix + "encoder.down.") || pool.has(prefix + "decoder.up.")) {
      Map<String, StoredTensor> tensors = new LinkedHashMap<>();
      if (prefix.isEmpty()) {
        for (String part : List.of("encoder.", "decoder.", "quant_conv.", "post_quant_conv.")) {
          pool.take(part).forEach((name, tensor) -> tensors.put(part + name, tensor));
        }
      } else {
        tensors.putAll(pool.take(prefix));
      }
      return pool.sort(tensors, new VaeNames(tensors.keySet()));
    }
    if (pool.has("encoder.down_blocks.") || pool.has("decoder.up_blocks.")) {
      return pool.sort(pool.take(""), VaeNames::modernize);
    }
    return new LinkedHashMap<>();
  }

  private static boolean textModel(String name, StoredTensor tensor, NamePool.Network network) {
    network.put("text_" + name, tensor);
    return true;
  }

  private static boolean asIs(String name, StoredTensor tensor, NamePool.Network network) {
    network.put(name, tensor);
    return true;
  }
}
