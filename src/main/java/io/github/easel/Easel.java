package io.github.easel;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.app.Version;
import io.github.easel.canvas.Project;
import io.github.easel.cli.CommandLineProgram;
import io.github.easel.cli.Streams;
import io.github.easel.cli.Surroundings;
import io.github.easel.settings.Settings;
import io.github.easel.ui.EaselApplication;
import io.github.easel.ui.shots.ScreenshotProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** The program's entry point. It extends nothing, so that it starts from a plain class path. */
public final class Easel {

  /** Where sqlite-jdbc unpacks its native library; to be set before the first database. */
  private static final String SQLITE_PROPERTY = "org.sqlite.tmpdir";

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger TOOLKIT = Logger.getLogger("javafx");

  private final Places places;
  private final Streams streams = Streams.system();
  private final Locale locale = Locale.getDefault();

  private Easel(Places places) {
    this.places = places;
  }

  public static void main(String[] args) {
    Places places = Places.ofThisProcess();
    LogPlace.set(places.data().resolve("easel.log"));
    Easel easel = new Easel(places);
    // the command line takes a tenth of a second to load, which the window need not wait for
    boolean window = args.length == 0 || (args.length == 1 && isProject(args[0]));
    System.exit(
        window
            ? easel.openWindow(Stream.of(args).map(Path::of).findFirst())
            : easel.program().run(args));
  }

  /** A folder of Easel's own, so that what killed programs leave in it can be cleared away. */
  private static void unpackSqliteIn(Path folder) {
    if (System.getProperty(SQLITE_PROPERTY) == null) {
      try {
        Files.createDirectories(folder);
        System.setProperty(SQLITE_PROPERTY, folder.toString());
      } catch (IOException e) {
        LoggerFactory.getLogger(Easel.class).warn("SQLite goes into the temporary files", e);
      }
    }
  }

  private CommandLineProgram program() {
    return new CommandLineProgram(
        new Surroundings(
            options -> open(places.asChosen(), options),
            () -> openWindow(Optional.empty()),
            this::takeScreenshots,
            streams,
            locale,
            Path.of(""),
            Version.program()));
  }

  /** What systems start the program with when a project's file is clicked twice. */
  private static boolean isProject(String argument) {
    return argument.toLowerCase(Locale.ROOT).endsWith(Project.ENDING);
  }

  /** Shows the studio; where that cannot be, says why and draws the example all the same. */
  private int openWindow(Optional<Path> project) {
    Optional<Display.Obstacle> obstacle = Display.obstacle();
    if (obstacle.isPresent()) {
      return insteadOfTheWindow(obstacle.get().name(), "");
    }
    // it complains of a class path, which is how it is meant to run here (docs/adr/0001)
    TOOLKIT.setLevel(Level.SEVERE);
    try {
      EaselApplication.launch(
          this::open,
          project,
          places.data(),
          (failure, language) -> new UserMessages(language).of(failure));
      return 0;
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(Easel.class).warn("no window", e);
      return insteadOfTheWindow("NO_WINDOW", String.valueOf(e.getMessage()));
    }
  }

  private void takeScreenshots(Path folder, double scale) {
    TOOLKIT.setLevel(Level.SEVERE);
    ScreenshotProgram.run(
        places, folder, scale, (failure, language) -> new UserMessages(language).of(failure));
  }

  /** The window's engine is as somebody chose in it; the command line has options for that. */
  private Services open(Settings chosen) {
    return open(places.with(chosen.folders()), ServiceOptions.of(chosen.engine()));
  }

  private static Services open(Places places, ServiceOptions options) {
    unpackSqliteIn(places.nativeLibraries());
    return LocalServices.open(places, options);
  }

  private int insteadOfTheWindow(String key, String reason) {
    ResourceBundle texts = ResourceBundle.getBundle("io.github.easel.Launcher", locale);
    streams.tell(new MessageFormat(texts.getString(key), locale).format(new Object[] {reason}));
    return program().drawExample();
  }
}
