package io.github.easel.ui.teach;

import io.github.easel.app.LookService;
import io.github.easel.app.Services;
import io.github.easel.app.TeachDraft;
import io.github.easel.app.TrainingNotes;
import io.github.easel.app.TrainingPlan;
import io.github.easel.app.TrainingPlan.Square;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second step: the pictures. On JavaFX's thread. */
public final class PicturesViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(PicturesViewModel.class);

  /** So many pictures are learned from at most. */
  public static final int MOST = TrainingPlan.MOST_PICTURES;

  static final List<String> ENDINGS = List.of("png", "jpg", "jpeg", "webp");

  /** Of the cosine of two pictures; what is less alike tells nothing of the other. */
  private static final double ALIKE = 0.8;

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final ObservableList<LessonPicture> all = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper tooMany = new ReadOnlyIntegerWrapper();
  private final IntegerProperty waiting = new SimpleIntegerProperty();
  private @Nullable Services services;

  PicturesViewModel(Workers workers, Consumer<GenerationException> onFailure) {
    this.workers = workers;
    this.onFailure = onFailure;
    reading.bind(waiting.greaterThan(0));
  }

  void open(Services opened) {
    services = opened;
  }

  /** Whether something of that name can be learned from. */
  static boolean isPicture(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(ending -> name.endsWith("." + ending));
  }

  /** Takes these pictures too, as many as there is room for; those that are here stay once. */
  public void add(List<Path> files) {
    List<Path> wanted =
        files.stream()
            .filter(PicturesViewModel::isPicture)
            .filter(file -> all.stream().noneMatch(one -> one.file().equals(file)))
            .distinct()
            .toList();
    int room = Math.max(0, MOST - all.size() - waiting.get());
    tooMany.set(Math.max(0, wanted.size() - room));
    wanted.stream().limit(room).forEach(file -> read(file, null));
  }

  /** Takes those that were kept; what cannot be read any more is left out. */
  void take(List<TeachDraft.Shown> kept) {
    kept.forEach(one -> read(Path.of(one.file()), one));
  }

  private void read(Path file, TeachDraft.@Nullable Shown kept) {
    Services from = services;
    if (from == null) {
      return;
    }
    waiting.set(waiting.get() + 1);
    try {
      workers.files().execute(() -> look(from, file, kept));
    } catch (RejectedExecutionException e) {
      LOG.debug("Nobody reads pictures any more: the window was closed");
    }
  }

  private void look(Services from, Path file, TeachDraft.@Nullable Shown kept) {
    try {
      TrainingNotes.LessonPicture looked = from.trainingNotes().look(file);
      workers.window().execute(() -> arrived(from, looked, kept));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      workers
          .window()
          .execute(
              () -> {
                waiting.set(waiting.get() - 1);
                onFailure.accept(reason);
              });
    }
  }

  private void arrived(
      Services from, TrainingNotes.LessonPicture looked, TeachDraft.@Nullable Shown kept) {
    waiting.set(waiting.get() - 1);
    if (kept != null && fits(kept, looked)) {
      Square crop = new Square(kept.x(), kept.y(), kept.side());
      all.add(new LessonPicture(looked, crop, kept.caption()));
      return;
    }
    LessonPicture picture = new LessonPicture(looked, looked.suggested(), looked.caption());
    all.add(picture);
    if (looked.caption().isEmpty()) {
      guess(from, picture);
    }
  }

  /** The file may have become another picture. */
  private static boolean fits(TeachDraft.Shown kept, TrainingNotes.LessonPicture looked) {
    return kept.side() > 0
        && kept.x() >= 0
        && kept.y() >= 0
        && kept.x() + kept.side() <= looked.width()
        && kept.y() + kept.side() <= looked.height();
  }

  /** Looks for a picture in the gallery that is alike and tells its prompt. */
  private void guess(Services from, LessonPicture picture) {
    PixelImage small = picture.looked().small();
    try {
      workers
          .aside()
          .execute(
              () -> {
                String prompt = alike(from.gallery().looks(), small);
                workers.window().execute(() -> picture.guess(prompt));
              });
    } catch (RejectedExecutionException e) {
      LOG.debug("Nobody guesses any more: the window was closed");
    }
  }

  private static String alike(LookService looks, PixelImage picture) {
    try {
      Cancellation never = new Cancellation();
      List<Nearness> near = looks.hasMeaning() ? looks.like(picture, 1, never) : List.of();
      return near.isEmpty() || near.get(0).likeness() < ALIKE
          ? ""
          : looks.suggestions(picture, 1, never).stream().findFirst().orElse("");
    } catch (RuntimeException e) {
      LOG.info("no caption was guessed: {}", e.toString()); // it can be typed
      return "";
    }
  }

  /** Leaves it out; its file stays. */
  public void remove(LessonPicture picture) {
    all.remove(picture);
    tooMany.set(0);
  }

  List<TrainingPlan.Picture> planned() {
    return all.stream().map(LessonPicture::planned).toList();
  }

  List<TeachDraft.Shown> kept() {
    return new ArrayList<>(all.stream().map(LessonPicture::kept).toList());
  }

  /** In the order in which they came. */
  public ObservableList<LessonPicture> all() {
    return all;
  }

  /** Whether some are still being read. */
  public ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
  }

  /** How many of those that were dropped last had no room. */
  public ReadOnlyIntegerProperty tooMany() {
    return tooMany.getReadOnlyProperty();
  }
}
