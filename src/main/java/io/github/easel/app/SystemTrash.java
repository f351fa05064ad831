package io.github.easel.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The trash of the system, out of which its file manager gives files back. */
interface SystemTrash {

  /** No trash. */
  SystemTrash NONE =
      new SystemTrash() {
        @Override
        public boolean isThere() {
          return false;
        }

        @Override
        public void take(Map<Path, Path> files) throws IOException {
          throw new IOException("there is no trash");
        }
      };

  /** Whether there is one. */
  boolean isThere();

  /**
   * Moves files into it; those that it does not take stay where they are.
   *
   * @param files each with the place that it is to be given back to, where the system lets one say
   * @throws IOException why some stayed
   */
  void take(Map<Path, Path> files) throws IOException;

  /** The trash of this computer. */
  static SystemTrash ofThisComputer() {
    return switch (LocalSystemDesktop.kind(System.getProperty("os.name", ""))) {
      case WINDOWS -> TrashCommand.WINDOWS;
      case MAC -> TrashCommand.MAC;
      case FREE -> FreeDesktopTrash.of(System.getProperties(), System.getenv());
    };
  }
}
