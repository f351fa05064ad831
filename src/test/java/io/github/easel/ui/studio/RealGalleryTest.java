package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.TestPictures;
import io.github.easel.settings.Settings;
import io.github.easel.ui.drop.Dropped;
import io.github.easel.ui.drop.Suggestions;
import io.github.easel.ui.gallery.Exporting;
import io.github.easel.ui.gallery.GallerySelection.Manner;
import io.github.easel.ui.gallery.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The window over a folder with real files, an index and a journal: nothing of it is a fake. */
@ExtendWith(ApplicationExtension.class)
class RealGalleryTest {

  @TempDir Path root;

  private RealGallery real;
  private StudioStage window;

  @BeforeEach
  void openWindow() {
    real = RealGallery.show(root, 1440, 900, "light", "en");
    window = real.window;
    real.awaitSize(RealGallery.COUNT);
  }

  @AfterEach
  void close() {
    real.close();
  }

  private static void on(Runnable what) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, what);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void count(String part, int wanted) {
    StudioStage.await(() -> window.text("count-" + part).equals(Integer.toString(wanted)));
  }

  private List<Integer> chosen() {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            Stream.iterate(0, place -> place + 1)
                .limit(real.gallery().size().get())
                .filter(
                    place ->
                        Listed.chosen(real.gallery()).contains(Listed.id(real.gallery(), place)))
                .toList());
  }

  static void copyTree(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path one : all.sorted(Comparator.naturalOrder()).toList()) {
        Path target = to.resolve(from.relativize(one).toString());
        if (Files.isDirectory(one)) {
          Files.createDirectories(target);
        } else {
          Files.copy(one, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void marksGoToTheDiskAndComeBackWithUndo(FxRobot robot) {
    robot.clickOn("#gallery-parts");
    robot.clickOn(real.tile(0));
    List<KeyCode> keys = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);
    for (KeyCode key : keys) {
      int stars = 1 + keys.indexOf(key);
      robot.push(key);
      StudioStage.await(() -> real.item(0).marks().stars() == stars);
    }
    robot.push(KeyCode.RIGHT).push(KeyCode.DIGIT5).push(KeyCode.PERIOD);
    StudioStage.await(() -> real.item(1).marks().favourite());
    assertThat(real.item(1).marks().stars()).isEqualTo(5);
    GalleryJourneyTest.menu(real.tile(1));
    robot.clickOn("#menu-colour");
    robot.moveTo("#menu-colour-red").clickOn("#menu-colour-green"); // past no other menu
    StudioStage.await(
        () -> real.item(1).marks().label().filter(ColourLabel.GREEN::equals).isPresent());
    robot.clickOn("#make-board").write("Best").push(KeyCode.ENTER);
    StudioStage.await(() -> window.scene.lookup("#scope-board-Best") != null);
    robot.clickOn(real.tile(0)).press(KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
    GalleryJourneyTest.menu(real.tile(1));
    robot.clickOn("#menu-board").clickOn("#menu-board-Best");
    StudioStage.await(() -> real.item(0).marks().boards().contains("Best"));
    count("all", 60);
    count("favourites", 1);
    Marks before = real.item(1).marks();
    Path file = real.item(1).entry().file();

    robot.push(KeyCode.DELETE);
    real.awaitSize(58);
    count("trash", 2);
    count("all", 58);
    assertThat(file).doesNotExist();
    robot.clickOn("#undo-discard");
    real.awaitSize(60);
    count("trash", 0);
    count("favourites", 1);
    assertThat(file).exists();
    assertThat(real.item(1).marks()).isEqualTo(before);
    assertThat(before.boards()).containsExactly("Best");
    robot.clickOn("#scope-board-Best");
    real.awaitSize(2);
    assertThat(window.studio.failures().failure().get()).isNull();
  }

  @Test
  void choosesByKeysAlone(FxRobot robot) {
    robot.clickOn(real.tile(0));
    robot.press(KeyCode.SHIFT).push(KeyCode.RIGHT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
    assertThat(chosen()).containsExactly(0, 1, 2);
    robot.press(KeyCode.CONTROL).push(KeyCode.RIGHT).push(KeyCode.RIGHT);
    assertThat(chosen()).containsExactly(0, 1, 2);
    robot.push(KeyCode.SPACE).push(KeyCode.DOWN).release(KeyCode.CONTROL);
    assertThat(chosen()).containsExactly(0, 1, 2, 4);
    assertThat(real.gallery().selection().lead()).isEqualTo(6);
    robot.push(KeyCode.DIGIT2);
    StudioStage.await(() -> real.item(4).marks().stars() == 2);
    assertThat(real.item(6).marks().stars()).isZero();
    robot.press(KeyCode.CONTROL).push(KeyCode.SPACE).push(KeyCode.SPACE).release(KeyCode.CONTROL);
    assertThat(chosen()).containsExactly(0, 1, 2, 4);
    robot.push(KeyCode.HOME);
    assertThat(chosen()).containsExactly(0);
    robot.press(KeyCode.SHIFT).push(KeyCode.END).release(KeyCode.SHIFT);
    assertThat(chosen()).hasSize(60);
    robot.push(KeyCode.LEFT);
    assertThat(chosen()).containsExactly(58);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    assertThat(chosen()).hasSize(60);
  }

  @Test
  void onePictureThatIsLeftAloneStaysChosenWhileOneLooksAtOthers(FxRobot robot) {
    robot.clickOn(real.tile(0));
    robot.press(KeyCode.CONTROL).push(KeyCode.RIGHT).release(KeyCode.CONTROL);
    StudioStage.await(
        () ->
            real.item(1)
                .entry()
                .file()
                .equals(window.studio.pictures().shown().get().file().get()));
    assertThat(chosen()).containsExactly(0);
    Path first = real.item(0).entry().file();
    robot.push(KeyCode.DELETE);
    real.awaitSize(59);
    assertThat(first).doesNotExist();
  }

  @Test
  void daysStayOverTheirPicturesAndSizesChange(FxRobot robot) {
    robot.push(KeyCode.F4);
    Node grid = window.node("gallery");
    double side = real.tile(0).getLayoutBounds().getWidth();
    robot.clickOn("#gallery-larger");
    assertThat(real.tile(0).getLayoutBounds().getWidth()).isGreaterThan(side);
    robot.clickOn("#gallery-smaller").clickOn("#gallery-smaller");
    assertThat(real.tile(0).getLayoutBounds().getWidth()).isLessThan(side);
    robot.clickOn(grid).push(KeyCode.END);
    WaitForAsyncUtils.waitForFxEvents();
    List<Label> headings =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000,
            () ->
                grid.lookupAll(".gallery-day").stream()
                    .filter(Node::isVisible)
                    .map(Label.class::cast)
                    .sorted(Comparator.comparing(Label::getLayoutY))
                    .toList());
    assertThat(headings.get(0).getLayoutY()).isLessThanOrEqualTo(0);
    assertThat(headings.get(0).getLayoutY() + headings.get(0).getHeight()).isPositive();
    assertThat(headings.get(headings.size() - 1).getText()).isEqualTo("November 19, 2026  ·  4");
    robot.push(KeyCode.HOME);
    robot.moveTo(real.tile(0));
    StudioStage.await(
        () ->
            Window.getWindows().stream()
                .anyMatch(
                    shown ->
                        shown instanceof Tooltip hint
                            && hint.getText().startsWith("a red apple on a white background")
                            && hint.getText().contains("seed 100")));
  }

  @Test
  void findsWhatIsAlikeAndItsCopies(FxRobot robot) {
    real.awaitLooks();
    robot.clickOn(real.tile(2)).push(KeyCode.M);
    StudioStage.await(() -> window.scene.lookup("#chip-alike") != null);
    StudioStage.await(() -> real.gallery().size().get() == 59);
    assertThat(real.item(0).entry().facts().seed().getAsLong() % 12).isEqualTo(102 % 12);
    robot.clickOn("#chip-alike");
    real.awaitSize(60);
    robot.clickOn("#gallery-more").clickOn("#find-duplicates");
    StudioStage.await(() -> window.scene.lookup("#choose-copies") != null);
    int listed = real.gallery().size().get();
    assertThat(listed).isGreaterThanOrEqualTo(48);
    robot.clickOn("#choose-copies");
    int copies = real.gallery().selection().count().get();
    assertThat(copies).isBetween(listed / 2, listed - 1);
    robot.push(KeyCode.DELETE);
    real.awaitSize(listed - copies);
    robot.clickOn("#undo-discard").clickOn("#chip-alike");
    real.awaitSize(60);
  }

  @Test
  void aPictureIsDroppedIntoTheSearchOrOntoABoard(FxRobot robot) {
    real.awaitLooks();
    robot.clickOn("#gallery-parts").clickOn("#make-board").write("Best").push(KeyCode.ENTER);
    StudioStage.await(() -> window.scene.lookup("#scope-board-Best") != null);
    real.drop(robot, 1, "#scope-board-Best");
    StudioStage.await(() -> real.item(1).marks().boards().contains("Best"));
    real.drop(robot, 0, "#gallery-search");
    StudioStage.await(() -> window.scene.lookup("#chip-alike") != null);
    real.awaitSize(59);
  }

  @Test
  void aPictureThatTellsNothingSaysSoAndGetsWords(FxRobot robot) {
    real.awaitLooks();
    on(() -> window.studio.compose().prompt().set("my own words"));
    int untold = RealGallery.COUNT - 1;
    on(() -> real.gallery().take(untold, Manner.ALONE));
    Path file = real.item(untold).entry().file();
    StudioStage.await(() -> file.equals(window.studio.pictures().shown().get().file().get()));
    robot.interact(() -> window.node("gallery").requestFocus());
    robot.push(KeyCode.A);
    assertThat(window.studio.compose().prompt().get()).isEqualTo("my own words");
    assertThat(window.text("untold")).isEqualTo("This picture does not tell how it was made.");
    assertThat(window.node("untold").getParent().isVisible()).isTrue();
    robot.push(KeyCode.V);
    assertThat(window.studio.line().running().get()).isNull();
    assertThat(window.studio.failures().failure().get()).isNull();
    robot.clickOn("#untold-suggest");
    Suggestions suggestions = window.studio.drop().suggestions();
    StudioStage.await(() -> suggestions.state().get() == Suggestions.State.FOUND);
    String likeliest = suggestions.prompts().get(0);
    robot.clickOn(likeliest);
    assertThat(window.studio.compose().prompt().get()).contains("my own words", likeliest);
  }

  @Test
  void anExportTellsWhereItIsAndLeadsThere(FxRobot robot) {
    robot.clickOn(real.tile(0)).press(KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
    Path page = root.resolve("page");
    on(() -> Exporting.begin(real.gallery(), Form.HTML, page));
    StudioStage.await(() -> window.text("export-words").startsWith("Pictures exported: 2"));
    assertThat(page.resolve("index.html")).exists();
    robot.clickOn("#export-show");
    StudioStage.await(() -> real.revealed.equals(List.of(page.resolve("index.html"))));
    robot.clickOn("#export-end");
    assertThat(window.node("export-words").getParent().isVisible()).isFalse();
  }

  @Test
  void aFolderIsTakenInWithItsSettings(FxRobot robot) throws IOException {
    Path foreign = root.resolve("old pictures");
    copyTree(real.folder.resolve("2026-11-20"), foreign);
    TestPictures.foreign(
        foreign.resolve("a1111.png"),
        5,
        Map.of("parameters", "a fox in the snow\nSteps: 20, Sampler: Euler, Seed: 9, Size: 16x16"));
    Files.writeString(foreign.resolve("broken.png"), "no picture");
    on(() -> real.gallery().collection().imports().begin(foreign));
    StudioStage.await(() -> real.gallery().collection().imports().done().get() != null);
    assertThat(window.text("import-words"))
        .isEqualTo("1 picture imported. Here already: 14. Not readable, so left out: 1.");
    real.awaitSize(61);
    robot.clickOn("#gallery-search").write("snow seed:9");
    real.awaitSize(1);
    robot.clickOn("#import-end");
    assertThat(window.node("import-words").getParent().isVisible()).isFalse();
  }

  @Test
  void aPictureFromAnywhereFindsItsLike() {
    real.awaitLooks();
    on(
        () ->
            real.gallery()
                .search()
                .similar(Dropped.file(real.folder.resolve("2026-11-23/195700-102-x.png")), "Like"));
    StudioStage.await(() -> window.scene.lookup("#chip-alike") != null);
    assertThat(real.item(0).entry().facts().seed()).hasValue(102);
  }

  @Test
  void anotherFolderOfPicturesIsShownAtOnceAndTheFirstAgain() {
    Path other = root.resolve("other");
    copyTree(real.folder.resolve("2026-11-19"), other.resolve("2026-11-19"));
    folders(new Settings.Folders(other.toString(), ""));
    real.awaitSize(4);
    assertThat(real.item(0).entry().file()).startsWith(other);
    folders(new Settings.Folders(real.folder.toString(), ""));
    real.awaitSize(60);
  }

  @Test
  void anotherModelThatComparesIsChosenAndAWrongFolderIsTold(FxRobot robot) {
    Path models = Path.of(System.getProperty("easel.home", ".")).resolve("models/starter");
    Path clip = root.resolve("clip");
    for (String part : List.of("text_encoder", "image_encoder", "tokenizer", "feature_extractor")) {
      copyTree(models.resolve(part), clip.resolve(part));
    }
    on(() -> window.studio.layout().toggle(Page.SETTINGS));
    folders(new Settings.Folders("", "", real.folder.toString()));
    StudioStage.await(() -> said("There is no CLIP model there that Easel can use"));
    folders(new Settings.Folders("", "", clip.toString()));
    StudioStage.await(() -> !said("There is no CLIP model there that Easel can use"));
    assertThat(said("used from the next start on")).isTrue();
    Settings settings = window.studio.settings().get();
    real.close();

    real = RealGallery.open(root, settings, 1440, 900);
    window = real.window;
    real.awaitSize(RealGallery.COUNT);
    real.awaitLooks();
    StudioStage.await(() -> window.node("gallery-meaning").isVisible());
    robot
        .clickOn("#gallery-meaning")
        .clickOn("#gallery-search")
        .write("a castle on a hill at sunset");
    StudioStage.await(
        () ->
            real.gallery().size().get() > 0
                && real.item(0).entry().facts().seed().orElse(0) % 12 == 101 % 12);
    assertThat(window.studio.failures().failure().get()).isNull();
  }

  private void folders(Settings.Folders wanted) {
    on(() -> window.studio.settings().set(window.studio.settings().get().withFolders(wanted)));
  }

  private boolean said(String words) {
    return window.scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Labeled label && label.getText().contains(words));
  }
}
