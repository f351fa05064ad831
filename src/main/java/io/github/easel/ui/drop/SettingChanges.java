package io.github.easel.ui.drop;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PlainNumber;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import io.github.easel.ui.drop.Change.Setting;
import java.util.ArrayList;
import java.util.List;

/** Compares what is typed and chosen with what a picture says of itself. */
final class SettingChanges {

  private final List<Change> changes = new ArrayList<>();

  private SettingChanges() {}

  /**
   * The settings that would change.
   *
   * @param seedSaid whether the seed is the picture's own
   */
  static List<Change> of(Draft now, GenerationRequest then, boolean seedSaid) {
    SettingChanges found = new SettingChanges();
    found.add(Setting.PROMPT, now.words().prompt(), then.prompt().positive());
    found.add(Setting.NEGATIVE, now.words().negative(), then.prompt().negative());
    if (seedSaid) {
      found.add(Setting.SEED, now.chance().seed(), Long.toString(then.seed()));
      found.add(
          Setting.VARIATION, plain(now.chance().variationStrength()), variation(then.seeding()));
    }
    found.add(Setting.MODEL, now.model(), then.model());
    found.add(Setting.SIZE, size(now.format()), then.size().toString());
    found.way(now.way(), then);
    found.add(Setting.SOURCE, now.start().name(), then.source().map(Source::name).orElse(""));
    return List.copyOf(found.changes);
  }

  private void way(Draft.Way now, GenerationRequest then) {
    add(Setting.SAMPLER, now.sampler(), then.sampling().sampler().label());
    add(Setting.SCHEDULE, now.schedule(), then.sampling().schedule().label());
    add(Setting.STEPS, whole(now.steps()), whole(then.sampling().steps()));
    add(Setting.GUIDANCE, plain(now.guidance()), plain(then.sampling().guidanceScale()));
    add(Setting.CLIP_SKIP, whole(now.clipSkip()), whole(then.prompt().reading().clipSkip()));
  }

  private void add(Setting setting, String now, String then) {
    if (!now.strip().equals(then.strip())) {
      changes.add(new Change(setting, now.strip(), then.strip()));
    }
  }

  private static String size(Draft.Format format) {
    return format.width() == 0 ? "" : format.width() + "x" + format.height();
  }

  private static String variation(Seeding seeding) {
    return plain(seeding.variation().map(Seeding.Variation::strength).orElse(0.0));
  }

  private static String whole(int number) {
    return number == 0 ? "" : Integer.toString(number);
  }

  private static String plain(double number) {
    return PlainNumber.of(number);
  }
}
