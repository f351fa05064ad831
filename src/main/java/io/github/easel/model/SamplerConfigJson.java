package io.github.easel.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.scheduler.DistillationConfig;
import io.github.easel.scheduler.FinalSigma;
import io.github.easel.scheduler.FlowConfig;
import io.github.easel.scheduler.SamplerConfig;
import io.github.easel.scheduler.SigmaConfig;
import io.github.easel.scheduler.SigmaCurve;
import io.github.easel.scheduler.SolverConfig;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what {@code scheduler_config.json} says to single families of samplers. */
final class SamplerConfigJson {

  private SamplerConfigJson() {}

  static SamplerConfig read(JsonNode json) {
    DistillationConfig usual = DistillationConfig.defaults();
    return new SamplerConfig(
        sigmas(json),
        solver(json),
        new FlowConfig(
            json.path("shift").asDouble(1),
            json.path("use_dynamic_shifting").asBoolean(false),
            OptionalDouble.empty(),
            positive(json, "shift_terminal")),
        new DistillationConfig(
            json.path("original_inference_steps").asInt(usual.originalSteps()),
            json.path("timestep_scaling").asDouble(usual.timestepScaling())),
        json.path("skip_prk_steps").asBoolean(false));
  }

  private static SigmaConfig sigmas(JsonNode json) {
    SigmaConfig usual = SigmaConfig.defaults();
    return new SigmaConfig(
        curve(json),
        JsonChoice.of(FinalSigma.class, json, "final_sigmas_type", usual.last()),
        JsonChoice.of(
            SigmaConfig.Interpolation.class, json, "interpolation_type", usual.interpolation()),
        json.path("flow_shift").asDouble(usual.flowShift()));
  }

  private static SigmaCurve curve(JsonNode json) {
    if (json.path("use_karras_sigmas").asBoolean(false)) {
      return SigmaCurve.KARRAS;
    }
    if (json.path("use_lu_lambdas").asBoolean(false)) {
      return SigmaCurve.LU;
    }
    if (json.path("use_exponential_sigmas").asBoolean(false)) {
      return SigmaCurve.EXPONENTIAL;
    }
    if (json.path("use_beta_sigmas").asBoolean(false)) {
      return SigmaCurve.BETA;
    }
    return json.path("use_flow_sigmas").asBoolean(false) ? SigmaCurve.FLOW : SigmaCurve.TIMESTEPS;
  }

  private static SolverConfig solver(JsonNode json) {
    SolverConfig usual = SolverConfig.defaults();
    JsonNode lowerOrderFinal = json.path("lower_order_final");
    return new SolverConfig(
        algorithm(json, usual.algorithm()),
        json.path("solver_order").asInt(usual.order()),
        JsonChoice.find(SolverConfig.Type.class, json, "solver_type"),
        lowerOrderFinal.isBoolean()
            ? Optional.of(lowerOrderFinal.booleanValue())
            : Optional.empty(),
        json.path("euler_at_final").asBoolean(false));
  }

  private static SolverConfig.Algorithm algorithm(JsonNode json, SolverConfig.Algorithm usual) {
    String name = json.path("algorithm_type").asText(usual.fileName());
    // DEIS writes its own name here, which diffusers reads as DPM-Solver++
    String read = name.equals("deis") ? usual.fileName() : name;
    return Arrays.stream(SolverConfig.Algorithm.values())
        .filter(algorithm -> algorithm.fileName().equals(read))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("algorithm_type '" + name + "'"));
  }

  private static OptionalDouble positive(JsonNode json, String key) {
    double value = json.path(key).asDouble(0);
    return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
  }
}
