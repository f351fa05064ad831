package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.generation.Economy;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.PlainNumber;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.drop.Change;
import io.github.easel.ui.drop.Change.Setting;
import io.github.easel.ui.drop.SettingChanges;
import io.github.easel.ui.drop.SettingGroup;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the question lists is what changes. */
class SettingChangesTest {

  private static final PixelImage PICTURE = FakeServices.gradient(16, 8);
  private static final PixelImage OTHER = FakeServices.gradient(8, 16);

  private static final Pattern MASK = Pattern.compile("mask-([0-9a-f]{10})");
  private static final Mask PART = Mask.of(2, 1, new byte[] {0, -1});
  private static final Repaint PAINTED =
      new Repaint(PART, new MaskShape(true, 90, 4), UnderMask.FILL, OptionalInt.of(300));

  private final FakeServices services = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);

  private ComposeViewModel compose(Draft draft) {
    Workers workers = new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
    ComposeViewModel compose =
        new ComposeViewModel(
            draft,
            List.of(),
            workers,
            reason -> {
              throw reason;
            });
    compose.open(services);
    compose.offer(services.list());
    return compose;
  }

  @Property(tries = 500)
  void allThatChangesIsListedAndNothingElseChanges(
      @ForAll("drafts") Draft draft,
      @ForAll("requests") GenerationRequest request,
      @ForAll Set<SettingGroup> ticked) {
    ComposeViewModel compose = compose(draft);
    Draft before = compose.snapshot();
    List<Change> listed = SettingChanges.of(before, request, true);
    Set<SettingGroup> groups = EnumSet.noneOf(SettingGroup.class);
    listed.forEach(change -> groups.add(change.setting().group()));
    groups.retainAll(ticked);
    new DropTarget(compose, this::noDesk).take(request, groups);
    Map<Setting, String> was = facts(before);
    Map<Setting, String> is = facts(compose.snapshot());
    Set<Setting> changed = EnumSet.noneOf(Setting.class);
    was.forEach(
        (setting, value) -> {
          if (!value.equals(is.get(setting))) {
            changed.add(setting);
          }
        });
    assertThat(changed)
        .isEqualTo(
            listed.stream()
                .map(Change::setting)
                .filter(setting -> groups.contains(setting.group()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Setting.class))));
    for (Change change : listed) {
      if (changed.contains(change.setting()) && change.setting() != Setting.SOURCE) {
        assertThat(was.get(change.setting())).as("%s now", change).isEqualTo(change.now());
        assertThat(is.get(change.setting())).as("%s then", change).isEqualTo(change.then());
      }
    }
    assertThat(compose.snapshot().format().count()).isEqualTo(before.format().count());
  }

  /** All of a draft that a picture can bring, in words. */
  private static Map<Setting, String> facts(Draft draft) {
    Draft.Fine fine = draft.way().fine();
    Map<Setting, String> facts = new EnumMap<>(Setting.class);
    facts.put(Setting.PROMPT, draft.words().prompt());
    facts.put(Setting.NEGATIVE, draft.words().negative());
    facts.put(Setting.STYLES, String.join(", ", draft.words().styles()));
    facts.put(Setting.DYNAMIC, draft.words().dynamic() ? "on" : "");
    facts.put(Setting.CLIP_SKIP, Integer.toString(draft.way().clipSkip()));
    facts.put(Setting.SYNTAX, fine.syntax().isEmpty() ? "a1111" : fine.syntax());
    facts.put(Setting.EMPHASIS, fine.emphasis().isEmpty() ? "original" : fine.emphasis());
    facts.put(Setting.SEED, draft.chance().seed());
    facts.put(Setting.VARIATION, PlainNumber.of(draft.chance().variationStrength()));
    facts.put(Setting.VARIATION_SEED, draft.chance().variationSeed());
    facts.put(Setting.RANDOM, fine.random().isEmpty() ? "torch-cpu" : fine.random());
    facts.put(Setting.NOISE_SIZE, fine.noiseSize());
    facts.put(
        Setting.STEP_SEED_DELTA,
        fine.stepSeedDelta() == 0 ? "" : Long.toString(fine.stepSeedDelta()));
    facts.put(Setting.SIZE, draft.format().width() + "x" + draft.format().height());
    facts.put(Setting.SAMPLER, draft.way().sampler());
    facts.put(Setting.SCHEDULE, draft.way().schedule());
    facts.put(Setting.STEPS, Integer.toString(draft.way().steps()));
    facts.put(Setting.GUIDANCE, PlainNumber.of(draft.way().guidance()));
    facts.put(Setting.ETA, fine.eta());
    facts.put(Setting.ECONOMY, draft.way().economy());
    facts.put(Setting.SOURCE, draft.start().name() + " " + draft.start().picture());
    facts.put(Setting.STRENGTH, PlainNumber.of(draft.start().strength()));
    facts.put(Setting.FIT, draft.start().fit());
    facts.putAll(touches(draft.start().touch(), draft.start().masked()));
    facts.put(Setting.MODEL, draft.model());
    assertThat(facts).hasSameSizeAs(Setting.values());
    return facts;
  }

  private static Map<Setting, String> touches(Draft.Touch touch, Draft.Masked masked) {
    Map<Setting, String> facts = new EnumMap<>(Setting.class);
    facts.put(Setting.NOISE_MULTIPLIER, PlainNumber.of(touch.noise()));
    facts.put(Setting.LIGHTNESS, touch.keepsLuminance() ? "on" : "");
    Matcher hash = MASK.matcher(masked.mask());
    facts.put(Setting.MASK, hash.find() ? (masked.inverted() ? "!" : "") + hash.group(1) : "");
    facts.put(Setting.MASK_CONTENT, masked.content());
    facts.put(Setting.MASK_BLUR, PlainNumber.of(masked.blur()));
    facts.put(Setting.MASK_GROW, Integer.toString(masked.grow()));
    facts.put(Setting.MASK_PADDING, masked.padding() < 0 ? "" : Integer.toString(masked.padding()));
    return facts;
  }

  /** Like one that other programs' pictures bring. */
  @Example
  void listsStylesAndTheGeneratorOfTheSeed() {
    Draft now =
        new Draft(
            new Draft.Words("a fox", "", List.of("Cartoon", "Anime"), true),
            "Starter",
            new Draft.Format(128, 128, 1),
            new Draft.Way("DDIM", ScheduleKind.MODEL.label(), 30, 5, 1),
            new Draft.Chance("7", "", 0),
            Draft.Start.NONE);
    GenerationRequest then =
        new GenerationRequest(
            new Prompt("a fox", ""),
            "Starter",
            new ImageSize(128, 128),
            new Sampling(SamplerKind.DDIM, 30, 5),
            new Seeding(7, RandomKind.TORCH_CUDA, Optional.empty(), Optional.empty(), 31337));
    assertThat(SettingChanges.of(now, then, true))
        .containsExactlyInAnyOrder(
            new Change(Setting.STYLES, "Cartoon, Anime", ""),
            new Change(Setting.DYNAMIC, "on", ""),
            new Change(Setting.RANDOM, "torch-cpu", "torch-cuda"),
            new Change(Setting.STEP_SEED_DELTA, "", "31337"));
    assertThat(SettingChanges.of(now, then, false))
        .extracting(Change::setting)
        .containsExactlyInAnyOrder(Setting.STYLES, Setting.DYNAMIC);
  }

  @Provide
  Arbitrary<Draft> drafts() {
    Arbitrary<Draft.Words> words =
        Combinators.combine(
                Arbitraries.of("", "a fox", "a hen"),
                Arbitraries.of("", "fog"),
                Arbitraries.of("Cartoon", "Anime").list().uniqueElements().ofMaxSize(2),
                Arbitraries.of(true, false))
            .as(Draft.Words::new);
    Arbitrary<Draft.Fine> fine =
        Combinators.combine(
                Arbitraries.of("", "invoke", "comfyui"),
                Arbitraries.of("", "no-norm"),
                Arbitraries.of("", "torch-cuda", "numpy"),
                Arbitraries.of("", "64x64"),
                Arbitraries.of(0L, 31337L),
                Arbitraries.of("", "0.5"))
            .as(Draft.Fine::new);
    Arbitrary<Draft.Way> way =
        Combinators.combine(
                Arbitraries.of("DDIM", "Euler a"),
                Arbitraries.of("Automatic", "Karras"),
                Arbitraries.of(20, 150),
                Arbitraries.of(5.0, 7.5, 20.0),
                Arbitraries.of(1, 2),
                fine,
                Arbitraries.of("", "guided 0-0.6, deep every 1"))
            .as(Draft.Way::new);
    Arbitrary<Draft.Chance> chance =
        Combinators.combine(
                Arbitraries.of("", "7"), Arbitraries.of("", "9"), Arbitraries.of(0.0, 0.25))
            .as(Draft.Chance::new);
    Arbitrary<Draft.Start> start =
        Arbitraries.of(
            Draft.Start.NONE,
            new Draft.Start(services.sources().keep(PICTURE).toString(), "a.png", 0.6, "crop"),
            new Draft.Start(services.sources().keep(OTHER).toString(), "a.png", 0.3, "pad"),
            new Draft.Start(
                services.sources().keep(OTHER).toString(),
                "a.png",
                "crop",
                new Draft.Touch(0.3, 1.25, true),
                new Draft.Masked(
                    services.sources().keep(PART).toString(), false, 3, 8, "noise", 32),
                Draft.Place.NOWHERE));
    return Combinators.combine(
            words,
            Arbitraries.of("Starter", "Stable Diffusion 1.5"),
            Arbitraries.of(new Draft.Format(128, 128, 3), new Draft.Format(512, 512, 1)),
            way,
            chance,
            start)
        .as(Draft::new);
  }

  @Provide
  Arbitrary<GenerationRequest> requests() {
    Arbitrary<Prompt> prompt =
        Combinators.combine(
                Arbitraries.of("a fox", "a hen"),
                Arbitraries.of("", "fog"),
                Arbitraries.of(PromptReading.Syntax.A1111, PromptReading.Syntax.INVOKE),
                Arbitraries.of(PromptReading.Emphasis.class),
                Arbitraries.of(1, 2))
            .as(
                (positive, negative, syntax, emphasis, clipSkip) ->
                    new Prompt(positive, negative, new PromptReading(syntax, emphasis, clipSkip)));
    Arbitrary<Sampling> sampling =
        Combinators.combine(
                Arbitraries.of(SamplerKind.DDIM, SamplerKind.EULER_A),
                Arbitraries.of(ScheduleKind.class),
                Arbitraries.of(20, 31, 400),
                Arbitraries.of(5.0, 7.5, 33.0),
                Arbitraries.of(OptionalDouble.empty(), OptionalDouble.of(0.5)),
                Arbitraries.of(Economy.NONE, new Economy(0.1, 0.5, 4)))
            .as(Sampling::new);
    Arbitrary<Seeding> seeding =
        Combinators.combine(
                Arbitraries.of(7L, 8L),
                Arbitraries.of(RandomKind.class),
                Arbitraries.of(
                    Optional.<Seeding.Variation>empty(),
                    Optional.of(new Seeding.Variation(9, 0.25)),
                    Optional.of(new Seeding.Variation(10, 0.5))),
                Arbitraries.of(Optional.<ImageSize>empty(), Optional.of(new ImageSize(64, 64))),
                Arbitraries.of(0L, 31337L))
            .as(Seeding::new);
    Arbitrary<Optional<Source>> source =
        Arbitraries.of(
            Optional.<Source>empty(),
            Optional.of(new Source(PICTURE, "a.png", 0.6, Fit.CROP)),
            Optional.of(new Source(PICTURE, "", 0.6, Fit.STRETCH)),
            Optional.of(new Source(OTHER, "b.png", 0.3, Fit.CROP)),
            Optional.of(
                new Source(
                    PICTURE, "a.png", 1, Fit.PAD, new Manner(0.9, true), Optional.of(PAINTED))),
            Optional.of(
                new Source(OTHER, "a.png", 1, Fit.PAD, new Manner(0, false), Optional.empty())));
    return Combinators.combine(
            prompt,
            Arbitraries.of("Starter", "Stable Diffusion 1.5"),
            Arbitraries.of(new ImageSize(128, 128), new ImageSize(512, 768)),
            sampling,
            seeding,
            source)
        .as(GenerationRequest::new);
  }

  private CanvasDesk noDesk() {
    throw new AssertionError("settings go to no canvas");
  }
}
