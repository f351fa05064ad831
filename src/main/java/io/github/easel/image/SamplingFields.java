package io.github.easel.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.Economy;
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
    Economy economy = sampling.economy();
    if (!economy.equals(Economy.NONE)) {
      ObjectNode left =
          node.putObject("economy")
              .put("guided_from", economy.guidedFrom())
              .put("guided_until", economy.guidedUntil())
              .put("deep_every", economy.deepEvery());
      if (economy.eightBits()) {
        left.put("eight_bits", true);
      }
      if (economy.tokenStride() > 1) {
        left.put("token_stride", economy.tokenStride());
      }
    }
  }

  static Sampling read(RecordFields fields) {
    return new Sampling(
        sampler(fields),
        ScheduleKind.find(fields.text("schedule"))
            .orElseThrow(() -> new IllegalArgumentException("unknown schedule")),
        fields.integer("steps"),
        fields.number("guidance"),
        fields.isNull("eta") ? OptionalDouble.empty() : OptionalDouble.of(fields.number("eta")),
        fields.added("economy").map(SamplingFields::economy).orElse(Economy.NONE));
  }

  private static Economy economy(RecordFields fields) {
    return new Economy(
        fields.number("guided_from"),
        fields.number("guided_until"),
        fields.integer("deep_every"),
        fields.has("eight_bits") && fields.flag("eight_bits"),
        fields.has("token_stride") ? fields.integer("token_stride") : 1);
  }

  static Sampling readFirstFormat(RecordFields fields) {
    return new Sampling(sampler(fields), fields.integer("steps"), fields.number("guidance"));
  }

  private static SamplerKind sampler(RecordFields fields) {
    return SamplerKind.find(fields.text("sampler"))
        .orElseThrow(() -> new IllegalArgumentException("unknown sampler"));
  }
}
