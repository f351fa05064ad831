package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.generation.SourceRecord;
import io.github.easel.generation.UnderMask;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
            Arbitraries.of(Fit.values()),
            Combinators.combine(
                    Arbitraries.doubles().between(0, 2).ofScale(15), Arbitraries.of(true, false))
                .as(Manner::new),
            repaints().optional())
        .as(SourceRecord::new)
        .optional();
  }

  private static Arbitrary<RepaintRecord> repaints() {
    Arbitrary<MaskShape> shapes =
        Combinators.combine(
                Arbitraries.of(true, false),
                Arbitraries.integers().between(-256, 256),
                Arbitraries.doubles().between(0, 128).ofScale(13))
            .as(MaskShape::new);
    return Combinators.combine(
            Arbitraries.of("", "fedcba9876543210".repeat(4)),
            shapes,
            Arbitraries.of(UnderMask.values()),
            Arbitraries.integers().between(-1, 1024))
        .as(
            (mask, shape, content, padding) ->
                new RepaintRecord(
                    mask,
                    shape,
                    content,
                    padding < 0 ? OptionalInt.empty() : OptionalInt.of(padding)));
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
