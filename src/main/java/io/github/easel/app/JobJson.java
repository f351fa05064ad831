package io.github.easel.app;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.Source;
import io.github.easel.generation.SourceRecord;
import io.github.easel.image.RequestJson;
import io.github.easel.task.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as a JSON object. One of these reads or writes one list: a source that several pictures
 * begin with is looked up once.
 *
 * <pre>
 * id        the job's UUID
 * draft     what was typed and chosen
 * pictures  its requests, each as {@link RequestJson} writes it
 * done      how many of them are made
 * begun     how often it was begun since then
 * failure   only if it failed: an object of kind, facts, details
 * </pre>
 */
final class JobJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final SourcePictures sources;
  private final IdentityHashMap<Object, String> kept = new IdentityHashMap<>();
  private final Map<String, Optional<PixelImage>> found = new HashMap<>();
  private final Map<String, Optional<Mask>> masks = new HashMap<>();

  JobJson(SourcePictures sources) {
    this.sources = sources;
  }

  /** All that never changes of the job; copies of its sources are kept. */
  ObjectNode write(Job job) {
    ObjectNode node = JSON.createObjectNode().put("id", job.id().toString());
    node.set("draft", JSON.valueToTree(job.draft()));
    ArrayNode pictures = node.putArray("pictures");
    for (GenerationRequest request : job.pictures()) {
      pictures.add(RequestJson.write(request, request.source().map(this::kept)));
    }
    return node;
  }

  private SourceRecord kept(Source source) {
    String image = kept.computeIfAbsent(source.image(), this::keep);
    return new SourceRecord(
        source.name(),
        image,
        source.strength(),
        source.fit(),
        source.manner(),
        source.repaint().map(this::kept));
  }

  private RepaintRecord kept(Repaint repaint) {
    String mask = kept.computeIfAbsent(repaint.mask(), this::keep);
    return new RepaintRecord(mask, repaint.shape(), repaint.content(), repaint.padding());
  }

  private String keep(Object copied) {
    if (copied instanceof Mask mask) {
      sources.keep(mask);
      return mask.sha256();
    }
    PixelImage image = (PixelImage) copied;
    sources.keep(image);
    return image.sha256();
  }

  /** A copy of what {@link #write} gave, with how far the job is now. */
  static ObjectNode addProgress(Job job, ObjectNode written) {
    ObjectNode node = JSON.createObjectNode().setAll(written);
    node.put("done", job.done()).put("begun", job.begun());
    job.failure()
        .ifPresent(
            failure -> {
              ObjectNode inner = node.putObject("failure");
              inner.put("kind", failure.failure().name()).put("facts", failure.getMessage());
              failure.details().forEach(inner.putArray("details")::add);
            });
    return node;
  }

  /**
   * The job again, held back unless it failed.
   *
   * @throws IllegalArgumentException if it is incomplete or damaged, or a source is gone
   */
  Job read(JsonNode node) {
    UUID id = UUID.fromString(node.path("id").asText());
    Draft draft = JSON.convertValue(node.path("draft"), Draft.class);
    List<GenerationRequest> pictures = new ArrayList<>();
    for (JsonNode picture : node.path("pictures")) {
      pictures.add(
          RequestJson.read(
              picture,
              sha256 -> found.computeIfAbsent(sha256, sources::find),
              sha256 -> masks.computeIfAbsent(sha256, sources::findMask)));
    }
    int done = node.path("done").asInt(-1);
    if (draft == null) {
      throw new IllegalArgumentException("no draft");
    }
    return node.has("failure")
        ? Job.failed(id, draft, pictures, done, failure(node.path("failure")))
        : new Job(id, draft, pictures, done, node.path("begun").asInt(), true);
  }

  private static GenerationException failure(JsonNode node) {
    List<String> details = new ArrayList<>();
    node.path("details").forEach(detail -> details.add(detail.asText()));
    return new GenerationException(
        Failure.valueOf(node.path("kind").asText()),
        node.path("facts").asText(),
        details.toArray(String[]::new));
  }
}
