package io.github.easel.generation;

/**
 * A sampler and how its steps are spread: what one name says in programs that put both in one.
 *
 * @param sampler the algorithm
 * @param schedule how its steps are spread; {@link ScheduleKind#MODEL} if the name says nothing
 */
public record SamplerChoice(SamplerKind sampler, ScheduleKind schedule) {

  /** The name as people write it: {@code DPM++ 2M Karras}. */
  public String label() {
    return schedule == ScheduleKind.MODEL
        ? sampler.label()
        : sampler.label() + " " + schedule.label();
  }
}
