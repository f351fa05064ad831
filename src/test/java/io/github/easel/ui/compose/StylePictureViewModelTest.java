package io.github.easel.ui.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.MeaningService;
import io.github.easel.app.StyleMeanings;
import io.github.easel.app.paint.StyledDraft;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Source;
import io.github.easel.image.ColourTransfer;
import io.github.easel.image.PngWriter;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.StylePictureViewModel.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture whose style is wanted, and what becomes of it; all on the test's own thread. */
class StylePictureViewModelTest {

  private static final PixelImage CONTENT = FakeServices.gradient(64, 48);
  private static final PixelImage NIGHT = StyleMeanings.speckled(2);

  @TempDir Path folder;
  private final FakeServices services = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);
  private final Workers workers =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);
  private final List<GenerationException> failures = new ArrayList<>();
  private ComposeViewModel compose;

  @BeforeEach
  void open() {
    services.meanings = new StyleMeanings();
    compose = opened(Draft.EMPTY);
    PngWriter.write(NIGHT, Map.of(), folder.resolve("night.png"));
  }

  private ComposeViewModel opened(Draft draft) {
    ComposeViewModel opened = new ComposeViewModel(draft, List.of(), workers, failures::add);
    opened.open(services);
    opened.offer(services.list());
    return opened;
  }

  private void begin() {
    compose.prompt().set("an apple");
    compose.takeSource(services.sources().keep(CONTENT), "apple.png");
    compose.takeStyle(folder.resolve("night.png"));
  }

  private Draft styled() {
    return new StyledDraft(services).of(compose.snapshot());
  }

  @Test
  void showsItsColoursAndTheStylesThatDescribeIt() {
    begin();
    StylePictureViewModel style = compose.start().styled();
    assertThat(style.there().get()).isTrue();
    assertThat(style.seen().get().thumbnail()).isNotNull();
    assertThat(style.seen().get().tones()).hasSize(5);
    assertThat(style.words().get()).isEqualTo(Words.FOUND);
    assertThat(style.wish().get().name()).isEqualTo("night.png");
    assertThat(style.wish().get().styles()).containsExactly("Neon glow");
    assertThat(compose.words().styles()).as("those of one's own").isEmpty();
  }

  @Test
  void coloursWhatIsBegunWithAndAddsTheStyles() {
    begin();
    compose.words().toggle("Cartoon");
    Draft draft = styled();
    assertThat(draft.words().styles()).containsExactly("Cartoon", "Neon glow");

    Source source = services.planner().plan(draft).pictures().get(0).source().orElseThrow();
    assertThat(source.image()).isEqualTo(ColourTransfer.of(CONTENT, NIGHT, 1));
    assertThat(source.name()).isEqualTo("apple.png + night.png");
    assertThat(compose.snapshot().start().name()).as("what is typed").isEqualTo("apple.png");
    assertThat(new StyledDraft(services).of(draft)).as("styled once").isEqualTo(draft);
  }

  @Test
  void isFoundInTheStylesOfTheModelThatDraws() {
    begin();
    compose.model().set(FakeServices.LARGE);
    assertThat(compose.start().styled().wish().get().styles())
        .contains("Oil painting")
        .doesNotContain("Neon glow");
  }

  @Test
  void comesBackWithTheNextStartWithoutBeingLookedForAgain() {
    begin();
    Draft kept = compose.snapshot();
    services.meanings = MeaningService.NONE;
    ComposeViewModel next = opened(kept);
    assertThat(next.snapshot().start().touch().style()).isEqualTo(kept.start().touch().style());
    assertThat(next.start().styled().words().get()).isEqualTo(Words.FOUND);
    assertThat(next.start().styled().seen().get().thumbnail()).isNotNull();
  }

  @Test
  void hasNoPartInPicturesFromNoiseOrWhereOnlyAPartBecomesNew() {
    begin();
    Draft draft = compose.snapshot();
    Draft.Start masked =
        new Draft.Start(
            draft.start().picture(),
            "apple.png",
            "crop",
            draft.start().touch(),
            new Draft.Masked("mask.png", false, 0, 4, "original", -1),
            Draft.Place.NOWHERE);
    Draft part =
        new Draft(
            draft.words(), draft.model(), draft.format(), draft.way(), draft.chance(), masked);
    assertThat(new StyledDraft(services).of(part)).isEqualTo(part);
    compose.dropSource();
    assertThat(styled()).isEqualTo(compose.snapshot());
  }

  @Test
  void withoutAModelThatCanTellOnlyTheColoursAreTaken() {
    services.meanings = MeaningService.NONE;
    begin();
    assertThat(compose.start().styled().words().get()).isEqualTo(Words.UNKNOWN);
    Draft draft = styled();
    assertThat(draft.words().styles()).isEmpty();
    assertThat(draft.start().picture()).isNotEqualTo(compose.start().picture().get());
  }

  @Test
  void whatIsNoPictureIsToldAndLeavesTheOneBefore() {
    begin();
    compose.takeStyle(folder.resolve("gone.png"));
    assertThat(failures)
        .extracting(GenerationException::failure)
        .containsExactly(Failure.FILE_UNREADABLE);
    assertThat(compose.start().styled().wish().get().name()).isEqualTo("night.png");
    compose.start().styled().drop();
    assertThat(styled()).isEqualTo(compose.snapshot());
    assertThat(compose.start().styled().words().get()).isEqualTo(Words.NONE);
  }
}
