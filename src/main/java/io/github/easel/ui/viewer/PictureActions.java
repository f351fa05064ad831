package io.github.easel.ui.viewer;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.ui.text.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What can be done with a picture that needs the system: its file dialog and its clipboard. */
public final class PictureActions {

  /** Asks where to save. */
  @FunctionalInterface
  public interface FileQuestion {

    /** The file that the user chose, or nothing. */
    Optional<Path> ask(String suggestedName);
  }

  private final PicturesViewModel pictures;
  private final Consumer<GenerationRequest> recall;
  private final FileQuestion question;

  /**
   * @param recall takes over what decided a picture
   */
  public PictureActions(
      PicturesViewModel pictures, Consumer<GenerationRequest> recall, FileQuestion question) {
    this.pictures = pictures;
    this.recall = recall;
    this.question = question;
  }

  /** The system's own dialog over that window. */
  public static FileQuestion dialog(Window owner, Messages messages) {
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

  /** Asks where, and writes it there. */
  public void saveAs(Picture picture) {
    question
        .ask("easel-" + picture.request().seed() + ".png")
        .map(PictureActions::withExtension)
        .ifPresent(file -> pictures.saveAs(picture, file));
  }

  /** Some systems' dialogs leave the extension to the program, and a name may hold other points. */
  static Path withExtension(Path file) {
    String name = file.getFileName().toString();
    return name.toLowerCase(Locale.ROOT).endsWith(".png")
        ? file
        : file.resolveSibling(name + ".png");
  }

  /** Puts the picture on the system's clipboard. */
  public void copy(Picture picture) {
    pictures.withPixels(
        picture,
        image -> {
          ClipboardContent content = new ClipboardContent();
          content.putImage(Images.of(image));
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  /** Takes over all that decided the picture. */
  public void recall(Picture picture) {
    recall.accept(picture.request());
  }
}
