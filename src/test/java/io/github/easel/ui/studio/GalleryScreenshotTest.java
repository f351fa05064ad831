package io.github.easel.ui.studio;

import io.github.easel.app.GalleryService.Activity;
import io.github.easel.gallery.ColourLabel;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.FakeGallery;
import io.github.easel.ui.gallery.GalleryScope;
import io.github.easel.ui.keys.Command;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The gallery's states, to be looked at. */
@ExtendWith(ApplicationExtension.class)
class GalleryScreenshotTest {

  private static final List<PixelImage> PICTURES =
      IntStream.range(0, 12).mapToObj(Screenshots::picture).toList();

  private static FakeGallery collection(boolean georgian) {
    FakeGallery gallery = new FakeGallery();
    LocalDateTime now = LocalDateTime.now(java.time.ZoneId.systemDefault());
    String[] words =
        georgian
            ? new String[] {"წითელი მელა თოვლში", "ზღვა დაისისას", "ორი ვაშლი, აკვარელი"}
            : new String[] {"a red fox in the snow", "the sea at dusk", "two apples, watercolour"};
    for (int i = 0; i < 2400; i++) {
      gallery.add(
          Path.of("Pictures", "Easel", i + ".png"),
          now.minusHours(5L * i),
          words[i % words.length]);
    }
    gallery.picture = number -> PICTURES.get(number % PICTURES.size());
    String[] boards = georgian ? new String[] {"ზღვა", "ტყე"} : new String[] {"Sea", "Forest"};
    gallery.mark(LongStream.range(2, 9).boxed().toList(), marks -> marks.on(boards[0]));
    gallery.mark(List.of(1L, 4L, 12L), marks -> marks.on(boards[1]).withFavourite(true));
    gallery.mark(List.of(2L, 5L, 6L, 11L), marks -> marks.withStars(4));
    gallery.mark(
        List.of(3L, 6L), marks -> marks.withLabel(Optional.of(ColourLabel.BLUE)).withStars(2));
    gallery.mark(List.of(8L), marks -> marks.withLabel(Optional.of(ColourLabel.RED)));
    gallery.discard(List.of(20L, 21L, 22L));
    return gallery;
  }

  private static void on(Runnable what) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, what);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void settle(FakeGallery gallery) {
    int[] before = {-1};
    for (int i = 0; i < 4; i++) {
      StudioStage.await(
          () -> {
            int now = gallery.reduced.size();
            boolean same = now == before[0];
            before[0] = now;
            return same;
          });
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light,en", "1100,700,dark,ka", "1440,900,dark,ka", "1100,700,light,en"})
  void theGallery(int width, int height, String theme, String language) {
    FakeGallery gallery = collection(language.equals("ka"));
    String name = "gallery-%dx%d-%s-%s-".formatted(width, height, theme, language);
    try (StudioStage window = StudioStage.show(width, height, theme, language)) {
      window.services.gallery = gallery;
      GalleryJourneyTest.fill(window.services, gallery, PICTURES);
      window.open();
      StudioStage.await(() -> window.studio.gallery().listed().get());
      gallery.tell(Activity.FILES, 3200, 40_000);
      settle(gallery);
      Screenshots.shoot(window, name + "1-column");
      on(() -> ((ToggleButton) window.node("gallery-parts")).setSelected(true));
      on(
          () -> {
            window
                .studio
                .gallery()
                .take(1, io.github.easel.ui.gallery.GallerySelection.Manner.ALONE);
            window
                .studio
                .gallery()
                .take(4, io.github.easel.ui.gallery.GallerySelection.Manner.RANGE);
          });
      settle(gallery);
      Screenshots.shoot(window, name + "2-boards");
      on(() -> ((ToggleButton) window.node("gallery-parts")).setSelected(false));
      on(() -> window.studio.gallery().question().go(GalleryScope.TRASH));
      StudioStage.await(() -> window.studio.gallery().size().get() == 3);
      settle(gallery);
      Screenshots.shoot(window, name + "3-trash");
      on(() -> window.studio.gallery().question().go(GalleryScope.ALL));
      on(() -> window.studio.gallery().question().words().set("zebra"));
      StudioStage.await(() -> window.studio.gallery().size().get() == 0);
      Screenshots.shoot(window, name + "4-nothing");
      on(
          () -> {
            window.studio.gallery().question().clear();
            window.studio.commands().run(Command.GALLERY);
          });
      StudioStage.await(() -> window.studio.gallery().size().get() > 2000);
      settle(gallery);
      Screenshots.shoot(window, name + "5-wide");
    }
  }
}
