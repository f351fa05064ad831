package io.github.easel.ui.studio;

import io.github.easel.app.Services;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.task.Threads;
import io.github.easel.ui.FakeAdapters;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Windows;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A studio in a window with fake services, and ways to look at it from a test's thread. */
final class StudioStage implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final ExecutorService drawing = Threads.worker("test-drawing");
  private final ExecutorService aside = Threads.worker("test-aside");
  private final ExecutorService files = Threads.worker("test-files");
  final List<Settings> saved = new ArrayList<>();
  final List<Session> sessions = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  final FakeServices services;
  final StudioViewModel studio;
  final Scene scene;
  private final Stage stage;

  /** Call it on JavaFX's thread. The services are not open yet: see {@link #open}. */
  StudioStage(Stage stage, Settings settings, Session session, FakeServices services) {
    this.stage = stage;
    this.services = services;
    studio =
        new StudioViewModel(
            settings,
            session,
            new StudioViewModel.Memory(saved::add, sessions::add),
            new Workers(Platform::runLater, drawing, files, aside));
    StudioWindow.show(stage, studio, StudioStage::sentence, this::answer);
    scene = stage.getScene();
  }

  /** A window of that look with two models, not open yet. Call it on a test's thread. */
  static StudioStage show(int width, int height, String theme, String language) {
    Settings settings = Settings.DEFAULTS.withLanguage(language).withTheme(theme);
    Session session =
        new Session(
            new WindowSize(width, height), Session.Layout.USUAL, Draft.EMPTY, List.of(), "");
    FakeServices services = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);
    services.adapters = new FakeAdapters();
    return WaitForAsyncUtils.waitForAsyncFx(
        60_000, () -> new StudioStage(new Stage(), settings, session, services));
  }

  /** A light window in English with the starter model, not open yet. Call it on a test's thread. */
  static StudioStage usual() {
    Settings settings = Settings.DEFAULTS.withLanguage("en").withTheme("light");
    FakeServices services = new FakeServices(FakeServices.STARTER);
    return WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE_SECONDS * 1000,
        () -> new StudioStage(new Stage(), settings, Session.NEW, services));
  }

  private static String sentence(GenerationException failure, Locale locale) {
    boolean georgian = locale.getLanguage().equals("ka");
    return switch (failure.failure()) {
      case OUT_OF_MEMORY ->
          georgian
              ? "ამ ზომის სურათს არ ეყო მეხსიერება. აირჩიეთ უფრო მცირე ზომა ან დახურეთ სხვა"
                  + " პროგრამები."
              : "There was not enough memory for a picture of this size. Choose a smaller size or"
                  + " close other programs.";
      default -> failure.failure() + " " + locale.getLanguage();
    };
  }

  private Optional<Path> answer(Path suggested) {
    String name = suggested.getFileName().toString();
    asked.add(name);
    return Optional.of(Path.of("chosen", name));
  }

  void open() {
    begin(services);
    await(() -> studio.action().phase().get() == Phase.READY && !studio.action().loading().get());
  }

  /** Begins to open these services in the place of the fake ones. */
  void begin(Services opened) {
    Platform.runLater(() -> studio.open(() -> opened));
  }

  /** Draws what is typed, and waits until the picture is shown and kept. */
  void drawOne(FxRobot robot) {
    int before = studio.pictures().all().size();
    robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
    services.finish();
    await(() -> studio.pictures().all().size() > before);
    await(() -> studio.line().running().get() == null);
    await(() -> studio.pictures().shown().get().file().get() != null);
  }

  static void await(Callable<Boolean> condition) {
    Windows.await(PATIENCE_SECONDS, condition);
  }

  Node node(String id) {
    return Windows.node(scene, id);
  }

  String text(String id) {
    return Windows.text(scene, id);
  }

  @Override
  public void close() {
    WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE_SECONDS * 1000,
        () -> {
          stage.hide();
          studio.close();
        });
    drawing.shutdown();
    aside.shutdown();
    files.shutdown();
  }
}
