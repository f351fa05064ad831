package io.github.easel.ui.viewer;

import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialog for saving, which offers the three types that Easel writes. */
final class FileDialog implements PictureActions.FileQuestion {

  /** A kind of file: its name in the texts, and the endings of which the first is usual. */
  private record Type(String key, List<String> endings) {}

  private static final List<Type> TYPES =
      List.of(
          new Type("save.png", List.of(".png")),
          new Type("save.jpeg", List.of(".jpg", ".jpeg")),
          new Type("save.webp", List.of(".webp")));

  private final Window owner;
  private final Messages messages;

  FileDialog(Window owner, Messages messages) {
    this.owner = owner;
    this.messages = messages;
  }

  @Override
  public Optional<Path> ask(Path suggested) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.now("save.title"));
    chooser.setInitialFileName(String.valueOf(suggested.getFileName()));
    Path folder = suggested.getParent();
    if (folder != null && Files.isDirectory(folder)) { // else the dialog would not open
      chooser.setInitialDirectory(folder.toFile());
    }
    for (Type type : TYPES) {
      chooser.getExtensionFilters().add(filter(type));
    }
    File file = chooser.showSaveDialog(owner);
    if (file == null) {
      return Optional.empty();
    }
    int chosen = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
    String ending = TYPES.get(Math.max(0, chosen)).endings().get(0);
    return complete(file.toPath(), ending, this::mayReplace);
  }

  private FileChooser.ExtensionFilter filter(Type type) {
    return new FileChooser.ExtensionFilter(
        messages.now(type.key()), type.endings().stream().map(ending -> "*" + ending).toList());
  }

  /**
   * Some systems' dialogs leave the ending to the program, and a name may hold other points. What
   * the dialog asked about is then another file than the one that would be replaced.
   *
   * @param ending that of the chosen type
   * @param mayReplace asks about a file that is there
   * @return nothing if it may not be replaced
   */
  static Optional<Path> complete(Path file, String ending, Predicate<Path> mayReplace) {
    String name = file.getFileName().toString();
    String lower = name.toLowerCase(Locale.ROOT);
    if (TYPES.stream().flatMap(type -> type.endings().stream()).anyMatch(lower::endsWith)) {
      return Optional.of(file);
    }
    Path whole = file.resolveSibling(name + ending);
    return !Files.exists(whole) || mayReplace.test(whole) ? Optional.of(whole) : Optional.empty();
  }

  private boolean mayReplace(Path file) {
    ButtonType replace = new ButtonType(messages.now("save.replace"), ButtonBar.ButtonData.OK_DONE);
    ButtonType cancel =
        new ButtonType(messages.now("save.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            messages.now("save.exists", file.getFileName().toString()),
            replace,
            cancel);
    alert.initOwner(owner);
    alert.setHeaderText(null);
    alert.setTitle(messages.now("save.title"));
    return alert.showAndWait().filter(replace::equals).isPresent();
  }
}
