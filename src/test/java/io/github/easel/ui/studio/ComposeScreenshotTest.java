package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeAdapters;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.compose.Recall;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The left column in its states: nothing of it may reach over its edge. With {@code
 * -Deasel.screenshots=FOLDER} pictures are kept.
 */
@ExtendWith(ApplicationExtension.class)
class ComposeScreenshotTest {

  private static final String ENGLISH =
      "a (red fox:1.3) in a [misty] forest, {spring|autumn} __weather__, ((glowing)) eyes AND ink"
          + " <lora:ink:0.8> <lora:Crystal_Palace_v2:1>\n# try (blue instead";
  private static final String GEORGIAN =
      "(წითელი მელა:1.3) [ბურუსიან] ტყეში, {გაზაფხული|შემოდგომა}, ღამე, (მთვარე";

  @ParameterizedTest
  @CsvSource({
    "1440, 900, light, en",
    "1440, 900, dark, en",
    "1440, 900, light, ka",
    "1440, 900, dark, ka",
    "1100, 700, light, en",
    "1100, 700, dark, ka"
  })
  void cutsNothingOff(int width, int height, String theme, String language) {
    Session session =
        new Session(new WindowSize(width, height), layout(width), Draft.EMPTY, List.of(), "");
    Settings settings = Settings.DEFAULTS.withLanguage(language).withTheme(theme);
    String name = "compose-%dx%d-%s-%s-".formatted(width, height, theme, language);
    FakeServices services = new FakeServices(FakeServices.LARGE, FakeServices.STARTER);
    services.adapters = new FakeAdapters();
    try (StudioStage stage =
        WaitForAsyncUtils.waitForAsyncFx(
            20_000, () -> new StudioStage(new javafx.stage.Stage(), settings, session, services))) {
      stage.open();
      StudioStage.await(() -> !stage.studio.compose().words().offered().isEmpty());
      fill(stage, language.equals("ka") ? GEORGIAN : ENGLISH);
      shoot(stage, name + "1-typed");
      WaitForAsyncUtils.waitForAsyncFx(
          20_000, () -> ((ToggleButton) stage.node("add-style")).fire());
      shoot(stage, name + "2-styles");
      WaitForAsyncUtils.waitForAsyncFx(
          20_000, () -> ((ToggleButton) stage.node("add-style")).fire());
      WaitForAsyncUtils.waitForAsyncFx(
          20_000, () -> ((ToggleButton) stage.node("add-adapter")).fire());
      shoot(stage, name + "2-adapters");
      WaitForAsyncUtils.waitForAsyncFx(
          20_000, () -> ((ToggleButton) stage.node("add-adapter")).fire());
      openAll(stage);
      shoot(stage, name + "3-more");
      scroll(stage);
      shoot(stage, name + "4-end");
    }
  }

  /** In a small window the column is as narrow as it can be made. */
  private static Session.Layout layout(int width) {
    Session.Layout usual = Session.Layout.USUAL;
    return new Session.Layout(
        new Session.Panel(width < 1440 ? 320 : 0, true),
        usual.right(),
        usual.drawer(),
        "",
        List.of(),
        List.of());
  }

  private static void fill(StudioStage stage, String prompt) {
    ComposeViewModel compose = stage.studio.compose();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          compose.words().dynamic().set(true);
          compose.prompt().set(prompt);
          compose.negative().set("blurry, text, (people:1.2)");
          compose.words().toggle(compose.words().offered().get(0).name());
          compose.words().toggle(compose.words().offered().get(9).name());
          compose.count().set(4);
          stage.studio.action().generate(false);
          stage.studio.action().generate(false);
        });
    stage.services.report(io.github.easel.generation.Stage.SAMPLING, 12, 20, 0.4);
    StudioStage.await(() -> stage.studio.line().progress().get() != null);
  }

  private static void openAll(StudioStage stage) {
    ComposeViewModel compose = stage.studio.compose();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          compose.recall(StudioTour.masked(), Recall.SOURCE);
          compose.moreOpen().set(true);
          compose.negativeOpen().set(true);
          compose.chance().strength().set(0.2);
        });
    StudioStage.await(() -> compose.start().thumbnail().get() != null);
    StudioStage.await(() -> compose.start().mask().thumbnail().get() != null);
  }

  private static void scroll(StudioStage stage) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            ((javafx.scene.control.ScrollPane) stage.scene.lookup(".compose-scroll")).setVvalue(1));
  }

  private static void shoot(StudioStage stage, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    Image image = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> stage.scene.snapshot(null));
    Node column = stage.scene.lookup(".left-column");
    Bounds bounds = column.localToScene(column.getLayoutBounds());
    for (String control :
        List.of(".button", ".toggle-button", ".spinner", ".combo-box", ".slider")) {
      for (Node node : column.lookupAll(control)) {
        if (shows(node)) {
          Bounds own = node.localToScene(node.getLayoutBounds());
          assertThat(own.getMaxX()).as("%s in %s", node, name).isLessThan(bounds.getMaxX());
          assertThat(own.getMinX()).as("%s in %s", node, name).isGreaterThan(bounds.getMinX() + 15);
        }
      }
    }
    String folder = System.getProperty("easel.screenshots", "");
    if (!folder.isBlank()) {
      write(image, Path.of(folder).resolve(name + ".png"));
    }
  }

  private static boolean shows(Node node) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (!one.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static void write(Image image, Path file) {
    BufferedImage copy =
        new BufferedImage(
            (int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < copy.getHeight(); y++) {
      for (int x = 0; x < copy.getWidth(); x++) {
        copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(copy, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
