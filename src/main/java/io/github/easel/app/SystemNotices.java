package io.github.easel.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes through what each system brings along, and sounds of our own. */
public final class SystemNotices implements DesktopNotices {

  private static final Logger LOG = LoggerFactory.getLogger(SystemNotices.class);

  private final Executor worker;
  private final NoticeCommand command;

  /**
   * @param worker does what may take a moment: starting a program, opening the sound device
   */
  public SystemNotices(Executor worker) {
    this(worker, NoticeCommand.of(System.getProperties()));
  }

  SystemNotices(Executor worker, NoticeCommand command) {
    this.worker = worker;
    this.command = command;
  }

  @Override
  public void show(String title, String text) {
    worker.execute(() -> start(title, text));
  }

  private void start(String title, String text) {
    try {
      ProcessBuilder builder =
          command
              .toProcess(title, text)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD);
      Process process = builder.start();
      process.getOutputStream().close();
      var unused = process.onExit().thenAccept(SystemNotices::ended);
    } catch (IOException e) {
      LOG.info("No note on the desktop: {}", e.getMessage()); // not every desktop has the program
    }
  }

  private static void ended(Process process) {
    if (process.exitValue() != 0) {
      LOG.info("The note on the desktop ended with {}", process.exitValue());
    }
  }

  @Override
  public void chime(boolean well) {
    worker.execute(
        () -> {
          try {
            (well ? Chime.RISING : Chime.FALLING).play();
          } catch (Exception | LinkageError e) {
            LOG.info("No sound: {}", e.toString()); // no device, or a Java without sound
          }
        });
  }
}
