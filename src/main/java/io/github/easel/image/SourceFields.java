package io.github.easel.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.Fit;
import io.github.easel.generation.Manner;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.SourceRecord;
import io.github.easel.generation.UnderMask;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The field of {@link ProvenanceJson} that says which picture another one began with. What is usual
 * is left out, so that readers from before it was known meet only what they know.
 */
final class SourceFields {

  private static final String FIELD = "source";
  private static final String NOISE = "noise";
  private static final String LUMINANCE = "keeps_luminance";
  private static final String REPAINT = "repaint";
  private static final String PADDING = "padding";

  private SourceFields() {}

  static void write(SourceRecord source, ObjectNode node) {
    ObjectNode inner =
        node.putObject(FIELD)
            .put("name", source.name())
            .put("sha256", source.sha256())
            .put("strength", source.strength())
            .put("fit", source.fit().label());
    if (source.manner().noise() != Manner.USUAL.noise()) {
      inner.put(NOISE, source.manner().noise());
    }
    if (source.manner().keepsLuminance()) {
      inner.put(LUMINANCE, true);
    }
    source.repaint().ifPresent(repaint -> write(repaint, inner.putObject(REPAINT)));
  }

  private static void write(RepaintRecord repaint, ObjectNode node) {
    node.put("mask", repaint.sha256())
        .put("inverted", repaint.shape().inverted())
        .put("grow", repaint.shape().grow())
        .put("blur", repaint.shape().blur())
        .put("content", repaint.content().label());
    repaint.padding().ifPresent(padding -> node.put(PADDING, padding));
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
                    inner.constant("fit", Fit.values()),
                    new Manner(
                        inner.has(NOISE) ? inner.number(NOISE) : Manner.USUAL.noise(),
                        inner.has(LUMINANCE) && inner.flag(LUMINANCE)),
                    inner.added(REPAINT).map(SourceFields::repaint)));
  }

  private static RepaintRecord repaint(RecordFields fields) {
    return new RepaintRecord(
        fields.text("mask"),
        new MaskShape(fields.flag("inverted"), fields.integer("grow"), fields.number("blur")),
        fields.constant("content", UnderMask.values()),
        fields.has(PADDING) ? OptionalInt.of(fields.integer(PADDING)) : OptionalInt.empty());
  }
}
