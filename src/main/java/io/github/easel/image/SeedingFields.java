package io.github.easel.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import java.util.Arrays;
import java.util.Optional;

/** The fields of {@link ProvenanceJson} that say which noise the picture began with. */
final class SeedingFields {

  private SeedingFields() {}

  static void write(Seeding seeding, ObjectNode node) {
    node.put("seed", seeding.seed()).put("random", seeding.random().label());
    if (seeding.variation().isPresent()) {
      Variation variation = seeding.variation().get();
      node.putObject("variation")
          .put("seed", variation.seed())
          .put("strength", variation.strength());
    } else {
      node.putNull("variation");
    }
    if (seeding.resizedFrom().isPresent()) {
      ImageSize size = seeding.resizedFrom().get();
      node.putObject("resized_from").put("width", size.width()).put("height", size.height());
    } else {
      node.putNull("resized_from");
    }
    node.put("step_seed_delta", seeding.stepSeedDelta());
  }

  static Seeding read(RecordFields fields) {
    Optional<Variation> variation =
        fields
            .object("variation")
            .map(inner -> new Variation(inner.whole("seed"), inner.number("strength")));
    Optional<ImageSize> resizedFrom =
        fields
            .object("resized_from")
            .map(inner -> new ImageSize(inner.integer("width"), inner.integer("height")));
    return new Seeding(
        fields.whole("seed"),
        random(fields),
        variation,
        resizedFrom,
        fields.whole("step_seed_delta"));
  }

  static Seeding readFirstFormat(RecordFields fields) {
    return new Seeding(fields.whole("seed"), random(fields), Optional.empty(), Optional.empty(), 0);
  }

  private static RandomKind random(RecordFields fields) {
    String label = fields.text("random");
    return Arrays.stream(RandomKind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown random generator"));
  }
}
