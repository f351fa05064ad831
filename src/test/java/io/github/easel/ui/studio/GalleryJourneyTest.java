package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.PictureLibrary;
import io.github.easel.gallery.GalleryFilter;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Timings;
import io.github.easel.ui.FakeGallery;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.gallery.GalleryScope;
import io.github.easel.ui.gallery.GallerySelection;
import io.github.easel.ui.gallery.GalleryViewModel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Finding, marking and ordering pictures as an artist does. */
@ExtendWith(ApplicationExtension.class)
class GalleryJourneyTest {

  private static final LocalDateTime NEWEST = LocalDateTime.of(2026, 11, 23, 12, 0);
  private static final double LONGEST = 150;

  private StudioStage window;
  private FakeGallery collection;
  private GalleryViewModel gallery;

  @BeforeEach
  void openWindow() {
    window = StudioStage.show(1440, 900, "light", "en");
    show(FakeGallery.of(40, NEWEST));
  }

  private void show(FakeGallery shown) {
    collection = shown;
    window.services.gallery = shown;
    fill(window.services, shown, List.of(FakeServices.gradient(64, 64)));
    window.open();
    gallery = window.studio.gallery();
    StudioStage.await(() -> gallery.listed().get());
    StudioStage.await(() -> gallery.size().get() >= 40);
  }

  /** Lets the first pictures have files that say how they were made. */
  static void fill(FakeServices services, FakeGallery gallery, List<PixelImage> pictures) {
    services.library = new Library();
    for (long id = 1; id <= 40; id++) {
      GenerationResult result =
          new GenerationResult(
              pictures.get((int) id % pictures.size()),
              provenance(),
              new Timings(0, 0, 0, 0, 0),
              List.of());
      services.write(result, gallery.get(id).entry().file());
    }
  }

