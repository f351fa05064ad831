package io.github.easel.app.grid;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.SamplerName;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Seeding.Variation;
import io.github.easel.generation.Source;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts an axis's value into a request. */
final class GridChange {

  /** How many names are offered for an unknown one. */
  private static final int NEAREST = 4;

  private final GridAxis axis;
  private final String value;

  private GridChange(GridAxis axis, String value) {
    this.axis = axis;
    this.value = value;
  }

  /**
   * The request with a value of the axis in it.
   *
   * @throws GridProblem if the value is unknown or out of range
   */
  static GenerationRequest apply(GenerationRequest request, GridAxis axis, String value) {
    try {
      return new GridChange(axis, value).to(request);
    } catch (RefusedValue e) {
      throw new GridProblem(e);
    }
  }

  private GenerationRequest to(GenerationRequest request) {
    return switch (axis.field()) {
      case SAMPLER,
          SCHEDULE,
          SAMPLER_AND_SCHEDULE,
          STEPS,
          GUIDANCE,
          ETA,
          GUIDED_STEPS,
          DEEP_EVERY,
          TOKEN_STRIDE ->
          request.withSampling(sampling(request.sampling()));
      case SEED, VARIATION_SEED, VARIATION_STRENGTH, SEED_RESIZE, ENSD, RANDOM ->
          request.withSeeding(seeding(request.seeding()));
      case CLIP_SKIP, EMPHASIS, NEGATIVE, PROMPT, PROMPT_ORDER ->
          request.withPrompt(prompt(request.prompt()));
      case SIZE ->
          new GenerationRequest(
              request.prompt(),
              request.model(),
              ImageSize.parse(value),
              request.sampling(),
              request.seeding(),
              request.source());
      case STRENGTH -> request.withSource(Optional.of(source(request)));
      case MODEL ->
          new GenerationRequest(
              request.prompt(),
              value,
              request.size(),
              request.sampling(),
              request.seeding(),
              request.source());
    };
  }

  private Source source(GenerationRequest request) {
    return request
        .source()
        .map(old -> old.withStrength(Double.parseDouble(value)))
        .orElseThrow(() -> new GridProblem(GridProblem.Kind.NO_SOURCE));
  }

  private Sampling sampling(Sampling old) {
    return switch (axis.field()) {
      case SAMPLER, SAMPLER_AND_SCHEDULE -> chosen(old);
      case SCHEDULE -> old.with(old.sampler(), schedule());
      case STEPS -> old.withSteps(number());
      case GUIDANCE -> old.withGuidance(Double.parseDouble(value));
      case GUIDED_STEPS -> old.withEconomy(old.economy().guided(value));
      case DEEP_EVERY -> old.withEconomy(old.economy().withDeepEvery(number()));
      case TOKEN_STRIDE -> old.withEconomy(old.economy().withTokenStride(number()));
      default -> old.withEta(Double.parseDouble(value));
    };
  }

  /** A name without a schedule leaves that of the request, unless the axis is for both. */
  private Sampling chosen(Sampling old) {
    SamplerChoice choice =
        SamplerName.find(value)
            .orElseThrow(() -> unknown(SamplerName.nearest(value, NEAREST).stream()));
    boolean keeps = axis.field() == GridField.SAMPLER && choice.schedule() == ScheduleKind.MODEL;
    return old.with(choice.sampler(), keeps ? old.schedule() : choice.schedule());
  }

  private ScheduleKind schedule() {
    return ScheduleKind.find(value)
        .orElseThrow(() -> unknown(Arrays.stream(ScheduleKind.values()).map(ScheduleKind::label)));
  }

  private Seeding seeding(Seeding old) {
    Optional<Variation> variation = old.variation();
    return switch (axis.field()) {
      case SEED -> old.withSeed(seed());
      case VARIATION_SEED ->
          old.withVariation(
              Optional.of(new Variation(seed(), variation.map(Variation::strength).orElse(0.0))));
      case VARIATION_STRENGTH ->
          old.withVariation(
              Optional.of(
                  new Variation(
                      variation.map(Variation::seed).orElse(0L), Double.parseDouble(value))));
      case SEED_RESIZE ->
          new Seeding(
              old.seed(),
              old.random(),
              variation,
              Optional.of(ImageSize.parse(value)),
              old.stepSeedDelta());
      case RANDOM ->
          new Seeding(
              old.seed(),
              RandomKind.find(value)
                  .orElseThrow(
                      () -> unknown(Arrays.stream(RandomKind.values()).map(RandomKind::label))),
              variation,
              old.resizedFrom(),
              old.stepSeedDelta());
      default -> new Seeding(old.seed(), old.random(), variation, old.resizedFrom(), seed());
    };
  }

  private Prompt prompt(Prompt old) {
    PromptReading reading = old.reading();
    return switch (axis.field()) {
      case CLIP_SKIP ->
          reread(old, new PromptReading(reading.syntax(), reading.emphasis(), number()));
      case EMPHASIS ->
          reread(old, new PromptReading(reading.syntax(), emphasis(), reading.clipSkip()));
      case NEGATIVE -> new Prompt(old.positive(), value, reading);
      case PROMPT_ORDER ->
          new Prompt(
              WordOrder.apply(old.positive(), GridValues.split(value)), old.negative(), reading);
      default -> replaced(old);
    };
  }

  private static Prompt reread(Prompt old, PromptReading reading) {
    return new Prompt(old.positive(), old.negative(), reading);
  }

  private Prompt replaced(Prompt old) {
    String wanted = axis.values().get(0);
    if (!old.positive().contains(wanted) && !old.negative().contains(wanted)) {
      throw new GridProblem(GridProblem.Kind.NOT_IN_PROMPT, wanted);
    }
    return new Prompt(
        old.positive().replace(wanted, value),
        old.negative().replace(wanted, value),
        old.reading());
  }

  private Emphasis emphasis() {
    return Emphasis.find(value)
        .orElseThrow(() -> unknown(Arrays.stream(Emphasis.values()).map(Emphasis::label)));
  }

  private int number() {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException tooLarge) {
      throw new GridProblem(GridProblem.Kind.NO_NUMBER, axis.field().key(), value);
    }
  }

  private long seed() {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException tooLarge) {
      throw new GridProblem(GridProblem.Kind.NO_NUMBER, axis.field().key(), value);
    }
  }

  private GridProblem unknown(Stream<String> known) {
    String names = known.collect(Collectors.joining(", "));
    return new GridProblem(GridProblem.Kind.UNKNOWN_VALUE, axis.field().key(), value, names);
  }
}
