package io.github.easel.metadata;

import io.github.easel.generation.Economy;
import io.github.easel.generation.PlainNumber;
import io.github.easel.generation.Remark.Reason;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes sampler, schedule, steps, guidance and eta over. */
final class SamplingImport {

  private final FoundSettings found;
  private final Remarks remarks;

  SamplingImport(FoundSettings found, Remarks remarks) {
    this.found = found;
    this.remarks = remarks;
  }

  /** The picture's sampling; what it does not say is taken from the defaults. */
  Sampling sampling(Sampling defaults) {
    Optional<SamplerMatch> match =
        found.first(Meaning.SAMPLER).map(setting -> sampler(setting, defaults.sampler()));
    ScheduleKind schedule =
        found
            .first(Meaning.SCHEDULE)
            .map(this::schedule)
            .or(() -> match.flatMap(SamplerMatch::schedule))
            // A sampler that another program ran without naming a schedule ran on the model's.
            .orElse(match.isPresent() ? ScheduleKind.MODEL : defaults.schedule());
    SamplerKind sampler = match.map(SamplerMatch::sampler).orElse(defaults.sampler());
    return new Sampling(
        sampler,
        suitable(schedule, sampler),
        (int) number(Meaning.STEPS, 1, Sampling.MOST_STEPS, true).orElse(defaults.steps()),
        number(Meaning.GUIDANCE, 0, Sampling.MOST_GUIDANCE, false).orElse(defaults.guidanceScale()),
        eta(sampler, match.isPresent() ? OptionalDouble.empty() : defaults.eta()),
        economy());
  }

  /** What the picture does not say was not left out. */
  private Economy economy() {
    double from = number(Meaning.GUIDED_FROM, 0, 1, false).orElse(0);
    double until = number(Meaning.GUIDED_UNTIL, 0, 1, false).orElse(1);
    int every = (int) number(Meaning.DEEP_EVERY, 1, Economy.MOST_DEEP_EVERY, true).orElse(1);
    int stride = (int) number(Meaning.TOKEN_STRIDE, 1, Economy.MOST_TOKEN_STRIDE, true).orElse(1);
    boolean eightBits = number(Meaning.UNET_BITS, 8, 32, true).orElse(32) == 8;
    return new Economy(from, Math.max(from, until), every, eightBits, stride);
  }

  private OptionalDouble eta(SamplerKind sampler, OptionalDouble otherwise) {
    Optional<FoundSetting> setting = found.first(Meaning.ETA);
    if (setting.isEmpty()) {
      return otherwise;
    }
    if (sampler.takesEta()) {
      return number(Meaning.ETA, 0, 1, false);
    }
    remarks.add(Reason.ETA_IGNORED, setting.get().name(), setting.get().value(), sampler.label());
    return otherwise;
  }

  private ScheduleKind suitable(ScheduleKind schedule, SamplerKind sampler) {
    if (sampler.schedules().contains(schedule)) {
      return schedule;
    }
    remarks.add(Reason.SCHEDULE_NEAREST, schedule.label(), ScheduleKind.MODEL.label());
    return ScheduleKind.MODEL;
  }

  private SamplerMatch sampler(FoundSetting setting, SamplerKind otherwise) {
    SamplerMatch match = SamplerMatch.of(setting.value(), otherwise);
    if (match.exact() && match.differsFrom(found.program())) {
      remarks.add(Reason.SAMPLER_DIFFERS, match.sampler().label(), found.program().label());
    } else if (match.exact()) {
      remarks.applied(setting);
    } else {
      remarks.add(Reason.SAMPLER_NEAREST, setting.value(), match.sampler().label());
    }
    return match;
  }

  private ScheduleKind schedule(FoundSetting setting) {
    Optional<ScheduleKind> exact = ScheduleKind.find(setting.value());
    if (exact.isPresent()) {
      remarks.applied(setting);
      return exact.get();
    }
    ScheduleKind nearest = ScheduleNames.nearest(setting.value());
    if (ScheduleNames.isSame(setting.value())) {
      remarks.applied(setting);
    } else {
      remarks.add(Reason.SCHEDULE_NEAREST, setting.value(), nearest.label());
    }
    return nearest;
  }

  private OptionalDouble number(Meaning meaning, double least, double most, boolean whole) {
    Optional<FoundSetting> setting = found.first(meaning);
    if (setting.isEmpty()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number =
        whole
            ? Numbers.whole(setting.get().value())
                .map(value -> OptionalDouble.of(bounded(value)))
                .orElse(OptionalDouble.empty())
            : Numbers.decimal(setting.get().value());
    if (number.isEmpty()) {
      remarks.unreadable(setting.get());
      return number;
    }
    double fitted = Math.max(least, Math.min(most, number.getAsDouble()));
    if (fitted == number.getAsDouble()) {
      remarks.applied(setting.get());
    } else {
      remarks.limited(setting.get(), PlainNumber.of(fitted));
    }
    return OptionalDouble.of(fitted);
  }

  private static double bounded(BigInteger value) {
    return value
        .max(BigInteger.valueOf(Integer.MIN_VALUE))
        .min(BigInteger.valueOf(Integer.MAX_VALUE))
        .intValue();
  }
}
