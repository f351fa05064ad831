package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.task.Threads;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.Phase;
import io.github.easel.ui.viewer.Picture;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The window answers while the starter model draws, shows and keeps real pictures. */
@ExtendWith(ApplicationExtension.class)
class FreezeTest {

  /** Milliseconds of one task of the window's thread. */
  private static final double LONGEST = 100;

  private final ExecutorService drawing = Threads.worker("test-drawing");
  private final ExecutorService files = Threads.worker("test-files");
  private final ExecutorService aside = Threads.worker("test-aside");
  private final Path folder;

  FreezeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void theWindowsThreadIsNeverBusyForLong() throws Exception {
    Path home = Path.of(System.getProperty("easel.home", "."));
    Assumptions.assumeTrue(
        home.resolve("models/starter").toFile().isDirectory(), "the starter model is not here");
    Places places = new Places(home, folder.resolve("data"), folder.resolve("pictures"));
    try (Services services =
        LocalServices.open(places, new ServiceOptions(DeviceChoice.CPU, Optional.empty()))) {
      StudioViewModel studio =
          new StudioViewModel(
              Settings.DEFAULTS.withLanguage("en").withTheme("light"),
              Session.NEW,
              new StudioViewModel.Memory(settings -> {}, session -> {}),
              new Workers(Platform::runLater, drawing, files, aside));
      Stage stage = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> show(studio));
      WaitForAsyncUtils.waitForFxEvents();
      open(studio, services);
      work(studio); // a first time, for the classes that it loads
      try (BusyMeter meter = BusyMeter.begin()) {
        work(studio);
        assertThat(meter.longest().milliseconds()).as("%s", meter.longest()).isLessThan(LONGEST);
        assertThat(meter.beats()).isGreaterThan(100);
      }
      WaitForAsyncUtils.waitForAsyncFx(60_000, stage::hide);
      studio.close();
    } finally {
      drawing.shutdownNow();
      files.shutdown();
      aside.shutdownNow();
    }
  }

  @Test
  void noticesABusyThreadAndABlockedOne() throws Exception {
    try (BusyMeter meter = BusyMeter.begin()) {
      WaitForAsyncUtils.waitForAsyncFx(60_000, FreezeTest::count);
      assertThat(meter.longest().milliseconds()).isGreaterThan(LONGEST);
      assertThat(meter.longest().toString()).contains("FreezeTest");
    }
    try (BusyMeter meter = BusyMeter.begin()) {
      WaitForAsyncUtils.waitForAsyncFx(
          60_000, () -> new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS));
      assertThat(meter.longest().milliseconds()).isGreaterThan(LONGEST);
    }
  }

  /** Two tenths of a second of the processor's time. */
  private static void count() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + 200_000_000L;
    while (threads.getCurrentThreadCpuTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static Stage show(StudioViewModel studio) {
    Stage stage = new Stage();
    StudioWindow.show(stage, studio, (failure, locale) -> failure.toString());
    return stage;
  }

  private static void open(StudioViewModel studio, Services services) {
    Platform.runLater(() -> studio.open(() -> services));
    StudioStage.await(
        () -> studio.action().phase().get() == Phase.READY && !studio.action().loading().get());
  }

  private static void work(StudioViewModel studio) {
    type(studio, "a blue house in the snow");
    draw(studio, "a blue house in the snow");
    draw(studio, "a tree");
    WaitForAsyncUtils.waitForAsyncFx(
        60_000, () -> studio.pictures().shown().set(studio.pictures().all().get(1)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void type(StudioViewModel studio, String words) {
    for (int i = 1; i <= words.length(); i++) {
      String typed = words.substring(0, i);
      WaitForAsyncUtils.waitForAsyncFx(60_000, () -> studio.compose().prompt().set(typed));
    }
  }

  private static void draw(StudioViewModel studio, String words) {
    int before = studio.pictures().all().size();
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          studio.compose().prompt().set(words);
          studio.action().generate(false);
        });
    StudioStage.await(() -> studio.pictures().all().size() > before);
    StudioStage.await(
        () -> {
          Picture shown = studio.pictures().shown().get();
          return shown != null && shown.file().get() != null && shown.thumbnail().get() != null;
        });
  }
}
