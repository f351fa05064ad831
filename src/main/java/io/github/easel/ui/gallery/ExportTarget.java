package io.github.easel.ui.gallery;

import io.github.easel.app.FreeName;
import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks in the system's own dialogs where an export goes, and what to import. */
final class ExportTarget {

  private final Messages messages;

  ExportTarget(Messages messages) {
    this.messages = messages;
  }

  /** A folder for copies, a new folder for a page, else a file; nothing if it is given up. */
  Optional<Path> ask(Form form, Window owner) {
    String name = messages.now("export.name");
    if (form == Form.COPY || form == Form.HTML) {
      Optional<Path> folder = folder("export.to." + form, owner);
      return form == Form.COPY ? folder : folder.map(one -> FreeName.of(one.resolve(name)));
    }
    String ending = form == Form.ZIP ? ".zip" : ".png";
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.now("export.to." + form));
    chooser.setInitialFileName(name + ending);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(messages.now("menu.export." + form), "*" + ending));
    return Optional.ofNullable(chooser.showSaveDialog(owner))
        .map(File::toPath)
        .map(file -> complete(file, ending));
  }

  /** A folder; nothing if it is given up. */
  Optional<Path> folder(String title, Window owner) {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.now(title));
    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
  }

  /** Some dialogs leave the ending to the program; no file that was not asked about is replaced. */
  static Path complete(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    return name.regionMatches(true, name.length() - ending.length(), ending, 0, ending.length())
        ? file
        : FreeName.of(file.resolveSibling(name + ending));
  }
}
