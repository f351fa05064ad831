package io.github.easel.image;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.Economy;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PlainNumber;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.SamplerName;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.SourceRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The pairs of {@link Infotext}, under A1111's keys and in its order. */
final class InfotextSettings {

  private InfotextSettings() {}

  /** Key to value, without those that stand for what A1111 does anyway. */
  static Map<String, String> of(Provenance provenance) {
    GenerationRequest request = provenance.request();
    Sampling sampling = request.sampling();
    Seeding seeding = request.seeding();
    PromptReading reading = request.prompt().reading();
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("Steps", Integer.toString(sampling.steps()));
    pairs.put("Sampler", sampling.sampler().label());
    pairs.put("Schedule type", schedule(sampling));
    pairs.put("CFG scale", PlainNumber.of(sampling.guidanceScale()));
    pairs.put("Seed", Long.toString(seeding.seed()));
    pairs.put("Size", request.size().toString());
    // No "Model hash": programs look a single checkpoint file up by it, which a folder is not.
    pairs.put("Model", provenance.modelName());
    seeding
        .variation()
        .ifPresent(
            variation -> {
              pairs.put("Variation seed", Long.toString(variation.seed()));
              pairs.put("Variation seed strength", PlainNumber.of(variation.strength()));
            });
    pairs.put("Seed resize from", seeding.resizedFrom().map(ImageSize::toString).orElse(""));
    provenance
        .source()
        .ifPresent(source -> pairs.put("Denoising strength", PlainNumber.of(source.strength())));
    pairs.put("Clip skip", reading.clipSkip() > 1 ? Integer.toString(reading.clipSkip()) : "");
    long delta = seeding.stepSeedDelta();
    pairs.put("ENSD", delta == 0 ? "" : Long.toString(delta));
    pairs.put("RNG", random(seeding.random()));
    sampling.eta().ifPresent(eta -> pairs.put("Eta", PlainNumber.of(eta)));
    add(sampling.economy(), pairs);
    pairs.put("Emphasis", emphasis(reading));
    provenance.source().ifPresent(source -> add(source, pairs));
    pairs.put("Lora hashes", hashes(provenance, AdapterKind.LORA));
    pairs.put("TI hashes", hashes(provenance, AdapterKind.EMBEDDING));
    pairs.put("Version", provenance.program());
    pairs.values().removeIf(String::isEmpty);
    return pairs;
  }

  /** Names to hashes; a name loses what would part it from its hash or from the next. */
  private static String hashes(Provenance provenance, AdapterKind kind) {
    return provenance.adapters().stream()
        .filter(adapter -> adapter.kind() == kind && !adapter.hash().isEmpty())
        .map(adapter -> adapter.name().replaceAll("[:,]", "") + ": " + adapter.hash())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Under the key of A1111 where it can leave the same out. */
  private static void add(Economy economy, Map<String, String> pairs) {
    pairs.put(
        "Skip Early CFG", economy.guidedFrom() > 0 ? PlainNumber.of(economy.guidedFrom()) : "");
    pairs.put(
        "Guided until", economy.guidedUntil() < 1 ? PlainNumber.of(economy.guidedUntil()) : "");
    pairs.put("Deep every", economy.deepEvery() > 1 ? Integer.toString(economy.deepEvery()) : "");
    pairs.put(
        "Token stride", economy.tokenStride() > 1 ? Integer.toString(economy.tokenStride()) : "");
    pairs.put("UNet bits", economy.eightBits() ? "8" : "");
  }

  private static void add(SourceRecord source, Map<String, String> pairs) {
    source.repaint().ifPresent(repaint -> add(repaint, pairs));
    double noise = source.manner().noise();
    pairs.put("Noise multiplier", noise == Manner.USUAL.noise() ? "" : PlainNumber.of(noise));
  }

  private static void add(RepaintRecord repaint, Map<String, String> pairs) {
    MaskShape shape = repaint.shape();
    pairs.put("Mask blur", PlainNumber.of(shape.blur()));
    pairs.put("Mask mode", shape.inverted() ? "Inpaint not masked" : "");
    pairs.put("Masked content", MaskedContent.name(repaint.content()));
    repaint
        .padding()
        .ifPresent(
            padding -> {
              pairs.put("Inpaint area", "Only masked");
              pairs.put("Masked area padding", Integer.toString(padding));
            });
  }

  private static String schedule(Sampling sampling) {
    if (sampling.schedule() != ScheduleKind.MODEL) {
      return sampling.schedule().label();
    }
    // Left out, it would mean Automatic, which is not the model's own for these samplers.
    return SamplerName.find(sampling.sampler().label(), "Automatic")
        .filter(automatic -> automatic.schedule() != ScheduleKind.MODEL)
        .map(other -> "Uniform")
        .orElse("");
  }

  /** Programs that draw their noise on the GPU need to be told that a seed is of another kind. */
  private static String random(RandomKind random) {
    return switch (random) {
      case TORCH_CPU -> "CPU";
      case TORCH_CUDA -> "NV";
      case NUMPY -> random.label();
    };
  }

  private static String emphasis(PromptReading reading) {
    return switch (reading.emphasis()) {
      case ORIGINAL -> "";
      case NO_NORM -> "No norm";
      case IGNORE -> "Ignore";
      // Other grammars are written in A1111's, with escapes that None would show.
      case NONE -> reading.syntax() == Syntax.A1111 ? "None" : "";
    };
  }
}
