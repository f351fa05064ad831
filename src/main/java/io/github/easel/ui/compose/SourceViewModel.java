package io.github.easel.ui.compose;

import io.github.easel.app.RecalledSource;
import io.github.easel.app.Services;
import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.Source;
import io.github.easel.generation.SourceRecord;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
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

  /** Without any noise next to nothing would come of most samplers; and files say 0 for usual. */
  public static final double LEAST_NOISE = 0.05;

  private final Workers workers;
  private final LatestAnswer looking;
  private final LatestAnswer recalling;
  private final StringProperty picture = new SimpleStringProperty("");
  private final RepaintViewModel repaint = new RepaintViewModel();
  private final SourceMask mask;
  private final StylePictureViewModel styled;
  private final StringProperty name = new SimpleStringProperty("");
  private final DoubleProperty strength = new SimpleDoubleProperty(Draft.Start.NONE.strength());
  private final DoubleProperty noise = new SimpleDoubleProperty(Draft.Touch.USUAL.noise());
  private final BooleanProperty keepsLightness = new SimpleBooleanProperty();
  private final ObjectProperty<Fit> fit = new SimpleObjectProperty<>(Fit.CROP);
  private final ReadOnlyObjectWrapper<PixelImage> image = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Image> thumbnail = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<GenerationException> problem = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding there = picture.isNotEmpty();
  private final BooleanBinding refines = there.and(strength.lessThan(1));

  /** Where on the canvas it was taken from, as of a job that is edited. */
  private Draft.Place place = Draft.Place.NOWHERE;

  private @Nullable SourcePictures sources;

  SourceViewModel(Workers workers) {
    this.workers = workers;
    looking = new LatestAnswer(workers);
    recalling = new LatestAnswer(workers);
    mask = new SourceMask(workers);
    styled = new StylePictureViewModel(workers);
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

  void open(Services services) {
    SourcePictures opened = services.sources();
    sources = opened;
    mask.open(opened);
    styled.open(services);
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
    recalling.forget();
    place = Draft.Place.NOWHERE;
    mask.drop();
    name.set(called);
    picture.set(ownCopy.toString());
  }

  /** Keeps copies of a recalled picture's source and its mask and takes them. */
  void recall(Source source) {
    SourcePictures into = sources;
    if (into != null) {
      ask(() -> start(source, into), this::recalled);
    }
  }

  /**
   * Finds the source of a picture of an earlier start among the copies, and takes that; without a
   * copy pictures begin with noise.
   *
   * @param onLack is told why something of it cannot be taken
   */
  void recall(SourceRecord record, Consumer<GenerationException> onLack) {
    SourcePictures from = sources;
    if (from != null) {
      ask(() -> Found.of(record, from), found -> take(found, onLack));
    }
  }

  private void take(Found found, Consumer<GenerationException> onLack) {
    found.start().ifPresentOrElse(this::recalled, this::drop);
    found.lack().ifPresent(onLack);
  }

  private <R> void ask(Supplier<R> question, Consumer<R> answer) {
    recalling.ask(workers.files(), question, answer, problem::set);
  }

  /** What was found of a source that was only known by its record. */
  private record Found(Optional<Draft.Start> start, Optional<GenerationException> lack) {

    static Found of(SourceRecord record, SourcePictures sources) {
      RecalledSource recalled = RecalledSource.of(record, sources);
      return new Found(
          recalled.source().map(source -> SourceViewModel.start(source, sources)), recalled.lack());
    }
  }

  /** Keeps copies of the source and its mask. */
  private static Draft.Start start(Source source, SourcePictures into) {
    return new Draft.Start(
        into.keep(source.image()).toString(),
        source.name(),
        source.fit().label(),
        new Draft.Touch(
            source.strength(),
            Math.max(LEAST_NOISE, source.manner().noise()),
            source.manner().keepsLuminance()),
        source
            .repaint()
            .map(part -> masked(part, into.keep(part.mask())))
            .orElse(Draft.Masked.NONE),
        Draft.Place.NOWHERE);
  }

  private static Draft.Masked masked(Repaint part, Path copy) {
    return new Draft.Masked(
        copy.toString(),
        part.shape().inverted(),
        part.shape().grow(),
        part.shape().blur(),
        part.content().label(),
        part.padding().orElse(-1));
  }

  /** Without a mask of its own, how masks are painted stays for the canvas's. */
  private void recalled(Draft.Start start) {
    Draft.Masked part =
        start.masked().mask().isEmpty() ? repaint.snapshot("", false) : start.masked();
    take(
        new Draft.Start(
            start.picture(), start.name(), start.fit(), start.touch(), part, start.place()));
  }

  /** From now on pictures begin with noise alone. */
  public void drop() {
    recalling.forget();
    place = Draft.Place.NOWHERE;
    mask.drop();
    picture.set("");
    name.set("");
  }

  void take(Draft.Start start) {
    recalling.forget();
    strength.set(start.strength());
    noise.set(start.touch().noise());
    keepsLightness.set(start.touch().keepsLuminance());
    styled.take(start.touch().style());
    fit.set(Fit.find(start.fit()).orElse(Fit.CROP));
    repaint.take(start.masked());
    place = start.place();
    mask.take(start.masked());
    name.set(start.name());
    picture.set(start.picture());
  }

  Draft.Start snapshot() {
    return new Draft.Start(
        picture.get(),
        name.get(),
        fit.get().label(),
        new Draft.Touch(strength.get(), noise.get(), keepsLightness.get(), styled.snapshot()),
        repaint.snapshot(mask.file().get(), mask.inverted()),
        place);
  }

  /** Whether only a masked part of it becomes new. */
  boolean masked() {
    return mask.there().get();
  }

  Stream<Observable> parts() {
    return Stream.concat(
        Stream.of(picture, name, strength, noise, keepsLightness, fit, mask.file(), styled.wish()),
        repaint.parts());
  }

  /** How a masked part of it is painted anew. */
  public RepaintViewModel repaint() {
    return repaint;
  }

  /** The mask that came along with it, if any. */
  public SourceMask mask() {
    return mask;
  }

  /** The picture whose style it is given, if any. */
  public StylePictureViewModel styled() {
    return styled;
  }

  /** What the noise laid over it is multiplied by, {@value #LEAST_NOISE} to 2. */
  public DoubleProperty noise() {
    return noise;
  }

  /** Whether its lightness stays and only colours are drawn. */
  public BooleanProperty keepsLightness() {
    return keepsLightness;
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
