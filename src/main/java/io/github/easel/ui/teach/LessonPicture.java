package io.github.easel.ui.teach;

import io.github.easel.app.TeachDraft;
import io.github.easel.app.TrainingNotes;
import io.github.easel.app.TrainingPlan;
import io.github.easel.app.TrainingPlan.Square;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.image.Image;

/** A picture to learn from, with its square and its caption. On JavaFX's thread. */
public final class LessonPicture {

  /** Squares are not made smaller, in pixels of the picture. */
  private static final int LEAST_SIDE = 32;

  /** Who wrote the caption. */
  public enum Source {
    /** Nobody. */
    NONE,
    /** A text beside the picture. */
    FILE,
    /** The prompt of a picture that looks alike. */
    ALIKE,
    /** The user. */
    TYPED
  }

  private final TrainingNotes.LessonPicture looked;
  private final Image image;
  private final ObjectProperty<Square> crop;
  private final StringProperty caption = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Source> source = new ReadOnlyObjectWrapper<>(Source.NONE);

  LessonPicture(TrainingNotes.LessonPicture looked, Square crop, String caption) {
    this.looked = looked;
    image = Images.of(looked.small());
    this.crop = new SimpleObjectProperty<>(crop);
    this.caption.set(caption);
    if (!caption.isEmpty()) {
      source.set(caption.equals(looked.caption()) ? Source.FILE : Source.TYPED);
    }
    this.caption.addListener(
        (property, old, now) -> source.set(now.isBlank() ? Source.NONE : Source.TYPED));
  }

  /** Takes the prompt of a picture that looks alike, unless there is a caption. */
  void guess(String prompt) {
    if (caption.get().isBlank() && !prompt.isBlank()) {
      caption.set(prompt.strip());
      source.set(Source.ALIKE);
    }
  }

  /** Moves the square, as far as the picture goes. */
  void move(double x, double y) {
    Square now = crop.get();
    place(now.x() + x, now.y() + y, now.side());
  }

  /** Changes the square's side around its middle, as far as the picture goes. */
  void resize(double factor) {
    Square now = crop.get();
    double side = side(now.side() * factor);
    double shift = (now.side() - side) / 2;
    place(now.x() + shift, now.y() + shift, side);
  }

  private double side(double wanted) {
    int most = Math.min(looked.width(), looked.height());
    return Math.max(Math.min(LEAST_SIDE, most), Math.min(most, wanted));
  }

  private void place(double x, double y, double side) {
    int whole = (int) Math.round(side);
    crop.set(
        new Square(
            (int) Math.round(Math.max(0, Math.min(looked.width() - whole, x))),
            (int) Math.round(Math.max(0, Math.min(looked.height() - whole, y))),
            whole));
  }

  /** Around what stands out. */
  void cropSuggested() {
    crop.set(looked.suggested());
  }

  /** As much as there is. */
  void cropWidest() {
    crop.set(looked.widest());
  }

  TrainingPlan.Picture planned() {
    return new TrainingPlan.Picture(looked.file(), Optional.of(crop.get()), caption.get().strip());
  }

  TeachDraft.Shown kept() {
    Square now = crop.get();
    return new TeachDraft.Shown(
        looked.file().toString(), now.x(), now.y(), now.side(), caption.get().strip());
  }

  TrainingNotes.LessonPicture looked() {
    return looked;
  }

  Path file() {
    return looked.file();
  }

  /** The whole picture made small. */
  Image image() {
    return image;
  }

  /** In the picture's own pixels. */
  public ObjectProperty<Square> crop() {
    return crop;
  }

  /** What is to be seen; may be empty. */
  public StringProperty caption() {
    return caption;
  }

  /** Who wrote it. */
  public ReadOnlyObjectProperty<Source> source() {
    return source.getReadOnlyProperty();
  }
}
