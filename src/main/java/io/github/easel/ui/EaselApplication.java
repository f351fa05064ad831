package io.github.easel.ui;

import io.github.easel.app.DesktopNotices;
import io.github.easel.app.Services;
import io.github.easel.app.SystemNotices;
import io.github.easel.settings.JsonFile;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.task.Threads;
import io.github.easel.ui.notice.NoticeViewModel;
import io.github.easel.ui.studio.StudioViewModel;
import io.github.easel.ui.studio.StudioWindow;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.theme.SystemTheme;
import io.github.easel.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The program with its window, from the start of the toolkit to its end. */
public final class EaselApplication {

  /** A step on a slow machine may take this long, and a kept picture must be written. */
  private static final long SECONDS_TO_END = 20;

  /** What is typed is written so often while somebody types, and is never older on the disk. */
  private static final Duration GATHERING = Duration.ofMillis(500);

  private EaselApplication() {}

  /** What the last start left. */
  private record Remembered(
      JsonFile<Settings> settings, JsonFile<Session> session, Settings chosen, Session last) {

    static Remembered read(Path folder, Executor files) {
      JsonFile<Settings> settings =
          new JsonFile<>(folder.resolve("settings.json"), Settings.DEFAULTS, files);
      JsonFile<Session> session =
          new JsonFile<>(
              folder.resolve("session.json"), Session.NEW, files, Threads.later(files, GATHERING));
      return new Remembered(settings, session, settings.load(), session.load());
    }
  }

  /**
   * Shows the window at once, opens the services behind it, and returns when the window was closed,
   * the work has ended and the services are closed.
   *
   * @param open opens the services as somebody chose; is called on a worker
   * @param project a project to open; nothing for the canvas of last time
   * @param folder where settings.json and session.json are; need not exist
   * @param failureText says failures to the user
   * @throws RuntimeException if the window cannot be shown, for one because there is no screen;
   *     what went wrong while it was built is the cause of a {@link
   *     java.util.concurrent.CompletionException}
   */
  public static void launch(
      Function<Settings, ? extends Services> open,
      Optional<Path> project,
      Path folder,
      FailureText failureText) {
    ExecutorService drawing = Threads.worker("easel-drawing");
    ExecutorService files = Threads.worker("easel-files");
    ExecutorService aside = Threads.worker("easel-aside");
    ExecutorService planning = Threads.worker("easel-planning");
    ExecutorService painting = Threads.worker("easel-painting");
    ExecutorService tiles = Threads.worker("easel-tiles");
    ExecutorService gallery = Threads.worker("easel-gallery");
    ExecutorService exports = Threads.worker("easel-exports");
    ExecutorService models = Threads.worker("easel-models");
    ExecutorService downloads = Threads.worker("easel-downloads");
    ExecutorService teaching = Threads.worker("easel-teaching");
    ExecutorService notices = Threads.worker("easel-notices");
    // beside the start of the toolkit: both take a tenth of a second
    CompletableFuture<Remembered> reading =
        CompletableFuture.supplyAsync(() -> Remembered.read(folder, files), files);
    CompletableFuture<Void> closed = new CompletableFuture<>();
    AtomicReference<@Nullable Services> opened = new AtomicReference<>();
    Runnable show =
        () -> {
          Remembered before = reading.join();
          StudioViewModel studio =
              new StudioViewModel(
                  before.chosen(),
                  before.last(),
                  new StudioViewModel.Memory(before.settings()::save, before.session()::save),
                  new Workers(
                      Platform::runLater,
                      drawing,
                      files,
                      aside,
                      planning,
                      painting,
                      tiles,
                      gallery,
                      exports,
                      models,
                      downloads,
                      teaching));
          project.ifPresent(studio.desk()::open);
          Stage stage = showUntil(closed, studio, failureText);
          watch(stage, studio, new SystemNotices(notices));
          followSystem(stage, studio, notices);
          // behind the first frame, which would have to share the processor with them
          StartTime.tellAt(
              stage,
              () ->
                  studio.open(
                      () -> {
                        Services services = open.apply(before.chosen());
                        opened.set(services);
                        files.execute(services::clearLeftovers);
                        return services;
                      }));
        };
    boolean started = false;
    try {
      Platform.startup(telling(closed, show));
      started = true;
      closed.join();
    } finally {
      boolean taught = end(teaching); // which draws too
      boolean drawn = end(drawing) && taught;
      end(exports); // what they asked of the services is over then
      Optional.ofNullable(opened.get()).ifPresent(services -> close(services, drawn));
      Stream.of(aside, planning, painting, tiles, gallery, models, downloads, notices)
          .forEach(ExecutorService::shutdownNow);
      if (!reading.isCompletedExceptionally()) {
        reading.join().session().flush();
      }
      end(files);
      if (started) {
        Platform.exit(); // without a toolkit it would wait for one for ever
      }
    }
  }

  /** Whatever goes wrong while the window is built, the program must not wait for it for ever. */
  static Runnable telling(CompletableFuture<Void> closed, Runnable building) {
    return () -> {
      try {
        building.run();
      } catch (Throwable thrown) {
        closed.completeExceptionally(thrown);
      }
    };
  }

  private static Stage showUntil(
      CompletableFuture<Void> closed, StudioViewModel studio, FailureText failureText) {
    Stage stage = new Stage();
    stage.setOnHidden(
        event -> {
          studio.close();
          closed.complete(null);
        });
    StudioWindow.show(stage, studio, failureText);
    return stage;
  }

  /** Looks after the window while it is shown: what it does not see, and whether it answers. */
  private static void watch(Stage stage, StudioViewModel studio, DesktopNotices desktop) {
    FreezeWatch watch = FreezeWatch.begin();
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> watch.close());
    NoticeViewModel notices =
        new NoticeViewModel(
            studio.line(),
            studio.settings(),
            stage.focusedProperty(),
            desktop,
            Messages.of("notice", studio.look().language()));
    StudioWindow.title(stage, studio, notices.unseen());
  }

  /** Asks what the system looks like now, and whenever somebody comes back to the window. */
  private static void followSystem(Stage stage, StudioViewModel studio, Executor asking) {
    SystemTheme system = SystemTheme.here();
    Runnable ask =
        () -> {
          Theme theme = system.ask();
          Platform.runLater(() -> studio.look().systemTheme().set(theme));
        };
    asking.execute(ask);
    stage
        .focusedProperty()
        .addListener(
            (property, old, focused) -> {
              if (focused && studio.settings().get().theme().equals("system")) {
                asking.execute(ask);
              }
            });
  }

  /**
   * What is painted is written even if a step of the drawing does not end, whose models must not be
   * freed then.
   */
  static void close(Services services, boolean drawn) {
    services.canvas().close();
    if (drawn) {
      services.close();
    }
  }

  /** Whether the worker's tasks have ended; what they still use must not be freed otherwise. */
  private static boolean end(ExecutorService worker) {
    worker.shutdown();
    boolean ended = false;
    try {
      ended = worker.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
      if (!ended) {
        LoggerFactory.getLogger(EaselApplication.class)
            .warn("Work did not end within {} s of closing the window", SECONDS_TO_END);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ended;
  }
}
