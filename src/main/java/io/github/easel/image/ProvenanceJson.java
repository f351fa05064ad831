package io.github.easel.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.util.Optional;

/**
 * Easel's own record of how a picture was made, under the PNG keyword {@code easel}: one JSON
 * object, format 1.
 *
 * <pre>
 * format           1; a reader that meets a higher number leaves the record alone
 * prompt           string, every character as it was typed
 * negative_prompt  string, empty if there was none
 * model            string, what the request called the model: a name or a folder
 * width, height    pixels
 * sampler          string, a sampler's label such as DDIM
 * steps            whole number
 * guidance         number, the classifier-free guidance scale
 * seed             whole number, 0 to 2^63-1
 * model_name       string
 * model_fingerprint  string, ten hexadecimal digits that tell weights apart, or empty
 * random           string, the generator that the seed belongs to, such as torch-cpu
 * engine           string, engine, version and device
 * program          string, program and version
 * </pre>
 *
 * <p>All fields are written, and read back only if all are there; unknown fields are left alone.
 * The text is pure ASCII: other characters are escaped, so that any program's PNG text code keeps
 * it.
 */
public final class ProvenanceJson {

  /** The PNG keyword. */
  public static final String KEYWORD = "easel";

  private static final int FORMAT = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ProvenanceJson() {}

  /** The record as JSON. */
  public static String write(Provenance provenance) {
    GenerationRequest request = provenance.request();
    ObjectNode node =
        JSON.createObjectNode()
            .put("format", FORMAT)
            .put("prompt", request.prompt().positive())
            .put("negative_prompt", request.prompt().negative())
            .put("model", request.model())
            .put("width", request.size().width())
            .put("height", request.size().height())
            .put("sampler", request.sampling().sampler().label())
            .put("steps", request.sampling().steps())
            .put("guidance", request.sampling().guidanceScale())
            .put("seed", request.seed())
            .put("model_name", provenance.modelName())
            .put("model_fingerprint", provenance.modelFingerprint())
            .put("random", provenance.random())
            .put("engine", provenance.engine())
            .put("program", provenance.program());
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }

  /** The record of such a text, or nothing if it is damaged, incomplete or of a later format. */
  public static Optional<Provenance> read(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return whole(node, "format") == FORMAT ? Optional.of(provenance(node)) : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  private static Provenance provenance(JsonNode node) {
    SamplerKind sampler =
        SamplerKind.find(text(node, "sampler"))
            .orElseThrow(() -> new IllegalArgumentException("unknown sampler"));
    JsonNode guidance = node.path("guidance");
    if (!guidance.isNumber()) {
      throw new IllegalArgumentException("guidance is no number");
    }
    return new Provenance(
        new GenerationRequest(
            new Prompt(text(node, "prompt"), text(node, "negative_prompt")),
            text(node, "model"),
            new ImageSize(integer(node, "width"), integer(node, "height")),
            new Sampling(sampler, integer(node, "steps"), guidance.doubleValue()),
            whole(node, "seed")),
        text(node, "model_name"),
        text(node, "model_fingerprint"),
        text(node, "random"),
        text(node, "engine"),
        text(node, "program"));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isTextual()) {
      throw new IllegalArgumentException(field + " is no string");
    }
    return value.textValue();
  }

  private static int integer(JsonNode node, String field) {
    long value = whole(node, field);
    if (value != (int) value) {
      throw new IllegalArgumentException(field + " is out of range");
    }
    return (int) value;
  }

  private static long whole(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException(field + " is no whole number");
    }
    return value.longValue();
  }
}
