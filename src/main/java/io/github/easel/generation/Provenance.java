package io.github.easel.generation;

import java.util.List;
import java.util.Optional;

/**
 * Where a picture came from: enough to make it again and to know what may differ when it does.
 *
 * @param request what was asked for; if it was read from a file, without the picture to begin with
 * @param modelName the model's name
 * @param modelFingerprint ten hexadecimal digits that tell its weights apart, or empty; not the
 *     hash of a file that other programs look models up by
 * @param random the generator that the seed belongs to, for example {@code torch-cpu}
 * @param engine engine, version and device, for example {@code ONNX Runtime 1.28.0 CPU}
 * @param program program and version, for example {@code Easel 0.1.0}
 * @param source the picture that it began with, if any
 * @param adapters the LoRAs and embeddings that took part
 */
public record Provenance(
    GenerationRequest request,
    String modelName,
    String modelFingerprint,
    String random,
    String engine,
    String program,
    Optional<SourceRecord> source,
    List<AppliedAdapter> adapters) {

  public Provenance {
    adapters = List.copyOf(adapters);
  }

  /** The provenance of a picture without LoRAs and embeddings. */
  public Provenance(
      GenerationRequest request,
      String modelName,
      String modelFingerprint,
      String random,
      String engine,
      String program,
      Optional<SourceRecord> source) {
    this(request, modelName, modelFingerprint, random, engine, program, source, List.of());
  }

  /** The same with these LoRAs and embeddings. */
  public Provenance with(List<AppliedAdapter> others) {
    return new Provenance(
        request, modelName, modelFingerprint, random, engine, program, source, others);
  }

  /** The provenance of a request whose own source, if it has one, is recorded. */
  public Provenance(
      GenerationRequest request,
      String modelName,
      String modelFingerprint,
      String random,
      String engine,
      String program) {
    this(
        request,
        modelName,
        modelFingerprint,
        random,
        engine,
        program,
        request.source().map(SourceRecord::of));
  }
}
