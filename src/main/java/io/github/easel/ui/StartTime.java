package io.github.easel.ui;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log how long it took from the start of the Java machine to the first window. */
final class StartTime {

  private static final Logger LOG = LoggerFactory.getLogger(StartTime.class);

  private StartTime() {}

  /**
   * The window counts as shown after the first pulse that drew it.
   *
   * @param then is run once it is
   */
  static void tellAt(Stage stage, Runnable then) {
    Scene scene = stage.getScene();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            LOG.info("window after {} s", String.format(Locale.ROOT, "%.2f", seconds()));
            Platform.runLater(then);
          }
        });
  }

  private static double seconds() {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (System.currentTimeMillis() - start) / 1000.0;
  }
}
