package io.github.easel.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;

/** The fields of {@link ProvenanceJson} that say how the prompt is read. */
final class ReadingFields {

  private ReadingFields() {}

  static void write(PromptReading reading, ObjectNode node) {
    node.put("syntax", RecordFields.nameOf(reading.syntax()))
        .put("emphasis", RecordFields.nameOf(reading.emphasis()))
        .put("clip_skip", reading.clipSkip());
  }

  static PromptReading read(RecordFields fields) {
    return new PromptReading(
        fields.constant("syntax", Syntax.values()),
        fields.constant("emphasis", Emphasis.values()),
        fields.integer("clip_skip"));
  }
}
