package io.github.easel.app;

import java.nio.file.Path;
import java.util.List;

/**
 * Lets the system open project files ({@code .easel}) with this program when they are clicked
 * twice, for the present user alone. Writes files and runs the system's commands: call it off the
 * window's thread.
 */
public interface FileTypes {

  /** How it went. */
  enum Outcome {
    /** The system knows. */
    DONE,
    /** All is written, but a command that makes the system read it is missing or failed. */
    NOT_RENEWED,
    /** There is no way on this system. */
    NO_SYSTEM,
    /** The program was not started from its folder, so that nothing could be started later. */
    NO_PROGRAM
  }

  /**
   * What was done.
   *
   * @param files those that were written or taken away
   */
  record Report(Outcome outcome, List<Path> files) {

    /** Takes a copy. */
    public Report {
      files = List.copyOf(files);
    }
  }

  /** Can do nothing. */
  FileTypes NONE =
      new FileTypes() {
        @Override
        public Report install() {
          return new Report(Outcome.NO_SYSTEM, List.of());
        }

        @Override
        public Report remove() {
          return new Report(Outcome.NO_SYSTEM, List.of());
        }
      };

  /**
   * Tells the system; again after the program's folder was moved.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  Report install();

  /**
   * Takes back all that {@link #install} wrote.
   *
   * @throws io.github.easel.generation.GenerationException {@code FILE_UNWRITABLE}
   */
  Report remove();
}
