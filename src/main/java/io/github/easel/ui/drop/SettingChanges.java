package io.github.easel.ui.drop;

import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PlainNumber;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import io.github.easel.ui.compose.SamplingViewModel;
import io.github.easel.ui.compose.SourceViewModel;
import io.github.easel.ui.drop.Change.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares what is typed and chosen with what a picture says of itself. All that taking it over
 * changes is found, as {@link io.github.easel.ui.compose.ComposeViewModel#recall} does it, and
 * nothing else.
 */
public final class SettingChanges {

  /** Letters of a picture's hash that stand for one without a name. */
  private static final int HASH = 10;

  /** What the names of {@link io.github.easel.app.SourcePictures}' masks begin with. */
  private static final String MASK = "mask-";

  private final List<Change> changes = new ArrayList<>();

  private SettingChanges() {}

  /**
   * The settings that would change.
   *
   * @param seedSaid whether the seed is the picture's own
   */
  public static List<Change> of(Draft now, GenerationRequest then, boolean seedSaid) {
    SettingChanges found = new SettingChanges();
    found.words(now.words(), then);
    found.reading(now.way(), then.prompt().reading());
    if (seedSaid) {
      found.noise(now.chance(), now.way().fine(), then.seeding());
    }
    found.add(Setting.SIZE, size(now.format()), then.size().toString());
    found.way(now.way(), then.sampling());
    found.start(now.start(), then.source());
    found.add(Setting.MODEL, now.model(), then.model());
    return List.copyOf(found.changes);
  }

  /** A picture's words are what became of styles and variants, so these are left out. */
  private void words(Draft.Words now, GenerationRequest then) {
    add(Setting.PROMPT, now.prompt(), then.prompt().positive());
    add(Setting.NEGATIVE, now.negative(), then.prompt().negative());
    add(Setting.STYLES, String.join(", ", now.styles()), "");
    add(Setting.DYNAMIC, now.dynamic() ? Change.ON : "", "");
  }

  private void reading(Draft.Way now, PromptReading then) {
    PromptReading usual = PromptReading.usual();
    add(Setting.CLIP_SKIP, whole(now.clipSkip()), whole(then.clipSkip()));
    add(
        Setting.SYNTAX,
        PromptReading.Syntax.find(now.fine().syntax()).orElse(usual.syntax()).label(),
        then.syntax().label());
    add(
        Setting.EMPHASIS,
        PromptReading.Emphasis.find(now.fine().emphasis()).orElse(usual.emphasis()).label(),
        then.emphasis().label());
  }

  private void noise(Draft.Chance now, Draft.Fine fine, Seeding then) {
    Optional<Seeding.Variation> other = then.variation();
    add(Setting.SEED, now.seed(), Long.toString(then.seed()));
    add(
        Setting.VARIATION,
        plain(now.variationStrength()),
        plain(other.map(Seeding.Variation::strength).orElse(0.0)));
    add(
        Setting.VARIATION_SEED,
        now.variationSeed(),
        other.map(mixed -> Long.toString(mixed.seed())).orElse(""));
    add(
        Setting.RANDOM,
        RandomKind.find(fine.random()).orElse(RandomKind.TORCH_CPU).label(),
        then.random().label());
    add(
        Setting.NOISE_SIZE,
        fine.noiseSize(),
        then.resizedFrom().map(ImageSize::toString).orElse(""));
    add(Setting.STEP_SEED_DELTA, delta(fine.stepSeedDelta()), delta(then.stepSeedDelta()));
  }

  private void way(Draft.Way now, Sampling then) {
    add(Setting.SAMPLER, now.sampler(), then.sampler().label());
    add(Setting.SCHEDULE, now.schedule(), schedule(now, then).label());
    add(
        Setting.STEPS,
        whole(now.steps()),
        whole(Math.min(SamplingViewModel.MOST_STEPS, then.steps())));
    add(
        Setting.GUIDANCE,
        plain(now.guidance()),
        plain(Math.min(SamplingViewModel.MOST_GUIDANCE, then.guidanceScale())));
    add(
        Setting.ETA,
        now.fine().eta(),
        then.eta().isPresent() ? Double.toString(then.eta().getAsDouble()) : "");
    add(Setting.ECONOMY, now.economy(), then.economy().label());
  }

  /** One that the sampler cannot follow leaves the present one, if it can follow that. */
  private static ScheduleKind schedule(Draft.Way now, Sampling then) {
    SamplerKind sampler = then.sampler();
    return sampler.schedules().contains(then.schedule())
        ? then.schedule()
        : ScheduleKind.find(now.schedule())
            .filter(sampler.schedules()::contains)
            .orElse(ScheduleKind.MODEL);
  }

  /** Without a source the strength and the fit of another stay for the next one. */
  private void start(Draft.Start now, Optional<Source> then) {
    if (then.isEmpty()) {
      add(Setting.SOURCE, now.picture().isEmpty() ? "" : name(now.name(), now.picture()), "");
      add(Setting.MASK, mask(now.masked()), "");
      return;
    }
    Source source = then.get();
    String sha256 = source.image().sha256();
    if (!now.picture().contains(sha256) || !now.name().equals(source.name())) {
      String before = now.picture().isEmpty() ? "" : name(now.name(), now.picture());
      changes.add(new Change(Setting.SOURCE, before, name(source.name(), sha256)));
    }
    add(Setting.STRENGTH, plain(now.strength()), plain(source.strength()));
    add(Setting.FIT, now.fit(), source.fit().label());
    add(
        Setting.NOISE_MULTIPLIER,
        plain(now.touch().noise()),
        plain(Math.max(SourceViewModel.LEAST_NOISE, source.manner().noise())));
    add(
        Setting.LIGHTNESS,
        now.touch().keepsLuminance() ? Change.ON : "",
        source.manner().keepsLuminance() ? Change.ON : "");
    masked(now.masked(), source.repaint());
  }

  /** Without a mask, how masks are painted stays for the next one. */
  private void masked(Draft.Masked now, Optional<Repaint> then) {
    if (then.isEmpty()) {
      add(Setting.MASK, mask(now), "");
      return;
    }
    Repaint part = then.get();
    MaskShape shape = part.shape();
    add(Setting.MASK, mask(now), mask(part.mask().sha256(), shape.inverted()));
    add(Setting.MASK_CONTENT, now.content(), part.content().label());
    add(Setting.MASK_BLUR, plain(now.blur()), plain(shape.blur()));
    add(Setting.MASK_GROW, Integer.toString(now.grow()), Integer.toString(shape.grow()));
    add(Setting.MASK_PADDING, padding(now.padding()), padding(part.padding().orElse(-1)));
  }

  private static String mask(Draft.Masked now) {
    String file =
        now.mask()
            .substring(1 + Math.max(now.mask().lastIndexOf('/'), now.mask().lastIndexOf('\\')));
    return mask(file.startsWith(MASK) ? file.substring(MASK.length()) : file, now.inverted());
  }

  private static String mask(String sha256, boolean inverted) {
    String hash = sha256.substring(0, Math.min(HASH, sha256.length()));
    return hash.isEmpty() || !inverted ? hash : Change.INVERTED + hash;
  }

  private static String padding(int pixels) {
    return pixels < 0 ? "" : Integer.toString(pixels);
  }

  /** What people call a picture; the beginning of its hash if they call it nothing. */
  private static String name(String called, String copy) {
    String hash = copy.substring(Math.max(copy.lastIndexOf('/'), copy.lastIndexOf('\\')) + 1);
    return called.isBlank() ? hash.substring(0, Math.min(HASH, hash.length())) : called;
  }

  private void add(Setting setting, String now, String then) {
    if (!now.strip().equals(then.strip())) {
      changes.add(new Change(setting, now.strip(), then.strip()));
    }
  }

  private static String size(Draft.Format format) {
    return format.width() == 0 ? "" : format.width() + "x" + format.height();
  }

  private static String delta(long number) {
    return number == 0 ? "" : Long.toString(number);
  }

  private static String whole(int number) {
    return number == 0 ? "" : Integer.toString(number);
  }

  private static String plain(double number) {
    return PlainNumber.of(number);
  }
}
