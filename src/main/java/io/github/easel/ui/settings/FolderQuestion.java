package io.github.easel.ui.settings;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/** Asks for a folder. */
@FunctionalInterface
public interface FolderQuestion {

  /** The folder that the user chose, or nothing. */
  Optional<Path> ask(Path now, String title, Window over);

  /** The system's own dialog. */
  static Optional<Path> dialog(Path now, String title, Window over) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(title);
    if (Files.isDirectory(now)) {
      chooser.setInitialDirectory(now.toFile());
    }
    return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
  }
}
