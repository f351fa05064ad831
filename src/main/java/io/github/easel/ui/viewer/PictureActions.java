package io.github.easel.ui.viewer;

import io.github.easel.app.Places;
import io.github.easel.generation.Provenance;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.compose.Recall;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;

/** What can be done with a picture, wherever it is shown. */
public final class PictureActions {

  /** Asks where to save. */
  @FunctionalInterface
  public interface FileQuestion {

    /**
     * The file that the user chose, or nothing.
     *
     * @param suggested a name in a folder that is there, or a name alone
     */
    Optional<Path> ask(Path suggested);
  }

  /** What is asked of the whole collection about a picture. */
  public interface Relations {

    /** Shows pictures that look like it. */
    void moreLike(Picture picture);

    /** Shows where it comes from and what came of it. */
    void lineage(Picture picture);

    /** Guesses at words for a picture that tells none, by those that look like it. */
    void suggest(Picture picture);
  }

  private static final Relations NONE =
      new Relations() {
        @Override
        public void moreLike(Picture picture) {
          // there is no collection
        }

        @Override
        public void lineage(Picture picture) {
          // there is no collection
        }

        @Override
        public void suggest(Picture picture) {
          // there is no collection
        }
      };

  private final ViewerViewModel viewer;
  private final BiConsumer<Provenance, Recall> recall;
  private final Consumer<Picture> source;
  private final Consumer<Picture> variations;
  private final Consumer<Picture> canvas;
  private final FileQuestion question;
  private final Path usual = usualFolder();
  private Relations relations = NONE;

  /**
   * @param recall takes over what decided a picture, or a part of that
   * @param source begins new pictures with a picture
   * @param variations lines up variations of a picture
   * @param canvas puts a picture on the canvas
   */
  public PictureActions(
      ViewerViewModel viewer,
      BiConsumer<Provenance, Recall> recall,
      Consumer<Picture> source,
      Consumer<Picture> variations,
      Consumer<Picture> canvas,
      FileQuestion question) {
    this.viewer = viewer;
    this.recall = recall;
    this.source = source;
    this.variations = variations;
    this.canvas = canvas;
    this.question = question;
  }

  /** Where pictures are looked for, for the first copy: the user's own folder of pictures. */
  private static Path usualFolder() {
    Path pictures = Places.ofThisProcess().pictures();
    Path around = pictures.toAbsolutePath().getParent();
    return around == null ? pictures : around;
  }

  /** The system's own dialog over that window. */
  public static FileQuestion dialog(Window owner, Messages messages) {
    return new FileDialog(owner, messages);
  }

  /** Asks where, and writes it there. */
  public void saveAs(Picture picture) {
    CopiesViewModel copies = viewer.copies();
    copies.suggest(
        picture,
        usual,
        suggested -> question.ask(suggested).ifPresent(file -> copies.save(picture, file)));
  }

  /** Puts the picture on the system's clipboard. */
  public void copy(Picture picture) {
    LatestAnswer darkroom = new LatestAnswer(viewer.workers());
    viewer
        .pictures()
        .withPixels(
            picture,
            pixels ->
                darkroom.ask(
                    () -> Images.of(pixels),
                    image -> {
                      ClipboardContent content = new ClipboardContent();
                      content.putImage(image);
                      Optional.ofNullable(picture.file().get())
                          .ifPresent(file -> CopiedPicture.put(content, file));
                      Clipboard.getSystemClipboard().setContent(content);
                    }));
  }

  /** Puts how it was made on the system's clipboard, as most programs read it. */
  public void copySettings(Picture picture) {
    onTold(
        picture,
        () ->
            viewer.settingsText(
                picture,
                text -> {
                  ClipboardContent content = new ClipboardContent();
                  content.putString(text);
                  Clipboard.getSystemClipboard().setContent(content);
                }));
  }

  /** Does so, or says that the picture does not tell how it was made. */
  private void onTold(Picture picture, Runnable action) {
    if (picture.isUntold()) {
      viewer.untold().tell(picture);
    } else {
      viewer.untold().forget();
      action.run();
    }
  }

  /** Takes over what decided the picture, or a part of that. */
  public void recall(Picture picture, Recall what) {
    onTold(picture, () -> recall.accept(picture.provenance(), what));
  }

  /** Begins new pictures with this one. */
  public void useAsSource(Picture picture) {
    source.accept(picture);
  }

  /** Lines up variations of it, from near to far. */
  public void vary(Picture picture) {
    onTold(picture, () -> variations.accept(picture));
  }

  /** From now on the collection is asked so. */
  public void relate(Relations through) {
    relations = through;
  }

  /** Whether there is a collection to ask. */
  boolean isRelated() {
    return relations != NONE;
  }

  /** Shows pictures that look like it. */
  public void moreLike(Picture picture) {
    relations.moreLike(picture);
  }

  /** Guesses at words for a picture that tells none. */
  public void suggest(Picture picture) {
    viewer.untold().forget();
    relations.suggest(picture);
  }

  /** Shows where it comes from and what came of it. */
  public void lineage(Picture picture) {
    relations.lineage(picture);
  }

  /** Puts the picture on the canvas, and goes there. */
  public void edit(Picture picture) {
    canvas.accept(picture);
  }

  /** Shows its file in the system's file manager. */
  public void reveal(Picture picture) {
    viewer.reveal(picture);
  }

  /** Opens its file with the system's program for pictures. */
  public void open(Picture picture) {
    viewer.open(picture);
  }

  /** Compares this picture with the shown one, or the shown one with the one before. */
  public void compare(Picture picture) {
    if (viewer.pictures().shown().get() == picture) {
      viewer.compare().mode(CompareViewModel.Mode.SLIDER);
    } else {
      viewer.compare().with(picture);
    }
  }

  /** Of a batch: keeps the picture, and goes on to the next. */
  public void accept(Picture picture) {
    viewer.candidates().accept(picture);
  }

  /** Of a batch: keeps this picture and moves the undecided ones to the trash. */
  public void keepOnly(Picture picture) {
    viewer.candidates().keepOnly(picture);
  }

  /** Moves the picture to Easel's trash, from which it can be taken back. */
  public void discard(Picture picture) {
    viewer.candidates().discard(picture);
  }

  /** Whether the picture is one of a batch that is being chosen from. */
  boolean isCandidate(Picture picture) {
    return viewer.candidates().all().contains(picture);
  }

  /** Whether there is another picture to compare it with. */
  boolean isComparable(Picture picture) {
    if (viewer.pictures().shown().get() == picture) {
      return viewer.compare().possible().get();
    }
    List<Picture> all = viewer.pictures().all();
    return all.size() > 1 && all.contains(picture);
  }
}
