package io.github.easel.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what the hub tells of models. */
final class HubJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

  /** More than the hub ever says at once. */
  private static final int LONGEST = 32 << 20;

  private HubJson() {}

  /** The answer as a tree; one that is no JSON is refused. */
  static JsonNode read(HubAnswer answer) throws IOException {
    String host = HubHttp.host(answer.from());
    if (answer.isPage()) {
      throw HubRefusal.of(Kind.HTML_ANSWER, answer.from().getPath(), host);
    }
    byte[] bytes;
    try (InputStream in = answer.content()) {
      bytes = in.readNBytes(LONGEST + 1);
    }
    if (bytes.length > LONGEST) {
      throw HubRefusal.of(Kind.ANSWER_UNREADABLE, host, "too long");
    }
    try {
      return JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw HubRefusal.because(e, Kind.ANSWER_UNREADABLE, host, "no JSON");
    }
  }

  /** A model out of an answer to {@code /api/models/.../revision/...}. */
  static HubModel model(JsonNode json, String asked, HubEndpoint endpoint) {
    String commit = json.path("sha").asText();
    if (!COMMIT.matcher(commit).matches()) {
      throw HubRefusal.of(Kind.ANSWER_UNREADABLE, HubHttp.host(endpoint.root()), "sha");
    }
    String given = json.path("id").asText();
    String id = HubAddress.isModel(given) ? given : asked;
    List<String> tags = new ArrayList<>();
    json.path("tags").forEach(tag -> tags.add(tag.asText()));
    JsonNode gated = json.path("gated"); // false, or a way of letting in: "auto", "manual"
    return new HubModel(
        id,
        commit,
        licence(json, tags),
        endpoint.page(id),
        tags,
        gated.asBoolean(gated.isTextual()));
  }

  /** As the card says, with its own name in the place of "other"; else as the tags say. */
  private static String licence(JsonNode json, List<String> tags) {
    JsonNode card = json.path("cardData");
    JsonNode licence = card.path("license");
    String name = (licence.isArray() ? licence.path(0) : licence).asText();
    String own = card.path("license_name").asText();
    if (!own.isBlank() && (name.isBlank() || name.equals("other"))) {
      return own.strip();
    }
    if (!name.isBlank()) {
      return name.strip();
    }
    return tags.stream()
        .filter(tag -> tag.startsWith("license:"))
        .map(tag -> tag.substring("license:".length()))
        .findFirst()
        .orElse("");
  }

  /** Files out of a page of an answer to {@code /api/models/.../tree/...}. */
  static List<HubFile> files(JsonNode json, String model, URI from) {
    if (!json.isArray()) {
      throw HubRefusal.of(Kind.ANSWER_UNREADABLE, HubHttp.host(from), "tree");
    }
    List<HubFile> files = new ArrayList<>();
    for (JsonNode entry : json) {
      if (entry.path("type").asText().equals("file")) {
        JsonNode large = entry.path("lfs");
        JsonNode told = large.isObject() ? large : entry;
        files.add(
            HubFile.of(
                entry.path("path").asText(),
                told.path("size").asLong(-1),
                told.path("oid").asText().replaceFirst("^sha256:", ""),
                model));
      }
    }
    return files;
  }
}
