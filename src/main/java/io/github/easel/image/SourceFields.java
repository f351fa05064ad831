package io.github.easel.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.Fit;
import io.github.easel.generation.SourceRecord;
import java.util.Optional;

/** The field of {@link ProvenanceJson} that says which picture another one began with. */
final class SourceFields {

  private static final String FIELD = "source";

  private SourceFields() {}

  static void write(SourceRecord source, ObjectNode node) {
    node.putObject(FIELD)
        .put("name", source.name())
        .put("sha256", source.sha256())
        .put("strength", source.strength())
        .put("fit", source.fit().label());
  }

  static Optional<SourceRecord> read(RecordFields fields) {
    return fields
        .added(FIELD)
        .map(
            inner ->
                new SourceRecord(
                    inner.text("name"),
                    inner.text("sha256"),
                    inner.number("strength"),
                    inner.constant("fit", Fit.values())));
  }
}
