package io.github.easel.ui.compose;

import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Source;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The picture that pictures begin with, if any. */
public final class SourceViewModel {

  /** In pixels: sharp on screens of twice the usual density. */
  private static final int THUMBNAIL = 112;

  private final Workers workers;
  private final LatestAnswer looking;
  private final StringProperty picture = new SimpleStringProperty("");
  private final RepaintViewModel repaint = new RepaintViewModel();
  private final StringProperty name = new SimpleStringProperty("");
  private final DoubleProperty strength = new SimpleDoubleProperty(Draft.Start.NONE.strength());
  private final ObjectProperty<Fit> fit = new SimpleObjectProperty<>(Fit.CROP);
  private final ReadOnlyObjectWrapper<PixelImage> image = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Image> thumbnail = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GenerationException> problem = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding there = picture.isNotEmpty();
  private final BooleanBinding refines = there.and(strength.lessThan(1));

  /** The mask and the place on the canvas that came along with it, as of a job that is edited. */
  private Draft.Start along = Draft.Start.NONE;

  private @Nullable SourcePictures sources;

  SourceViewModel(Workers workers) {
    this.workers = workers;
    looking = new LatestAnswer(workers);
    picture.addListener(changed -> look());
  }

  /** What was found of the file. */
  private record Look(
      @Nullable PixelImage image,
      @Nullable Image thumbnail,
      @Nullable GenerationException problem) {

    static Look at(SourcePictures sources, String file) {
      try {
        PixelImage image = sources.read(Path.of(file));
        return new Look(image, Images.reduced(image.held(), THUMBNAIL), null);
      } catch (RuntimeException e) {
        return new Look(null, null, GenerationException.of(e));
      }
    }
  }

  void open(SourcePictures opened) {
    sources = opened;
    look();
  }

  private void look() {
    looking.forget();
    image.set(null);
    thumbnail.set(null);
    problem.set(null);
    SourcePictures from = sources;
    String file = picture.get();
    if (from != null && !file.isEmpty()) {
      looking.ask(
          () -> Look.at(from, file),
          look -> {
            image.set(look.image());
            thumbnail.set(look.thumbnail());
            problem.set(look.problem());
          });
    }
  }

  /**
   * From now on pictures begin with that one.
   *
   * @param ownCopy Easel's copy, as {@link SourcePictures#keep(Path)} makes it
   */
  public void take(Path ownCopy, String called) {
    along = Draft.Start.NONE;
    name.set(called);
    picture.set(ownCopy.toString());
  }

  /** Keeps a copy of a recalled picture's source and takes that. */
  void recall(Source source) {
    SourcePictures into = sources;
    if (into == null) {
      return;
    }
    workers
        .files()
        .execute(
            () -> {
              try {
                Path copy = into.keep(source.image());
                workers.window().execute(() -> recalled(source, copy));
              } catch (RuntimeException e) {
                GenerationException reason = GenerationException.of(e);
                workers.window().execute(() -> problem.set(reason));
              }
            });
  }

  private void recalled(Source source, Path copy) {
    strength.set(source.strength());
    fit.set(source.fit());
    take(copy, source.name());
  }

  /** From now on pictures begin with noise alone. */
  public void drop() {
    along = Draft.Start.NONE;
    picture.set("");
    name.set("");
  }

  void take(Draft.Start start) {
    strength.set(start.strength());
    fit.set(Fit.find(start.fit()).orElse(Fit.CROP));
    repaint.take(start.masked());
    along = start;
    name.set(start.name());
    picture.set(start.picture());
  }

  Draft.Start snapshot() {
    return new Draft.Start(
        picture.get(),
        name.get(),
        fit.get().label(),
        new Draft.Touch(strength.get(), 1, false),
        repaint.snapshot(along.masked().mask()),
        along.place());
  }

  /** Whether only a masked part of it becomes new. */
  boolean masked() {
    return !along.masked().mask().isEmpty();
  }

  Stream<Observable> parts() {
    return Stream.concat(Stream.of(picture, name, strength, fit), repaint.parts());
  }

  /** How a masked part of it is painted anew. */
  public RepaintViewModel repaint() {
    return repaint;
  }

  /** The path of Easel's own copy; empty for none. */
  public StringProperty picture() {
    return picture;
  }

  /** What people call it. */
  public StringProperty name() {
    return name;
  }

  /** The share of the steps that are drawn, above 0 to 1. */
  public DoubleProperty strength() {
    return strength;
  }

  /** How it is brought to the pictures' size. */
  public ObjectProperty<Fit> fit() {
    return fit;
  }

  /** Its pixels; null for none and until they are read. */
  public ReadOnlyObjectProperty<PixelImage> image() {
    return image.getReadOnlyProperty();
  }

  /** A small look at it; null for none and until it is read. */
  public ReadOnlyObjectProperty<Image> thumbnail() {
    return thumbnail.getReadOnlyProperty();
  }

  /** Why it cannot be read; null when it can. */
  public ReadOnlyObjectProperty<GenerationException> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Whether there is one. */
  public BooleanBinding there() {
    return there;
  }

  /** Whether something of it is kept. */
  public BooleanBinding refines() {
    return refines;
  }
}
