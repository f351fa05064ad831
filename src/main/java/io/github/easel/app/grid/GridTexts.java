package io.github.easel.app.grid;

import io.github.easel.app.Bundle;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding.Variation;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What stands on a sheet, and what is said of a grid, in one language. */
public final class GridTexts {

  private static final String BUNDLE = "io.github.easel.app.grid.Messages";

  private final Bundle bundle;

  /** Texts in that language, or in English where there is no translation. */
  public GridTexts(Locale locale) {
    this.bundle = new Bundle(BUNDLE, locale);
  }

  /** The sentence for a problem: what, why, what to do. */
  public String of(GridProblem problem) {
    if (problem.refused().isPresent()) {
      return new UserMessages(bundle.locale()).of(problem.refused().get());
    }
    String[] details = problem.details().toArray(String[]::new);
    return bundle.of("problem." + problem.kind().name(), details);
  }

  /** The field's name. */
  public String field(GridField field) {
    return bundle.get("field." + field.name());
  }

  /** The label of an axis's place: a name stands for itself, a number behind its field's name. */
  public String label(GridAxis axis, String value) {
    return switch (axis.field().kind()) {
      case WHOLE, REAL -> pair(axis.field(), value);
      case NAME -> axis.field() == GridField.MODEL ? fileName(value) : value;
      case WORDS -> words(axis.field(), value);
    };
  }

  /** The labels of all places of an axis, or one empty one. */
  List<String> labels(Optional<GridAxis> axis) {
    return axis.map(some -> some.values().stream().map(value -> label(some, value)).toList())
        .orElse(List.of(""));
  }

  private String words(GridField field, String value) {
    if (value.isBlank()) {
      return bundle.get("nothing");
    }
    return field == GridField.PROMPT_ORDER ? String.join(", ", GridValues.split(value)) : value;
  }

  private static String fileName(String model) {
    try {
      Path name = Path.of(model).getFileName();
      return name == null ? model : name.toString();
    } catch (InvalidPathException e) {
      return model;
    }
  }

  /** What all pictures have in common, in one line. */
  String settings(GridPlan plan) {
    GenerationRequest base = plan.base();
    Sampling sampling = base.sampling();
    List<String> parts = new ArrayList<>();
    if (!plan.changes(GridField.MODEL)) {
      parts.add(fileName(base.model()));
    }
    if (!plan.changes(GridField.SIZE)) {
      parts.add(base.size().toString());
    }
    if (!plan.changes(GridField.SAMPLER) && !plan.changes(GridField.SAMPLER_AND_SCHEDULE)) {
      parts.add(sampling.sampler().label());
    }
    if (sampling.schedule() != ScheduleKind.MODEL
        && !plan.changes(GridField.SCHEDULE)
        && !plan.changes(GridField.SAMPLER_AND_SCHEDULE)) {
      parts.add(sampling.schedule().label());
    }
    add(parts, plan, GridField.STEPS, Integer.toString(sampling.steps()));
    add(parts, plan, GridField.GUIDANCE, Double.toString(sampling.guidanceScale()));
    add(parts, plan, GridField.SEED, Long.toString(base.seed()));
    Optional<Variation> variation = base.seeding().variation();
    boolean varied =
        plan.changes(GridField.VARIATION_STRENGTH) || variation.filter(Variation::acts).isPresent();
    if (varied && variation.isPresent()) {
      add(parts, plan, GridField.VARIATION_SEED, Long.toString(variation.get().seed()));
      add(parts, plan, GridField.VARIATION_STRENGTH, Double.toString(variation.get().strength()));
    }
    String negative = base.prompt().negative();
    if (!negative.isBlank()) {
      add(parts, plan, GridField.NEGATIVE, negative);
    }
    return String.join(" · ", parts);
  }

  private void add(List<String> parts, GridPlan plan, GridField field, String value) {
    if (!plan.changes(field)) {
      parts.add(pair(field, value));
    }
  }

  private String pair(GridField field, String value) {
    return bundle.of("pair", field(field), whole(value));
  }

  /** The number without a fraction that is none. */
  private static String whole(String number) {
    return number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
  }
}
