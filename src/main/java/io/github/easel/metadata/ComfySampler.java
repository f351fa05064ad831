package io.github.easel.metadata;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a sampling node of ComfyUI was given, whether it holds everything itself ({@code KSampler})
 * or takes it from nodes for the noise, the guider, the sampler and the noise levels ({@code
 * SamplerCustomAdvanced}).
 */
final class ComfySampler {

  private static final Map<String, String> SAMPLER_NODES =
      Map.of(
          "SamplerEulerAncestral", "euler_ancestral",
          "SamplerLMS", "lms",
          "SamplerDPMPP_2M_SDE", "dpmpp_2m_sde",
          "SamplerDPMPP_SDE", "dpmpp_sde",
          "SamplerDPMPP_3M_SDE", "dpmpp_3m_sde",
          "SamplerDPMPP_2S_Ancestral", "dpmpp_2s_ancestral");

  private static final Map<String, String> SCHEDULE_NODES =
      Map.of(
          "KarrasScheduler", "karras",
          "ExponentialScheduler", "exponential",
          "PolyexponentialScheduler", "polyexponential",
          "BetaSamplingScheduler", "beta",
          "AlignYourStepsScheduler", "align_your_steps",
          "SDTurboScheduler", "sgm_uniform");

  private final ComfyGraph graph;
  private final ComfyNode node;

  ComfySampler(ComfyGraph graph, ComfyNode node) {
    this.graph = graph;
    this.node = node;
  }

  /** Whether such a node takes noise away. */
  static boolean is(ComfyNode node) {
    boolean picksSampler = node.has("sampler_name") || node.has("sampler");
    return picksSampler
        && (node.has("latent_image")
            || node.has("latent")
            || node.has("guider")
            || node.has("positive"));
  }

  String type() {
    return node.type();
  }

  /** The node that the latents come from. */
  Optional<ComfyNode> latents() {
    return graph.source(node, List.of("latent_image", "latent", "samples"));
  }

  /** The node that holds the conditionings: itself or its guider. */
  ComfyNode guider() {
    return graph.source(node, "guider").orElse(node);
  }

  void addTo(SettingList settings) {
    add(settings, Meaning.SEED, "seed", List.of("seed", "noise_seed"), "noise");
    add(settings, Meaning.STEPS, "steps", List.of("steps"), "sigmas");
    add(settings, Meaning.GUIDANCE, "cfg", List.of("cfg"), "guider");
    if (guider().has("conditioning")) {
      settings.imply(Meaning.GUIDANCE, "cfg", "1");
    }
    add(settings, Meaning.SAMPLER, "sampler_name", List.of("sampler_name"), "sampler");
    imply(settings, Meaning.SAMPLER, "sampler", SAMPLER_NODES);
    add(settings, Meaning.ETA, "eta", List.of("eta"), "sampler");
    add(settings, Meaning.SCHEDULE, "scheduler", List.of("scheduler"), "sigmas");
    imply(settings, Meaning.SCHEDULE, "sigmas", SCHEDULE_NODES);
    unusual(settings, "denoise", "sigmas", 1);
    unusual(settings, "start_at_step", "sigmas", 0);
    value("add_noise", "noise")
        .filter(value -> value.equals("disable") || value.equals("false"))
        .ifPresent(value -> settings.add(Meaning.UNKNOWN, "add_noise", value));
    endAtStep(settings);
  }

  private void add(
      SettingList settings, Meaning meaning, String name, List<String> inputs, String supplier) {
    inputs.stream()
        .flatMap(input -> value(input, supplier).stream())
        .findFirst()
        .ifPresent(value -> settings.add(meaning, name, value));
  }

  /** The value of the node's own input, or of that input of the node that supplies another. */
  private Optional<String> value(String input, String supplier) {
    return graph
        .value(node, input)
        .or(() -> graph.source(node, supplier).flatMap(other -> graph.value(other, input)));
  }

  private void imply(
      SettingList settings, Meaning meaning, String supplier, Map<String, String> types) {
    graph
        .source(node, supplier)
        .map(source -> types.getOrDefault(source.type(), ""))
        .filter(name -> !name.isEmpty())
        .ifPresent(name -> settings.imply(meaning, supplier, name));
  }

  private void unusual(SettingList settings, String input, String supplier, double usual) {
    value(input, supplier)
        .filter(value -> Numbers.decimal(value).orElse(usual) != usual)
        .ifPresent(value -> settings.add(Meaning.UNKNOWN, input, value));
  }

  private void endAtStep(SettingList settings) {
    double steps = graph.value(node, "steps").map(v -> Numbers.decimal(v).orElse(0)).orElse(0.0);
    graph
        .value(node, "end_at_step")
        .filter(value -> Numbers.decimal(value).orElse(steps) < steps)
        .ifPresent(value -> settings.add(Meaning.UNKNOWN, "end_at_step", value));
  }
}
