package io.github.easel.app.grid;

import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.util.Optional;

/** Samplers' names with or without a schedule behind them, such as {@code DPM++ 2M Karras}. */
final class SamplerNames {

  private SamplerNames() {}

  static Optional<SamplerKind> sampler(String name) {
    return SamplerKind.find(name);
  }

  /**
   * The sampling with the sampler and the schedule of a name. A name without a schedule means the
   * model's own.
   */
  static Optional<Sampling> both(Sampling old, String name) {
    String text = name.strip();
    for (int end = text.length(); end > 0; end--) {
      Optional<SamplerKind> sampler = SamplerKind.find(text.substring(0, end));
      Optional<ScheduleKind> schedule =
          end == text.length()
              ? Optional.of(ScheduleKind.MODEL)
              : ScheduleKind.find(text.substring(end));
      if (sampler.isPresent() && schedule.isPresent()) {
        return Optional.of(
            new Sampling(
                sampler.get(), schedule.get(), old.steps(), old.guidanceScale(), old.eta()));
      }
    }
    return Optional.empty();
  }

  static Sampling with(Sampling old, ScheduleKind schedule) {
    return new Sampling(old.sampler(), schedule, old.steps(), old.guidanceScale(), old.eta());
  }
}
