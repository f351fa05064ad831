package io.github.easel.ui.canvas;

import io.github.easel.canvas.Project;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for the files of the canvas. */
public interface CanvasFiles {

  /** What a file holds. */
  enum Kind {
    PROJECT(Project.ENDING),
    MASK(".png");

    private final String ending;

    Kind(String ending) {
      this.ending = ending;
    }

    String ending() {
      return ending;
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The file to open; nothing if somebody thought better of it. */
  Optional<Path> open(Kind kind);

  /** The file to write; nothing if somebody thought better of it. */
  Optional<Path> save(Kind kind);

  /** The system's own dialogs over a window. */
  static CanvasFiles dialogs(Supplier<Window> owner, Messages messages) {
    return new CanvasFiles() {
      @Override
      public Optional<Path> open(Kind kind) {
        FileChooser chooser = chooser(kind, "file.open." + kind.label());
        return Optional.ofNullable(chooser.showOpenDialog(owner.get())).map(File::toPath);
      }

      @Override
      public Optional<Path> save(Kind kind) {
        FileChooser chooser = chooser(kind, "file.save." + kind.label());
        chooser.setInitialFileName(kind.label() + kind.ending());
        return Optional.ofNullable(chooser.showSaveDialog(owner.get()))
            .map(File::toPath)
            .map(file -> complete(file, kind));
      }

      private FileChooser chooser(Kind kind, String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.now(title));
        chooser
            .getExtensionFilters()
            .add(
                new FileChooser.ExtensionFilter(
                    messages.now("file.kind." + kind.label()), "*" + kind.ending()));
        return chooser;
      }
    };
  }

  /** Some systems' dialogs leave the ending to the program. */
  static Path complete(Path file, Kind kind) {
    String name = String.valueOf(file.getFileName());
    return name.toLowerCase(Locale.ROOT).endsWith(kind.ending())
        ? file
        : file.resolveSibling(name + kind.ending());
  }
}
