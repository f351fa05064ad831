package io.github.easel.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.AppliedAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The LoRAs and embeddings of a picture in its record. */
final class AdapterFields {

  private static final String FIELD = "adapters";

  private AdapterFields() {}

  /** Writes nothing where there were none. */
  static void write(List<AppliedAdapter> adapters, ObjectNode record) {
    if (adapters.isEmpty()) {
      return;
    }
    ArrayNode list = record.putArray(FIELD);
    for (AppliedAdapter adapter : adapters) {
      list.addObject()
          .put("kind", adapter.kind().name().toLowerCase(Locale.ROOT))
          .put("name", adapter.name())
          .put("hash", adapter.hash())
          .put("unet", adapter.unet())
          .put("text", adapter.text());
    }
  }

  /** What is incomplete or unknown is passed over: the prompt asks for it anyway. */
  static List<AppliedAdapter> read(RecordFields fields) {
    List<AppliedAdapter> adapters = new ArrayList<>();
    for (JsonNode one : fields.list(FIELD)) {
      for (AdapterKind kind : AdapterKind.values()) {
        if (one.path("kind").asText("").equalsIgnoreCase(kind.name())
            && one.path("name").isTextual()) {
          adapters.add(
              new AppliedAdapter(
                  kind,
                  one.path("name").asText(),
                  one.path("hash").asText(""),
                  one.path("unet").asDouble(1),
                  one.path("text").asDouble(1)));
        }
      }
    }
    return adapters;
  }
}
