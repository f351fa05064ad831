package io.github.easel.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads ComfyUI's graphs: from the node that saves the picture back to the one that sampled it, and
 * from there to words, model and size.
 */
final class ComfyReader {

  private static final List<String> MODEL_NAMES = List.of("ckpt_name", "unet_name", "model_name");
  private static final int MOST_PASSES = 20;

  private final ComfyGraph graph;
  private final SettingList settings = new SettingList();

  private ComfyReader(ComfyGraph graph) {
    this.graph = graph;
  }

  /** The settings, or nothing if nothing in the graph takes noise away. */
  static Optional<FoundSettings> read(ComfyGraph graph) {
    return new ComfyReader(graph).read();
  }

  private Optional<FoundSettings> read() {
    List<ComfyNode> outputs =
        graph.nodes().stream()
            .filter(node -> node.type().contains("Save") || node.type().contains("Preview"))
            .toList();
    return graph
        .upstream(outputs, ComfySampler::is)
        .or(() -> graph.nodes().stream().filter(ComfySampler::is).findFirst())
        .map(last -> found(firstPass(last)));
  }

  /** The pass that began with nothing but noise; those behind it are named as unknown. */
  private ComfyNode firstPass(ComfyNode last) {
    ComfyNode current = last;
    Set<ComfyNode> seen = ComfyGraph.newSet();
    seen.add(last);
    for (int i = 0; i < MOST_PASSES; i++) {
      List<ComfyNode> from = new ComfySampler(graph, current).latents().stream().toList();
      Optional<ComfyNode> earlier =
          graph.upstream(from, node -> ComfySampler.is(node) && !seen.contains(node));
      if (earlier.isEmpty()) {
        return current;
      }
      settings.add(Meaning.UNKNOWN, "another pass", current.type());
      current = earlier.get();
      seen.add(current);
    }
    return current;
  }

  private FoundSettings found(ComfyNode node) {
    ComfySampler sampler = new ComfySampler(graph, node);
    sampler.addTo(settings);
    ComfyNode guider = sampler.guider();
    ComfyConditioning conditioning = new ComfyConditioning(graph);
    ComfyWords positive =
        conditioning.words(guider, guider.has("positive") ? "positive" : "conditioning");
    clip(conditioning);
    ComfyWords negative = conditioning.words(guider, "negative");
    conditioning.strangers().forEach(type -> settings.add(Meaning.UNKNOWN, "node", type));
    model(guider.has("model") ? guider : node);
    size(sampler);
    settings.imply(Meaning.RANDOM, "noise", "CPU");
    return new FoundSettings(
        SourceProgram.COMFYUI, ComfyWords.prompt(positive, negative), settings.list());
  }

  /** The nodes that one input leads through, each once. */
  private List<ComfyNode> chain(ComfyNode from, List<String> inputs) {
    List<ComfyNode> chain = new ArrayList<>();
    Set<ComfyNode> seen = ComfyGraph.newSet();
    Optional<ComfyNode> next = graph.source(from, inputs);
    while (next.isPresent() && seen.add(next.get())) {
      chain.add(next.get());
      next = graph.source(next.get(), inputs);
    }
    return chain;
  }

  private void clip(ComfyConditioning conditioning) {
    conditioning
        .encoder()
        .map(encoder -> chain(encoder, List.of("clip")))
        .orElse(List.of())
        .stream()
        .flatMap(node -> graph.value(node, "stop_at_clip_layer").stream())
        .findFirst()
        .ifPresent(
            layer ->
                settings.add(
                    Meaning.CLIP_SKIP,
                    "stop_at_clip_layer",
                    layer.startsWith("-") ? layer.substring(1) : layer));
  }

  private void model(ComfyNode from) {
    for (ComfyNode node : chain(from, List.of("model"))) {
      Optional<String> name = node.firstOf(MODEL_NAMES).flatMap(input -> graph.value(node, input));
      Optional<String> lora = graph.value(node, "lora_name");
      if (lora.isPresent()) {
        String strength = graph.value(node, "strength_model").orElse("1");
        settings.add(Meaning.UNKNOWN, "LoRA", lora.get() + " " + strength);
      } else if (name.isPresent()) {
        settings.add(Meaning.MODEL, "model", name.get());
      } else if (!node.type().equals("Reroute")) {
        settings.add(Meaning.UNKNOWN, "node", node.type());
      }
    }
  }

  private void size(ComfySampler sampler) {
    List<ComfyNode> from = sampler.latents().stream().toList();
    Optional<ComfyNode> empty =
        graph.upstream(from, node -> node.has("width") && node.has("height"));
    empty.ifPresent(
        node ->
            settings.add(
                Meaning.SIZE,
                "size",
                graph.value(node, "width").orElse("?")
                    + "x"
                    + graph.value(node, "height").orElse("?")));
    graph
        .upstream(from, node -> node.type().startsWith("VAEEncode"))
        .ifPresent(node -> settings.add(Meaning.UNKNOWN, "node", node.type()));
  }
}