  private static Provenance provenance() {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a fox"),
            "Starter",
            FakeServices.STARTER.size(),
            FakeServices.STARTER.sampling(),
            7);
    return new Provenance(request, "Starter", "", "", "", "test");
  }

  /** Knows how every picture was made. */
  private static final class Library implements PictureLibrary {

    @Override
    public PixelImage thumbnail(Path file, int longest) {
      return FakeServices.gradient(16, 16);
    }

    @Override
    public Optional<Made> made(Path file) {
      return Optional.of(new Made(provenance(), Optional.empty()));
    }
  }

  @AfterEach
  void close() {
    window.close();
  }

  private Node tile(int number) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            window.node("gallery").lookupAll(".tile").stream()
                .filter(Node::isVisible)
                .sorted(
                    (a, b) ->
                        a.getLayoutY() == b.getLayoutY()
                            ? Double.compare(a.getLayoutX(), b.getLayoutX())
                            : Double.compare(a.getLayoutY(), b.getLayoutY()))
                .toList()
                .get(number));
  }

  /** The menu as the system asks for it; the tests' windows have no such system. */
  static void menu(Node tile) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          Point2D at = tile.localToScreen(20, 20);
          Event.fireEvent(
              tile,
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  20,
                  20,
                  at.getX(),
                  at.getY(),
                  false,
                  null));
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void size(int wanted) {
    StudioStage.await(() -> gallery.size().get() == wanted);
  }

  private void open(GalleryScope scope) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> ((javafx.scene.control.ToggleButton) window.node("gallery-parts")).setSelected(true));
    String id = scope.kind() == GalleryScope.Kind.TRASH ? "scope-trash" : "scope-all";
    WaitForAsyncUtils.waitForFxEvents();
    new FxRobot().clickOn("#" + id);
  }

  @Test
  void searchesWhileTypingAndClearsByEscape(FxRobot robot) {
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("apples");
    size(10);
    robot.push(KeyCode.ESCAPE);
    size(40);
    robot.write("zebra");
    size(0);
    robot.clickOn("#gallery-clear");
    size(40);
  }

  @Test
  void givesStarsByKeysAndFindsThem(FxRobot robot) {
    robot.clickOn(tile(1)).push(KeyCode.DIGIT4);
    robot.clickOn(tile(2)).push(KeyCode.DIGIT2).push(KeyCode.PERIOD);
    StudioStage.await(() -> collection.get(3).marks().favourite());
    assertThat(collection.get(2).marks().stars()).isEqualTo(4);
    robot.clickOn("#gallery-search").write("4");
    assertThat(collection.get(3).marks().stars()).isEqualTo(2); // letters there
    robot.push(KeyCode.ESCAPE);
    robot.clickOn("#gallery-filter").clickOn("#filter-stars-3");
    size(1);
    robot.push(KeyCode.ESCAPE);
    robot.clickOn("#chip-stars");
    size(40);
    assertThat(gallery.question().filter().get()).isEqualTo(GalleryFilter.NONE);
  }

  @Test
  void makesABoardFillsItAndOpensIt(FxRobot robot) {
    robot.clickOn("#gallery-parts").clickOn("#make-board").write("Sea").push(KeyCode.ENTER);
    StudioStage.await(() -> window.scene.lookup("#scope-board-Sea") != null);
    robot.clickOn(tile(0));
    robot.press(KeyCode.SHIFT).clickOn(tile(2)).release(KeyCode.SHIFT);
    menu(tile(1));
    robot.clickOn("#menu-board").clickOn("#menu-board-Sea");
    StudioStage.await(() -> collection.boards().getOrDefault("Sea", 0) == 3);
    robot.clickOn("#scope-board-Sea");
    size(3);
  }

  @Test
  void discardsThreeTakesThemBackAndRestoresFromTheTrash(FxRobot robot) {
    robot.clickOn(tile(1)).press(KeyCode.SHIFT).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    robot.release(KeyCode.SHIFT).push(KeyCode.DELETE);
    size(37);
    StudioStage.await(() -> window.text("discarded").startsWith("3 "));
    robot.clickOn("#undo-discard");
    size(40);
    robot.clickOn(tile(0)).press(KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
    robot.push(KeyCode.DELETE);
    size(38);
    open(GalleryScope.TRASH);
    size(2);
    robot.clickOn("#gallery").push(KeyCode.SHORTCUT, KeyCode.A).clickOn("#trash-restore");
    size(0);
    assertThat(window.text("gallery-empty")).contains("empty");
    open(GalleryScope.ALL);
    size(40);
  }

  @Test
  void emptyingTellsHowManyGoAlsoThoseThatASearchDoesNotShow(FxRobot robot) {
    robot.clickOn(tile(0)).press(KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
    robot.push(KeyCode.DELETE);
    size(38);
    open(GalleryScope.TRASH);
    size(2);
    robot.clickOn("#gallery-search").write("fox");
    size(1);
    robot.clickOn("#trash-empty");
    StudioStage.await(() -> window.text("trash-words").contains("2 pictures"));
    robot.clickOn("#trash-cancel");
    assertThat(collection.get(1).entry().discarded()).isTrue();
  }

  @Test
  void namesANewBoardFromTheMenuAndFindsItByTyping(FxRobot robot) {
    robot.clickOn(tile(0)).press(KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
    menu(tile(1));
    robot.clickOn("#menu-board").clickOn("#menu-new-board");
    StudioStage.await(
        () -> robot.lookup("#new-board-name").tryQuery().filter(Node::isFocused).isPresent());
    robot.write("Red 5").push(KeyCode.ENTER);
    StudioStage.await(() -> collection.boards().getOrDefault("Red 5", 0) == 2);
    assertThat(collection.get(2).marks().stars()).isZero(); // the 5 was a letter
    robot.clickOn("#gallery-search").write("board:\"Red 5\"");
    size(2);
    robot.push(KeyCode.ESCAPE);
    size(40);
    robot.clickOn("#gallery-help").clickOn("#help-favourite");
    size(0);
    assertThat(gallery.question().words().get()).isEqualTo("is:favourite");
  }

  @Test
  void choosesARangeAndCopiesItsFiles(FxRobot robot) {
    robot.clickOn(tile(0));
    robot.press(KeyCode.SHIFT).clickOn(tile(4)).release(KeyCode.SHIFT);
    assertThat(gallery.selection().count().get()).isEqualTo(5);
    menu(tile(2));
    robot.clickOn("#menu-copy-many");
    StudioStage.await(() -> Clipboard.getSystemClipboard().getFiles().size() == 5);
  }

  @Test
  void takesTheWholeMiddleAndComesBack(FxRobot robot) {
    robot.clickOn("#gallery-widen");
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.GALLERY);
    assertThat(window.node("gallery").getLayoutBounds().getWidth()).isGreaterThan(900);
    robot.clickOn("#gallery").push(KeyCode.END);
    assertThat(gallery.selection().lead()).isEqualTo(39);
    robot.push(KeyCode.ENTER);
    assertThat(window.studio.layout().page().get()).isEqualTo(Page.VIEWER);
    assertThat(window.node("gallery").getLayoutBounds().getWidth()).isLessThan(400);
  }

  @Test
  void scrollsThroughAHundredThousandWithoutBeingBusyForLong(FxRobot robot) {
    window.close();
    window = StudioStage.show(1440, 900, "light", "en");
    show(FakeGallery.of(100_000, NEWEST));
    size(100_000);
    robot.moveTo("#gallery");
    try (BusyMeter meter = BusyMeter.begin()) {
      for (int i = 0; i < 20; i++) {
        robot.scroll(40, VerticalDirection.DOWN);
      }
      robot.clickOn("#gallery").push(KeyCode.END).push(KeyCode.HOME).push(KeyCode.PAGE_DOWN);
      robot.push(KeyCode.SHORTCUT, KeyCode.A);
      collection.tell();
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(meter.longest().milliseconds())
          .as(() -> meter.longest().where())
          .isLessThan(LONGEST);
    }
    assertThat(gallery.selection().count().get()).isEqualTo(100_000);
    assertThat(gallery.selection().lead()).isPositive();
    assertThat(window.node("gallery").lookupAll(".tile").size()).isLessThan(80);
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> gallery.take(5, GallerySelection.Manner.ALONE));
    assertThat(gallery.selection().count().get()).isEqualTo(1);
  }
}
