package io.github.easel.ui.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.LookService;
import io.github.easel.app.Services;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.drop.Dropped;
import io.github.easel.ui.viewer.Images;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The ways to look for something: words wait until one has stopped typing, all else is asked at
 * once; by look, and what is there twice. All of it belongs to JavaFX's thread.
 */
public final class GallerySearch {

  /** In how many of 64 bits the hashes of pictures may differ that count as the same. */
  static final int NEARLY = 6;

  private final Workers workers;
  private final GalleryQuestion question;
  private final Runnable ask;
  private final Executor soon;
  private final Consumer<GenerationException> onFailure;
  private final LatestAnswer looking;
  private final LatestAnswer choices;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasMeaning = new ReadOnlyBooleanWrapper();
  private final ObservableList<String> models = FXCollections.observableArrayList();
  private final ObservableList<String> samplers = FXCollections.observableArrayList();
  private Cancellation running = new Cancellation();
  private long typed;
  private @Nullable GalleryService service;
  private @Nullable Services services;

  GallerySearch(
      Workers workers,
      GalleryQuestion question,
      Runnable ask,
      Executor soon,
      Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.question = question;
    this.ask = ask;
    this.soon = soon;
    this.onFailure = onFailure;
    looking = new LatestAnswer(workers);
    choices = new LatestAnswer(workers);
    question
        .parts()
        .forEach(
            part ->
                part.addListener(
                    (property, old, now) -> {
                      typed++;
                      ask.run();
                    }));
    question
        .words()
        .addListener(
            (property, old, now) -> {
              if (!now.isBlank() && question.alike().get() != null) {
                question.alike().set(null);
              }
              askSoon();
            });
  }

  private void askSoon() {
    long own = ++typed;
    soon.execute(
        () -> {
          if (own == typed) {
            ask.run();
          }
        });
  }

  void open(Services opened) {
    service = opened.gallery();
    services = opened;
    refresh();
  }

  /** What there is to choose from may have changed. */
  void refresh() {
    GalleryService from = service;
    if (from == null) {
      return;
    }
    record Choices(List<String> models, List<String> samplers, boolean meaning) {}
    choices.ask(
        () -> new Choices(from.models(), from.samplers(), from.looks().hasMeaning()),
        now -> {
          take(models, now.models());
          take(samplers, now.samplers());
          hasMeaning.set(now.meaning());
          if (!now.meaning()) {
            question.meaning().set(false);
          }
        });
  }

  private static void take(ObservableList<String> list, List<String> now) {
    if (!list.equals(now)) {
      list.setAll(now);
    }
  }

  /** Looks for pictures like one of the collection. */
  void similar(GalleryPicture picture, String title) {
    Optional<Image> small = Optional.ofNullable(picture.thumbnail().get());
    Cancellation own = begin();
    look(
        looks -> looks.like(picture.id(), GalleryAsking.NEAREST, own),
        nearest -> question.alike().set(new Alike(nearest, title, small)));
  }

  /**
   * Looks for pictures like one from anywhere.
   *
   * @param picture reads it, on a worker
   */
  void similar(Supplier<PixelImage> picture, String title) {
    Cancellation own = begin();
    record Like(List<Nearness> nearest, Image small) {}
    look(
        looks -> {
          PixelImage pixels = picture.get();
          return new Like(
              looks.like(pixels, GalleryAsking.NEAREST, own),
              Images.reduced(pixels, GalleryService.THUMBNAIL));
        },
        like -> question.alike().set(new Alike(like.nearest(), title, Optional.of(like.small()))));
  }

  /** Looks for pictures like the first that was dropped, if there is one. */
  public void similar(Dropped dropped, String title) {
    Services from = services;
    Optional<Supplier<PixelImage>> file =
        from == null
            ? Optional.empty()
            : dropped.files().stream().findFirst().map(one -> () -> from.pictures().read(one));
    file.or(dropped::picture).ifPresent(picture -> similar(picture, title));
  }

  /** Looks for pictures that are there twice. */
  void duplicates(String title) {
    Cancellation own = begin();
    look(
        looks -> looks.duplicates(NEARLY, own),
        groups -> question.alike().set(new Alike(groups, title, Optional.empty(), true)));
  }

  private Cancellation begin() {
    running.cancel();
    running = new Cancellation();
    return running;
  }

  private <R> void look(Function<LookService, R> how, Consumer<R> answer) {
    GalleryService from = service;
    if (from == null) {
      return;
    }
    busy.set(true);
    looking.ask(
        workers.gallery(),
        () -> how.apply(from.looks()),
        found -> {
          busy.set(false);
          answer.accept(found);
        },
        reason -> {
          busy.set(false);
          if (reason.failure() != Failure.CANCELLED) {
            onFailure.accept(reason);
          }
        });
  }

  /** Whether pictures are being compared, which may take a moment. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether meanings can be compared. */
  ReadOnlyBooleanProperty hasMeaning() {
    return hasMeaning.getReadOnlyProperty();
  }

  /** The models of the collection's pictures, most used first. */
  ObservableList<String> models() {
    return models;
  }

  /** The samplers of the collection's pictures, most used first. */
  ObservableList<String> samplers() {
    return samplers;
  }
}
