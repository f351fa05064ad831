package io.github.easel.app;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.PromptExpansion.Wishes;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Economy;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Plans drafts by asking the services for everything that a draft only names. */
final class LocalDraftPlanner implements DraftPlanner {

  private final Services services;
  private final LongSupplier newSeeds;

  LocalDraftPlanner(Services services, LongSupplier newSeeds) {
    this.services = services;
    this.newSeeds = newSeeds;
  }

  @Override
  public Plan plan(Draft draft) {
    try {
      return checkedPlan(draft);
    } catch (RefusedValue e) {
      throw GenerationException.of(e);
    }
  }

  private Plan checkedPlan(Draft draft) {
    ModelSummary model = services.models().find(draft.model());
    List<Notice> notices = new ArrayList<>();
    Sampling sampling = sampling(draft.way(), model, notices);
    ImageSize size = size(draft.format(), model);
    Prompt prompt =
        new Prompt(
            draft.words().prompt().strip(),
            draft.words().negative().strip(),
            reading(draft.way(), model));
    Seeding first = seeding(draft.chance(), draft.way().fine());
    PromptExpansion.Plan plan = expand(draft, prompt, first);
    notices.addAll(plan.notices());
    Optional<Source> source = source(draft.start()); // last, since it takes the longest
    List<GenerationRequest> pictures =
        plan.pictures().stream()
            .map(
                one ->
                    new GenerationRequest(
                        one.prompt(), model.name(), size, sampling, one.seeding(), source))
            .toList();
    return new Plan(pictures, notices);
  }

  private PromptExpansion.Plan expand(Draft draft, Prompt prompt, Seeding first) {
    int count = draft.format().count();
    Wishes wishes =
        new Wishes(
            false,
            draft.words().styles(),
            draft.words().dynamic(),
            Optional.empty(),
            Optional.empty());
    return services.expansion().plan(prompt, first, count, wishes);
  }

  /** An unknown schedule is no reason to draw nothing, an unknown sampler is. */
  private Sampling sampling(Draft.Way way, ModelSummary model, List<Notice> notices) {
    List<SamplerKind> suitable = services.models().samplers(model.name());
    SamplerKind sampler =
        way.sampler().isBlank()
            ? model.sampling().sampler()
            : SamplerKind.find(way.sampler())
                .filter(suitable::contains)
                .orElseThrow(() -> unsuitable(way.sampler(), suitable));
    Optional<ScheduleKind> schedule = ScheduleKind.find(way.schedule());
    if (schedule.isEmpty() && !way.schedule().isBlank()) {
      notices.add(new Notice(Notice.Kind.SCHEDULE_FALLBACK, way.schedule()));
    }
    ScheduleKind usual = way.sampler().isBlank() ? model.sampling().schedule() : ScheduleKind.MODEL;
    return new Sampling(
        sampler,
        schedule.orElse(usual),
        way.steps() == 0 ? model.sampling().steps() : way.steps(),
        way.steps() == 0 ? model.sampling().guidanceScale() : way.guidance(),
        eta(way.fine().eta()),
        Economy.find(way.economy()).orElse(Economy.NONE));
  }

  private static GenerationException unsuitable(String sampler, List<SamplerKind> suitable) {
    return new GenerationException(
        Failure.SAMPLER_UNSUITABLE,
        "no sampler " + sampler + " for this model",
        sampler,
        suitable.stream().map(SamplerKind::label).collect(Collectors.joining(", ")));
  }

  private static OptionalDouble eta(String text) {
    try {
      return text.isBlank()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Double.parseDouble(text.strip()));
    } catch (NumberFormatException e) {
      throw new RefusedValue(RefusedValue.Kind.ETA, text);
    }
  }

  private ImageSize size(Draft.Format format, ModelSummary model) {
    if (format.width() == 0 || format.height() == 0) {
      return model.size();
    }
    int multiple = services.models().sizeMultiple(model.name());
    if (format.width() % multiple != 0 || format.height() % multiple != 0) {
      String wanted = format.width() + "x" + format.height();
      throw new GenerationException(
          Failure.SIZE_UNSUITABLE,
          wanted + " is no multiple of " + multiple,
          wanted,
          Integer.toString(multiple));
    }
    return new ImageSize(format.width(), format.height());
  }

  private PromptReading reading(Draft.Way way, ModelSummary model) {
    PromptReading usual = PromptReading.usual();
    PromptReading reading =
        new PromptReading(
            Syntax.find(way.fine().syntax()).orElse(usual.syntax()),
            Emphasis.find(way.fine().emphasis()).orElse(usual.emphasis()),
            way.clipSkip());
    int most = services.models().mostClipSkip(model.name());
    if (way.clipSkip() > most) {
      throw new GenerationException(
          Failure.CLIP_SKIP_UNSUITABLE,
          "clip skip " + way.clipSkip() + " of " + most,
          Integer.toString(way.clipSkip()),
          Integer.toString(most));
    }
    return reading;
  }

  private Seeding seeding(Draft.Chance chance, Draft.Fine fine) {
    Optional<Seeding.Variation> variation =
        chance.variationStrength() == 0
            ? Optional.empty()
            : Optional.of(
                new Seeding.Variation(seed(chance.variationSeed()), chance.variationStrength()));
    return new Seeding(
        seed(chance.seed()),
        RandomKind.find(fine.random()).orElse(RandomKind.TORCH_CPU),
        variation,
        fine.noiseSize().isBlank()
            ? Optional.empty()
            : Optional.of(ImageSize.parse(fine.noiseSize())),
        fine.stepSeedDelta());
  }

  private long seed(String typed) {
    String digits = typed.strip();
    if (digits.isEmpty()) {
      return newSeeds.getAsLong();
    }
    try {
      if (digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return Long.parseLong(digits);
      }
    } catch (NumberFormatException e) {
      // more than 2^63-1: refused like any other
    }
    throw new RefusedValue(RefusedValue.Kind.SEED, digits);
  }

  private Optional<Source> source(Draft.Start start) {
    if (start.picture().isEmpty()) {
      return Optional.empty();
    }
    try {
      Draft.Touch touch = start.touch();
      return Optional.of(
          new Source(
              services.sources().read(Path.of(start.picture())),
              start.name(),
              start.strength(),
              Fit.find(start.fit()).orElse(Fit.CROP),
              new Manner(touch.noise(), touch.keepsLuminance()),
              repaint(start.masked())));
    } catch (InvalidPathException e) {
      throw new GenerationException(
          Failure.FILE_UNREADABLE, e.toString(), e, e.getInput(), String.valueOf(e.getReason()));
    }
  }

  private Optional<Repaint> repaint(Draft.Masked masked) {
    if (masked.mask().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Repaint(
            services.sources().mask(Path.of(masked.mask())),
            new MaskShape(masked.inverted(), masked.grow(), masked.blur()),
            UnderMask.find(masked.content()).orElse(UnderMask.ORIGINAL),
            masked.padding() < 0 ? OptionalInt.empty() : OptionalInt.of(masked.padding())));
  }
}
