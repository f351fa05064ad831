package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.GenerationException;
import io.github.easel.scheduler.BetaConfig;
import io.github.easel.scheduler.BetaSchedule;
import io.github.easel.scheduler.Clipping;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.scheduler.TimestepConfig;
import io.github.easel.scheduler.TimestepSpacing;
import io.github.easel.scheduler.VarianceType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code scheduler_config.json}, whichever sampler it was written for. What it leaves out is
 * as in diffusers, and as its Stable Diffusion pipelines insist on two points: latents are never
 * clipped ({@code clip_sample}), and leading timesteps are moved by one ({@code steps_offset}),
 * since older files say otherwise by mistake.
 */
public final class ScheduleConfigFile {

  private static final int OFFSET_OF_LEADING = 1;

  private ScheduleConfigFile() {}

  /**
   * The schedule that the file describes.
   *
   * @throws GenerationException if it cannot be read or says something unknown
   */
  public static ScheduleConfig read(Path file) {
    JsonNode json = completed(ModelJson.read(file));
    try {
      ScheduleConfig config = parse(json);
      TimestepConfig timesteps = config.timesteps();
      Clipping clipping =
          config.clipping() instanceof Clipping.Clamp ? Clipping.none() : config.clipping();
      return config
          .withClipping(clipping)
          .withTimesteps(
              new TimestepConfig(
                  timesteps.spacing(), offset(timesteps), timesteps.setAlphaToOne()));
    } catch (IllegalArgumentException e) {
      throw GenerationException.unusable(
          file, "a noise schedule that Easel knows", String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Files of samplers that do not know DDIM's and PNDM's settings are silent about them; then those
   * hold that Stable Diffusion has had from its beginning.
   */
  private static JsonNode completed(JsonNode json) {
    String name = json.path("_class_name").asText();
    if (name.isEmpty()) {
      return json;
    }
    ObjectNode completed = json.deepCopy();
    if (!json.has("set_alpha_to_one") && !name.equals("DDIMScheduler")) {
      completed.put("set_alpha_to_one", false);
    }
    if (!json.has("skip_prk_steps") && !name.equals("PNDMScheduler")) {
      completed.put("skip_prk_steps", true);
    }
    return completed;
  }

  private static int offset(TimestepConfig timesteps) {
    return timesteps.spacing().orElse(TimestepSpacing.LEADING) == TimestepSpacing.LEADING
        ? OFFSET_OF_LEADING
        : timesteps.stepsOffset();
  }

  /**
   * The schedule to the letter of the file, as diffusers' schedulers alone take it.
   *
   * @throws IllegalArgumentException if it says something unknown
   */
  public static ScheduleConfig parse(JsonNode json) {
    boolean flow = json.path("_class_name").asText("").startsWith("FlowMatch");
    return new ScheduleConfig(
        betas(json),
        JsonChoice.of(
            PredictionType.class,
            json,
            "prediction_type",
            flow ? PredictionType.FLOW_PREDICTION : PredictionType.EPSILON),
        new TimestepConfig(
            JsonChoice.find(TimestepSpacing.class, json, "timestep_spacing"),
            json.path("steps_offset").asInt(0),
            json.path("set_alpha_to_one").asBoolean(true)),
        clipping(json),
        JsonChoice.of(VarianceType.class, json, "variance_type", VarianceType.FIXED_SMALL),
        SamplerConfigJson.read(json));
  }

  private static BetaConfig betas(JsonNode json) {
    BetaConfig usual = ScheduleConfig.defaults().betas();
    List<Double> trained = new ArrayList<>();
    json.path("trained_betas").forEach(beta -> trained.add(beta.asDouble()));
    return new BetaConfig(
        json.path("num_train_timesteps").asInt(usual.trainTimesteps()),
        json.path("beta_start").asDouble(usual.start()),
        json.path("beta_end").asDouble(usual.end()),
        JsonChoice.of(BetaSchedule.class, json, "beta_schedule", usual.schedule()),
        trained,
        json.path("rescale_betas_zero_snr").asBoolean(false));
  }

  private static Clipping clipping(JsonNode json) {
    if (!json.path("thresholding").asBoolean(false)) {
      return json.path("clip_sample").asBoolean(true)
          ? new Clipping.Clamp(json.path("clip_sample_range").asDouble(1))
          : Clipping.none();
    }
    return new Clipping.DynamicThreshold(
        json.path("dynamic_thresholding_ratio").asDouble(0.995),
        json.path("sample_max_value").asDouble(1));
  }
}
