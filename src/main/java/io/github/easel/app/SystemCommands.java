package io.github.easel.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs commands of the system and waits for them. */
@FunctionalInterface
interface SystemCommands {

  /** Seconds after which a command is given up. */
  int PATIENCE = 60;

  /** Runs it; false if it is not there, failed, or did not end. */
  boolean run(List<String> command);

  /** The commands of this computer. */
  static SystemCommands ofThisComputer() {
    Logger log = LoggerFactory.getLogger(SystemCommands.class);
    return command -> {
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(PATIENCE, TimeUnit.SECONDS);
        if (!ended) {
          process.destroy();
        }
        return ended && process.exitValue() == 0;
      } catch (IOException e) {
        log.info("No {}: {}", command.get(0), e.toString());
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    };
  }
}
