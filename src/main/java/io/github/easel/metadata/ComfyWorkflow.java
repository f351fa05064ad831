package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a graph of the workflow that ComfyUI's editor saves, which names no values but lists them
 * in the order in which each node shows them.
 *
 * <pre>
 * workflow = { nodes: [ node ], links: [ [ id, from node, from slot, to node, to slot, type ] ] }
 * node     = { id, type, inputs: [ { name, link } ], widgets_values: [ ... ] }
 * </pre>
 */
final class ComfyWorkflow {

  /** The nodes' values in the editor's order; behind a seed stands what becomes of it next. */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry(
              "KSampler",
              List.of("seed", "after", "steps", "cfg", "sampler_name", "scheduler", "denoise")),
          Map.entry(
              "KSamplerAdvanced",
              List.of(
                  "add_noise",
                  "noise_seed",
                  "after",
                  "steps",
                  "cfg",
                  "sampler_name",
                  "scheduler",
                  "start_at_step",
                  "end_at_step",
                  "return_with_leftover_noise")),
          Map.entry("SamplerCustom", List.of("add_noise", "noise_seed", "after", "cfg")),
          Map.entry("CLIPTextEncode", List.of("text")),
          Map.entry("EmptyLatentImage", List.of("width", "height", "batch_size")),
          Map.entry("EmptySD3LatentImage", List.of("width", "height", "batch_size")),
          Map.entry("CheckpointLoaderSimple", List.of("ckpt_name")),
          Map.entry("UNETLoader", List.of("unet_name", "weight_dtype")),
          Map.entry("CLIPSetLastLayer", List.of("stop_at_clip_layer")),
          Map.entry("LoraLoader", List.of("lora_name", "strength_model", "strength_clip")),
          Map.entry("LoraLoaderModelOnly", List.of("lora_name", "strength_model")),
          Map.entry("KSamplerSelect", List.of("sampler_name")),
          Map.entry("BasicScheduler", List.of("scheduler", "steps", "denoise")),
          Map.entry("KarrasScheduler", List.of("steps")),
          Map.entry("RandomNoise", List.of("noise_seed", "after")),
          Map.entry("CFGGuider", List.of("cfg")),
          Map.entry("PrimitiveNode", List.of("value")));

  private ComfyWorkflow() {}

  static Optional<ComfyGraph> graph(JsonNode workflow) {
    Map<String, ArrayNode> links = links(workflow.path("links"));
    Map<String, ComfyNode> nodes = new LinkedHashMap<>();
    for (JsonNode node : workflow.path("nodes")) {
      String type = node.path("type").asText("");
      ObjectNode inputs = JsonNodeFactory.instance.objectNode();
      values(type, node.path("widgets_values"), inputs);
      for (JsonNode input : node.path("inputs")) {
        ArrayNode link = links.get(input.path("link").asText());
        if (link != null) {
          inputs.set(input.path("name").asText("input"), link);
        }
      }
      nodes.put(node.path("id").asText(), new ComfyNode(type, inputs));
    }
    return nodes.isEmpty() ? Optional.empty() : Optional.of(new ComfyGraph(nodes));
  }

  private static Map<String, ArrayNode> links(JsonNode list) {
    Map<String, ArrayNode> links = new HashMap<>();
    for (JsonNode link : list) {
      JsonNode id = link.isArray() ? link.path(0) : link.path("id");
      JsonNode from = link.isArray() ? link.path(1) : link.path("origin_id");
      JsonNode slot = link.isArray() ? link.path(2) : link.path("origin_slot");
      links.put(
          id.asText(), JsonNodeFactory.instance.arrayNode().add(from.asText()).add(slot.asInt()));
    }
    return links;
  }

  private static void values(String type, JsonNode widgets, ObjectNode inputs) {
    List<String> names = VALUES.getOrDefault(type, List.of());
    for (int i = 0; i < names.size(); i++) {
      if (widgets.has(i)) {
        inputs.set(names.get(i), widgets.get(i));
      }
    }
    if (names.isEmpty() && widgets.path(0).isValueNode()) {
      inputs.set("value", widgets.get(0));
    }
  }
}
