package io.github.easel.ui.drop;

import io.github.easel.canvas.Project;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks which file is to be looked at. */
@FunctionalInterface
public interface OpenQuestion {

  /** The file; nothing if somebody thought better of it. */
  Optional<Path> ask();

  /** The system's own dialog over that window. */
  static OpenQuestion dialog(Window owner, Messages messages) {
    return () -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(messages.now("open.title"));
      chooser
          .getExtensionFilters()
          .addAll(
              new FileChooser.ExtensionFilter(
                  messages.now("open.files"),
                  "*.png",
                  "*.jpg",
                  "*.jpeg",
                  "*.webp",
                  "*.gif",
                  "*.bmp",
                  "*.tif",
                  "*.tiff",
                  "*.txt",
                  "*.json",
                  "*.onnx",
                  "*" + Project.ENDING),
              new FileChooser.ExtensionFilter(messages.now("open.all"), "*"));
      return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    };
  }
}
