package io.github.easel.image;

import io.github.easel.generation.ScheduleKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What A1111 since version 1.9 means by the schedule type {@code Automatic}: samplers that have a
 * schedule of their own take it, all others the model's.
 */
public final class AutomaticSchedule {

  private static final Map<String, ScheduleKind> OWN =
      Map.of(
          "dpm++ 2m", ScheduleKind.KARRAS,
          "dpm++ sde", ScheduleKind.KARRAS,
          "dpm++ 2s a", ScheduleKind.KARRAS,
          "dpm2", ScheduleKind.KARRAS,
          "dpm2 a", ScheduleKind.KARRAS,
          "restart", ScheduleKind.KARRAS,
          "dpm++ 2m sde", ScheduleKind.EXPONENTIAL,
          "dpm++ 2m sde heun", ScheduleKind.EXPONENTIAL,
          "dpm++ 3m sde", ScheduleKind.EXPONENTIAL);

  private AutomaticSchedule() {}

  /**
   * The schedule of the sampler's own, if it has one.
   *
   * @param sampler as A1111 calls it, whatever the case
   */
  public static Optional<ScheduleKind> of(String sampler) {
    return Optional.ofNullable(OWN.get(sampler.strip().toLowerCase(Locale.ROOT)));
  }
}
