package io.github.easel.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SourceRecord;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request as a JSON object: the fields of {@link ProvenanceJson} from {@code prompt} to {@code
 * source}, which say what a picture is to be.
 */
public final class RequestJson {

  private RequestJson() {}

  /**
   * The request.
   *
   * @param source the record of its source, whose pixels are kept elsewhere
   */
  public static ObjectNode write(GenerationRequest request, Optional<SourceRecord> source) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    write(request, source, node);
    return node;
  }

  static void write(GenerationRequest request, Optional<SourceRecord> source, ObjectNode node) {
    node.put("prompt", request.prompt().positive())
        .put("negative_prompt", request.prompt().negative())
        .put("model", request.model())
        .put("width", request.size().width())
        .put("height", request.size().height());
    SamplingFields.write(request.sampling(), node);
    SeedingFields.write(request.seeding(), node);
    ReadingFields.write(request.prompt().reading(), node);
    source.ifPresent(record -> SourceFields.write(record, node));
  }

  /**
   * The request again.
   *
   * @param pixels finds a source's pixels by their {@link PixelImage#sha256}
   * @param masks finds a mask by its {@link Mask#sha256}
   * @throws IllegalArgumentException if the object is incomplete or damaged, or if the source's
   *     pixels or its mask are not found, without which another picture would come out
   */
  public static GenerationRequest read(
      JsonNode node,
      Function<String, Optional<PixelImage>> pixels,
      Function<String, Optional<Mask>> masks) {
    RecordFields fields = new RecordFields(node);
    return read(fields)
        .withSource(
            SourceFields.read(fields)
                .map(
                    source ->
                        source.with(
                            found(source.sha256(), pixels),
                            source.repaint().map(part -> found(part.sha256(), masks)))));
  }

  private static <T> T found(String sha256, Function<String, Optional<T>> copies) {
    return copies
        .apply(sha256)
        .orElseThrow(() -> new IllegalArgumentException("no copy of " + sha256));
  }

  /** The request without its source. */
  static GenerationRequest read(RecordFields fields) {
    return new GenerationRequest(
        new Prompt(
            fields.text("prompt"), fields.text("negative_prompt"), ReadingFields.read(fields)),
        fields.text("model"),
        new ImageSize(fields.integer("width"), fields.integer("height")),
        SamplingFields.read(fields),
        SeedingFields.read(fields));
  }
}
