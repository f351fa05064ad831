package io.github.easel.generation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads samplers' names as Easel, diffusers, A1111 (with and without the schedule in the name),
 * InvokeAI, ComfyUI and NovelAI write them, whatever their case and spacing.
 */
public final class SamplerName {

  /** InvokeAI ends a name so for Karras' schedule. */
  private static final String KARRAS_ENDING = "_k";

  /** NovelAI and k-diffusion begin a name so. */
  private static final String CROWSON_BEGINNING = "k_";

  /** Several times as long as any name; texts from files may be of any length. */
  private static final int MOST_CHARACTERS = 80;

  /** A1111's word for the schedule that it finds usual for a sampler. */
  private static final String AUTOMATIC = "automatic";

  private SamplerName() {}

  /** The sampler of that name, and the schedule if the name has one. */
  public static Optional<SamplerChoice> find(String name) {
    String stripped = name.strip();
    if (stripped.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    String written = stripped.toLowerCase(Locale.ROOT);
    Optional<SamplerChoice> whole = plain(written);
    return whole.isEmpty() && written.startsWith(CROWSON_BEGINNING)
        ? plain(written.substring(CROWSON_BEGINNING.length()))
        : whole;
  }

  /** As {@link #find(String)}, with nothing in front of the name. */
  private static Optional<SamplerChoice> plain(String written) {
    String folded = Names.fold(written);
    return exactly(folded)
        .map(kind -> new SamplerChoice(kind, ScheduleKind.MODEL))
        .or(() -> withSchedule(folded))
        .or(() -> withKarrasEnding(written));
  }

  /**
   * The sampler of that name with a schedule told apart from it, as A1111 writes {@code Schedule
   * type}. "Automatic" there is the schedule that A1111 finds usual for the sampler.
   *
   * @return empty if either is unknown
   */
  public static Optional<SamplerChoice> find(String name, String schedule) {
    Optional<SamplerChoice> choice = find(name);
    if (schedule.isBlank()) {
      return choice;
    }
    if (Names.fold(schedule).equals(AUTOMATIC)) {
      return choice.map(
          found ->
              found.schedule() == ScheduleKind.MODEL
                  ? new SamplerChoice(found.sampler(), usualInA1111(found.sampler()))
                  : found);
    }
    return choice.flatMap(
        found -> ScheduleKind.find(schedule).map(kind -> new SamplerChoice(found.sampler(), kind)));
  }

  /**
   * The labels of the samplers whose names are most like an unknown one, the nearest first. Of a
   * name longer than any it looks at the beginning.
   *
   * @param most how many at most
   */
  public static List<String> nearest(String name, int most) {
    String stripped = name.strip();
    String wanted = Names.fold(stripped.substring(0, Math.min(stripped.length(), MOST_CHARACTERS)));
    return Arrays.stream(SamplerKind.values())
        .sorted(Comparator.comparingDouble(kind -> distance(kind, wanted)))
        .limit(most)
        .map(SamplerKind::label)
        .toList();
  }

  private static Stream<String> names(SamplerKind kind) {
    return Stream.concat(Stream.of(kind.label()), kind.aliases().stream()).map(Names::fold);
  }

  private static Optional<SamplerKind> exactly(String folded) {
    return Arrays.stream(SamplerKind.values())
        .filter(kind -> names(kind).anyMatch(folded::equals))
        .findFirst();
  }

  private static Optional<SamplerChoice> withSchedule(String folded) {
    for (ScheduleKind schedule : ScheduleKind.values()) {
      for (String ending : schedule.names().map(Names::fold).toList()) {
        if (folded.endsWith(ending)) {
          Optional<SamplerKind> sampler =
              exactly(folded.substring(0, folded.length() - ending.length()));
          if (sampler.isPresent()) {
            return sampler.map(kind -> new SamplerChoice(kind, schedule));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<SamplerChoice> withKarrasEnding(String written) {
    return written.endsWith(KARRAS_ENDING)
        ? exactly(Names.fold(written.substring(0, written.length() - KARRAS_ENDING.length())))
            .map(kind -> new SamplerChoice(kind, ScheduleKind.KARRAS))
        : Optional.empty();
  }

  private static ScheduleKind usualInA1111(SamplerKind kind) {
    return switch (kind) {
      case DPMPP_2M, DPMPP_SDE, DPMPP_2S, DPM2, DPM2_A -> ScheduleKind.KARRAS;
      case DPMPP_2M_SDE, DPMPP_2M_SDE_HEUN, DPMPP_3M_SDE -> ScheduleKind.EXPONENTIAL;
      default -> ScheduleKind.MODEL;
    };
  }

  private static double distance(SamplerKind kind, String wanted) {
    return names(kind)
        .mapToDouble(
            name -> (double) Edits.between(name, wanted) / Math.max(name.length(), wanted.length()))
        .min()
        .orElse(1);
  }
}
