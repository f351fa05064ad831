package io.github.easel.ui.studio;

import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What can be done with a picture that needs the system: its file dialog and its clipboard. */
final class PictureActions {

  /** Asks where to save. */
  @FunctionalInterface
  interface FileQuestion {

    /** The file that the user chose, or nothing. */
    Optional<Path> ask(String suggestedName);
  }

  private final StudioViewModel studio;
  private final FileQuestion question;

  PictureActions(StudioViewModel studio, FileQuestion question) {
    this.studio = studio;
    this.question = question;
  }

  /** The system's own dialog over that window. */
  static FileQuestion dialog(Window owner, Messages messages) {
    return suggestedName -> {
      FileChooser chooser = new FileChooser();
      chooser.setTitle(messages.now("save.title"));
      chooser.setInitialFileName(suggestedName);
      chooser
          .getExtensionFilters()
          .add(new FileChooser.ExtensionFilter(messages.now("save.type"), "*.png"));
      return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    };
  }

  void saveAs(Picture picture) {
    question
        .ask("easel-" + picture.request().seed() + ".png")
        .map(PictureActions::withExtension)
        .ifPresent(file -> studio.pictures().saveAs(picture, file));
  }

  /** Some systems' dialogs leave the extension to the program, and a name may hold other points. */
  static Path withExtension(Path file) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".png")
        ? file
        : file.resolveSibling(name + ".png");
  }

  void copy(Picture picture) {
    studio
        .pictures()
        .withPixels(
            picture,
            image -> {
              ClipboardContent content = new ClipboardContent();
              content.putImage(Images.of(image));
              Clipboard.getSystemClipboard().setContent(content);
            });
  }

  void recall(Picture picture) {
    studio.recall(picture);
  }
}
