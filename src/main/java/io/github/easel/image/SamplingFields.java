package io.github.easel.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.util.OptionalDouble;

/** The fields of {@link ProvenanceJson} that say how the picture was found in the noise. */
final class SamplingFields {

  private SamplingFields() {}

  static void write(Sampling sampling, ObjectNode node) {
    node.put("sampler", sampling.sampler().label())
        .put("schedule", sampling.schedule().label())
        .put("steps", sampling.steps())
        .put("guidance", sampling.guidanceScale());
    if (sampling.eta().isPresent()) {
      node.put("eta", sampling.eta().getAsDouble());
    } else {
      node.putNull("eta");
    }
  }

  static Sampling read(RecordFields fields) {
    return new Sampling(
        sampler(fields),
        ScheduleKind.find(fields.text("schedule"))
            .orElseThrow(() -> new IllegalArgumentException("unknown schedule")),
        fields.integer("steps"),
        fields.number("guidance"),
        fields.isNull("eta") ? OptionalDouble.empty() : OptionalDouble.of(fields.number("eta")));
  }

  static Sampling readFirstFormat(RecordFields fields) {
    return new Sampling(sampler(fields), fields.integer("steps"), fields.number("guidance"));
  }

  private static SamplerKind sampler(RecordFields fields) {
    return SamplerKind.find(fields.text("sampler"))
        .orElseThrow(() -> new IllegalArgumentException("unknown sampler"));
  }
}
