package io.github.easel.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.Provenance;
import java.util.Optional;

/**
 * Easel's own record of how a picture was made, under the PNG keyword {@code easel}: one JSON
 * object, format 2.
 *
 * <pre>
 * format           2; a reader that meets a higher number leaves the record alone
 * prompt           string, every character as it was typed
 * negative_prompt  string, empty if there was none
 * model            string, what the request called the model: a name or a folder
 * width, height    pixels
 * sampler          string, a sampler's label such as DDIM
 * schedule         string, a schedule's label such as Karras
 * steps            whole number
 * guidance         number, the classifier-free guidance scale
 * eta              number, or null for the sampler's own
 * seed             whole number, 0 to 2^63-1
 * random           string, the generator that the seed belongs to, such as torch-cpu
 * variation        null, or an object of the other seed and its strength: seed, strength
 * resized_from     null, or the size whose noise is kept: width, height
 * step_seed_delta  whole number, added to the seed for the noise of the steps
 * syntax           string, the prompt's grammar: a1111, invoke, comfyui, plain
 * emphasis         string, what weights do: original, no_norm, ignore, none
 * clip_skip        whole number, 1 to 12
 * source           only if the picture began with another one: an object of name, sha256, strength, fit;
 *                  only if they are unusual: noise (number), keeps_luminance (true); only if a part was
 *                  painted anew: repaint, an object of mask (its sha256), inverted, grow, blur, content
 *                  (original, fill, noise, nothing) and, if only the masked part was drawn, padding
 * adapters         only if there were some: a list of objects of kind (lora, embedding), name, hash
 *                  (twelve hexadecimal digits), unet and text (numbers, strengths)
 * seconds          only if it was measured: number, how long the picture took, 0 or more
 * model_name       string
 * model_fingerprint  string, ten hexadecimal digits that tell weights apart, or empty
 * engine           string, engine, version and device
 * program          string, program and version
 * </pre>
 *
 * <p>All fields but {@code source}, {@code adapters} and {@code seconds} are written always, and
 * read back only if all are there; unknown fields are left alone, as readers from before {@code
 * source} do with it. The pixels of a source are not in the record: its sha256 ({@link
 * io.github.easel.generation.PixelImage#sha256}) tells which ones they were, so that whoever has a
 * copy can put them into the request again. In format 1 there were no schedule, eta, variation,
 * resized_from, step_seed_delta, syntax, emphasis and clip_skip: its pictures were made as their
 * usual values say.
 *
 * <p>The text is pure ASCII: other characters are escaped, so that any program's PNG text code
 * keeps it.
 */
public final class ProvenanceJson {

  /** The PNG keyword. */
  public static final String KEYWORD = "easel";

  private static final int FORMAT = 2;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ProvenanceJson() {}

  /** The record as JSON. */
  public static String write(Provenance provenance) {
    return write(provenance, Optional.empty());
  }

  /**
   * The record as JSON.
   *
   * @param seconds how long the picture took, if that is to be told
   */
  public static String write(Provenance provenance, Optional<Double> seconds) {
    GenerationRequest request = provenance.request();
    ObjectNode node = JSON.createObjectNode().put("format", FORMAT);
    RequestJson.write(request, provenance.source(), node);
    AdapterFields.write(provenance.adapters(), node);
    seconds.ifPresent(time -> node.put("seconds", Math.round(1000 * time) / 1000.0));
    node.put("model_name", provenance.modelName())
        .put("model_fingerprint", provenance.modelFingerprint())
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
      RecordFields fields = new RecordFields(JSON.readTree(text));
      long format = fields.whole("format");
      return format == 1 || format == FORMAT
          ? Optional.of(provenance(fields, format == 1))
          : Optional.empty();
    } catch (JsonProcessingException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  /** How long the picture took, if such a text tells it. */
  public static Optional<Double> seconds(String text) {
    try {
      JsonNode time = JSON.readTree(text).path("seconds");
      return time.isNumber() && time.doubleValue() >= 0
          ? Optional.of(time.doubleValue())
          : Optional.empty();
    } catch (JsonProcessingException damaged) {
      return Optional.empty();
    }
  }

  private static Provenance provenance(RecordFields fields, boolean first) {
    GenerationRequest request = first ? firstFormat(fields) : RequestJson.read(fields);
    return new Provenance(
        request,
        fields.text("model_name"),
        fields.text("model_fingerprint"),
        fields.text("random"),
        fields.text("engine"),
        fields.text("program"),
        SourceFields.read(fields),
        AdapterFields.read(fields));
  }

  private static GenerationRequest firstFormat(RecordFields fields) {
    return new GenerationRequest(
        new Prompt(fields.text("prompt"), fields.text("negative_prompt"), PromptReading.usual()),
        fields.text("model"),
        new ImageSize(fields.integer("width"), fields.integer("height")),
        SamplingFields.readFirstFormat(fields),
        SeedingFields.readFirstFormat(fields));
  }
}
