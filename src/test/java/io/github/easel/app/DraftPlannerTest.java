package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.DraftPlanner.Plan;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts over the starter model's own files; nothing is drawn. */
class DraftPlannerTest {

  private static final Draft.Words FOX = new Draft.Words(" a fox ", "text", List.of(), false);
  private static final Draft.Format ONE = new Draft.Format(256, 192, 1);
  private static final Draft.Way WAY = new Draft.Way("Euler", "Karras", 12, 4.5, 1);
  private static final Draft.Chance SEVEN = new Draft.Chance("7", "", 0);

  @TempDir Path folder;
  private Services services;
  private DraftPlanner planner;

  @BeforeEach
  void open() {
    Path home = Path.of(System.getProperty("easel.home", "."));
    services =
        LocalServices.open(
            new Places(home, folder, folder),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
    planner = DraftPlanner.over(services, () -> 4711);
  }

  @AfterEach
  void close() {
    services.close();
  }

  private static Draft draft(
      Draft.Words words, Draft.Format format, Draft.Way way, Draft.Chance chance) {
    return new Draft(words, "starter", format, way, chance, Draft.Start.NONE);
  }

  private static Draft withStart(Draft.Start start) {
    return new Draft(FOX, "starter", ONE, WAY, SEVEN, start);
  }

  private GenerationRequest only(Draft draft) {
    Plan plan = planner.plan(draft);
    assertThat(plan.pictures()).hasSize(1);
    return plan.pictures().get(0);
  }

  @Test
  void takesEverythingThatWasChosen() {
    GenerationRequest request = only(draft(FOX, ONE, WAY, SEVEN));
    assertThat(request.prompt().positive()).isEqualTo("a fox");
    assertThat(request.prompt().negative()).isEqualTo("text");
    assertThat(request.model()).isEqualTo("starter");
    assertThat(request.size()).isEqualTo(new ImageSize(256, 192));
    assertThat(request.sampling().sampler()).isEqualTo(SamplerKind.EULER);
    assertThat(request.sampling().schedule()).isEqualTo(ScheduleKind.KARRAS);
    assertThat(request.sampling().steps()).isEqualTo(12);
    assertThat(request.sampling().guidanceScale()).isEqualTo(4.5);
    assertThat(request.sampling().eta()).isEmpty();
    assertThat(request.seed()).isEqualTo(7);
    assertThat(request.source()).isEmpty();
  }

  @Test
  void takesTheModelsOwnWhereNothingWasChosen() {
    GenerationRequest request =
        only(
            new Draft(
                FOX,
                "starter",
                Draft.EMPTY.format(),
                Draft.EMPTY.way(),
                Draft.EMPTY.chance(),
                Draft.Start.NONE));
    ModelService.ModelSummary model = services.models().find("starter");
    assertThat(request.size()).isEqualTo(model.size());
    assertThat(request.sampling()).isEqualTo(model.sampling());
    assertThat(request.seed()).isEqualTo(4711);
  }

  @Test
  void countsSeedsOnAndWithAVariationThatOfTheVariation() {
    Draft.Format three = new Draft.Format(256, 256, 3);
    assertThat(planner.plan(draft(FOX, three, WAY, new Draft.Chance(" ", "", 0))).pictures())
        .extracting(GenerationRequest::seed)
        .containsExactly(4711L, 4712L, 4713L);
    List<GenerationRequest> varied =
        planner.plan(draft(FOX, three, WAY, new Draft.Chance("7", "20", 0.25))).pictures();
    assertThat(varied).extracting(GenerationRequest::seed).containsOnly(7L);
    assertThat(varied)
        .extracting(request -> request.seeding().variation().orElseThrow().seed())
        .containsExactly(20L, 21L, 22L);
    assertThat(varied.get(0).seeding().variation().orElseThrow().strength()).isEqualTo(0.25);
  }

  @Test
  void putsTheWordsIntoStylesAndExpandsThem() throws IOException {
    Files.writeString(
        folder.resolve("styles.csv"), "name,prompt,negative_prompt\nInk,ink {prompt},grey\n");
    Draft.Words words = new Draft.Words("a {fox} __missing__", "", List.of("ink"), true);
    Plan plan = planner.plan(draft(words, ONE, WAY, SEVEN));
    assertThat(plan.pictures().get(0).prompt().positive()).startsWith("ink a fox");
    assertThat(plan.pictures().get(0).prompt().negative()).isEqualTo("grey");
    assertThat(plan.notices()).containsExactly(new Notice(Notice.Kind.WILDCARD_MISSING, "missing"));
    Draft.Words plain = new Draft.Words("a {fox}", "", List.of(), false);
    assertThat(only(draft(plain, ONE, WAY, SEVEN)).prompt().positive()).isEqualTo("a {fox}");
  }

  @Test
  void readsThePictureToBeginWith() {
    byte[] rgb = new byte[3 * 20 * 10];
    PixelImage image = PixelImage.of(20, 10, rgb);
    Path copy = services.sources().keep(image);
    Draft.Start start = new Draft.Start(copy.toString(), "sea.png", 0.4, "pad");
    assertThat(only(withStart(start)).source())
        .contains(new Source(image, "sea.png", 0.4, Fit.PAD));
  }

  @Test
  void paintsThePartThatIsMasked() {
    PixelImage image = PixelImage.of(4, 2, new byte[24]);
    Mask mask = Mask.of(4, 2, new byte[] {0, 1, 2, 3, 4, 5, 6, 7});
    Draft.Start start =
        new Draft.Start(
            services.sources().keep(image).toString(),
            "sea.png",
            "crop",
            new Draft.Touch(0.4, 1.1, true),
            new Draft.Masked(services.sources().keep(mask).toString(), true, -3, 2.5, "fill", 32),
            Draft.Place.NOWHERE);
    Repaint repaint =
        new Repaint(mask, new MaskShape(true, -3, 2.5), UnderMask.FILL, OptionalInt.of(32));
    assertThat(only(withStart(start)).source())
        .contains(
            new Source(image, "sea.png", 0.4, Fit.CROP)
                .in(new Manner(1.1, true))
                .withRepaint(Optional.of(repaint)));
  }

  @Test
  void carriesWhatIsUnusual() {
    Draft.Fine fine = new Draft.Fine("comfyui", "no norm", "nv", "512x256", 31337, "0.5");
    GenerationRequest request =
        only(draft(FOX, ONE, new Draft.Way("DDIM", "", 12, 4, 2, fine), SEVEN));
    assertThat(request.prompt().reading().syntax()).isEqualTo(Syntax.COMFYUI);
    assertThat(request.prompt().reading().clipSkip()).isEqualTo(2);
    assertThat(request.seeding().random()).isEqualTo(RandomKind.TORCH_CUDA);
    assertThat(request.seeding().resizedFrom()).contains(new ImageSize(512, 256));
    assertThat(request.seeding().stepSeedDelta()).isEqualTo(31337);
    assertThat(request.sampling().eta()).hasValue(0.5);
  }

  @Test
  void leavesAnUnknownScheduleOutAndSaysSo() {
    Plan plan = planner.plan(draft(FOX, ONE, new Draft.Way("Euler", "Zigzag", 12, 4, 1), SEVEN));
    assertThat(plan.pictures().get(0).sampling().schedule()).isEqualTo(ScheduleKind.MODEL);
    assertThat(plan.notices()).containsExactly(new Notice(Notice.Kind.SCHEDULE_FALLBACK, "Zigzag"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "9223372036854775808", "many", "١٢"})
  void refusesWhatIsNoSeed(String typed) {
    for (Draft.Chance chance :
        List.of(new Draft.Chance(typed, "", 0), new Draft.Chance("1", typed, 0.5))) {
      assertThatThrownBy(() -> planner.plan(draft(FOX, ONE, WAY, chance)))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.VALUE_REFUSED);
                assertThat(new UserMessages(Locale.ENGLISH).of(e)).startsWith("Seed " + typed);
              });
    }
  }

  @Test
  void saysWhatCannotBe() {
    Draft.Way odd = new Draft.Way("Brush", "", 12, 4, 1);
    Draft.Way flow = new Draft.Way("Flow-match Euler", "", 12, 4, 1);
    Draft.Way skip = new Draft.Way("", "", 12, 4, 99);
    Draft.Way steps = new Draft.Way("", "", 5000, 4, 1);
    fails(Failure.SAMPLER_UNSUITABLE, draft(FOX, ONE, odd, SEVEN));
    fails(Failure.SAMPLER_UNSUITABLE, draft(FOX, ONE, flow, SEVEN));
    fails(Failure.VALUE_REFUSED, draft(FOX, ONE, skip, SEVEN));
    fails(Failure.CLIP_SKIP_UNSUITABLE, draft(FOX, ONE, new Draft.Way("", "", 12, 4, 12), SEVEN));
    fails(Failure.VALUE_REFUSED, draft(FOX, ONE, steps, SEVEN));
    fails(Failure.SIZE_UNSUITABLE, draft(FOX, new Draft.Format(255, 256, 1), WAY, SEVEN));
    fails(Failure.TOO_MANY_PICTURES, draft(FOX, new Draft.Format(0, 0, 99_999), WAY, SEVEN));
    fails(Failure.MODEL_NOT_FOUND, Draft.EMPTY);
    Draft.Words styled = new Draft.Words("a", "", List.of("no such style"), false);
    fails(Failure.STYLE_NOT_FOUND, draft(styled, ONE, WAY, SEVEN));
    fails(Failure.FILE_UNREADABLE, withStart(new Draft.Start("gone.png", "gone", 0.5, "crop")));
    fails(Failure.FILE_UNREADABLE, withStart(new Draft.Start("a\0b", "odd", 0.5, "crop")));
  }

  private void fails(Failure failure, Draft draft) {
    assertThatThrownBy(() -> planner.plan(draft))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(failure));
  }
}
