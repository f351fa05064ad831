package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.generation.SourceRecord;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProvenanceJsonPropertyTest {

  @Property(tries = 500)
  void everyRequestComesBackExactly(
      @ForAll("requests") GenerationRequest request,
      @ForAll("sources") Optional<SourceRecord> source) {
    Provenance provenance =
        new Provenance(
            request,
            "m",
            "0123456789",
            request.seeding().random().label(),
            "engine",
            "Easel",
            source);

    assertThat(ProvenanceJson.read(ProvenanceJson.write(provenance))).contains(provenance);
  }

  @Provide
  Arbitrary<GenerationRequest> requests() {
    Arbitrary<Prompt> prompts =
        Combinators.combine(Arbitraries.strings(), Arbitraries.strings(), readings())
            .as(Prompt::new);
    return Combinators.combine(prompts, Arbitraries.strings(), sizes(), samplings(), seedings())
        .as(GenerationRequest::new);
  }

  @Provide
  Arbitrary<Optional<SourceRecord>> sources() {
    return Combinators.combine(
            Arbitraries.strings(),
            Arbitraries.of("", "0123456789abcdef".repeat(4)),
            Arbitraries.doubles().between(0.001, 1).ofScale(17),
            Arbitraries.of(Fit.values()))
        .as(SourceRecord::new)
        .optional();
  }

  private static Arbitrary<PromptReading> readings() {
    return Combinators.combine(
            Arbitraries.of(Syntax.values()),
            Arbitraries.of(Emphasis.values()),
            Arbitraries.integers().between(1, PromptReading.MOST_CLIP_SKIP))
        .as(PromptReading::new);
  }

  private static Arbitrary<ImageSize> sizes() {
    Arbitrary<Integer> sides = Arbitraries.integers().between(2, 512).map(side -> 8 * side);
    return Combinators.combine(sides, sides).as(ImageSize::new);
  }

  private static Arbitrary<Sampling> samplings() {
    Arbitrary<OptionalDouble> etas =
        Arbitraries.doubles()
            .between(0, 1)
            .ofScale(17)
            .optional()
            .map(eta -> eta.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    return Combinators.combine(
            Arbitraries.of(SamplerKind.values()),
            Arbitraries.of(ScheduleKind.values()),
            Arbitraries.integers().between(1, Sampling.MOST_STEPS),
            Arbitraries.doubles().between(0, Sampling.MOST_GUIDANCE).ofScale(15),
            etas)
        .as(Sampling::new);
  }

  private static Arbitrary<Seeding> seedings() {
    return Arbitraries.of(RandomKind.values())
        .flatMap(
            random -> {
              Arbitrary<Long> seeds = Arbitraries.longs().between(0, random.largestSeed());
              Arbitrary<Variation> variations =
                  Combinators.combine(seeds, Arbitraries.doubles().between(0, 1).ofScale(17))
                      .as(Variation::new);
              Arbitrary<Long> deltas =
                  random == RandomKind.NUMPY ? Arbitraries.just(0L) : Arbitraries.longs();
              return Combinators.combine(
                      seeds,
                      Arbitraries.just(random),
                      variations.optional(),
                      sizes().optional(),
                      deltas)
                  .as(Seeding::new);
            });
  }
}
