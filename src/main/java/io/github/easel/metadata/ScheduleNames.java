package io.github.easel.metadata;

import io.github.easel.generation.Names;
import io.github.easel.generation.ScheduleKind;
import java.util.Map;
import java.util.Set;

/** Other programs' schedules by what comes nearest to them. */
final class ScheduleNames {

  /** Names of the model's own schedule. */
  private static final Set<String> SAME = Set.of("native");

  private static final Map<String, ScheduleKind> NEAREST =
      Map.ofEntries(
          Map.entry("turbo", ScheduleKind.TRAILING),
          Map.entry("linearquadratic", ScheduleKind.TRAILING),
          Map.entry("alignyoursteps11", ScheduleKind.ALIGN_YOUR_STEPS),
          Map.entry("alignyoursteps32", ScheduleKind.ALIGN_YOUR_STEPS),
          Map.entry("alignyourstepsgits", ScheduleKind.ALIGN_YOUR_STEPS),
          Map.entry("aysgits", ScheduleKind.ALIGN_YOUR_STEPS),
          Map.entry("ays30", ScheduleKind.ALIGN_YOUR_STEPS),
          Map.entry("ays30+", ScheduleKind.ALIGN_YOUR_STEPS),
          Map.entry("gits", ScheduleKind.ALIGN_YOUR_STEPS),
          Map.entry("gitsscheduler", ScheduleKind.ALIGN_YOUR_STEPS),
          Map.entry("edmplaygroundv25", ScheduleKind.KARRAS));

  private ScheduleNames() {}

  /** The schedule that comes nearest; the model's own for names that are not known. */
  static ScheduleKind nearest(String name) {
    return NEAREST.getOrDefault(Names.fold(name), ScheduleKind.MODEL);
  }

  /** Whether the name means the model's own schedule and not one that only comes near it. */
  static boolean isSame(String name) {
    return SAME.contains(Names.fold(name));
  }
}
