package io.github.easel.ui.models;

import io.github.easel.ui.settings.FolderQuestion;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for a model's file, or for a folder. */
public interface ModelFiles {

  /** Endings of the files that something can be made of. */
  List<String> ENDINGS = List.of("safetensors", "ckpt", "pt", "bin", "onnx");

  /** The file that the user chose, or nothing. */
  Optional<Path> file(Window over);

  /** Asks for folders. */
  FolderQuestion folders();

  /** Whether the name is one of what this page is for; all folders are. */
  static boolean isModel(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(java.util.Locale.ROOT);
    return ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending))
        || !name.contains(".")
        || path.toFile().isDirectory();
  }

  /** The system's own dialogs. */
  static ModelFiles dialogs(Messages messages) {
    return new ModelFiles() {
      @Override
      public Optional<Path> file(Window over) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.now("add.file"));
        chooser
            .getExtensionFilters()
            .addAll(
                new FileChooser.ExtensionFilter(
                    messages.now("add.files"),
                    ENDINGS.stream().map(ending -> "*." + ending).toList()),
                new FileChooser.ExtensionFilter(messages.now("add.all"), "*"));
        return Optional.ofNullable(chooser.showOpenDialog(over)).map(File::toPath);
      }

      @Override
      public FolderQuestion folders() {
        return FolderQuestion::dialog;
      }
    };
  }
}
