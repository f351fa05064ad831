package io.github.easel.ui.canvas;

import io.github.easel.app.Services;
import io.github.easel.app.SourcePictures;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Results;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Preview;
import io.github.easel.task.Job;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.viewer.Images;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * Results that wait over the canvas until somebody takes or leaves them; the canvas is untouched
 * meanwhile. They lie in files, so that the next start finds them.
 */
public final class StagingViewModel {

  /** A picture that lies over the canvas. */
  record Shown(Image image, Area area) {}

  private final Sheet sheet;
  private final Workers workers;
  private final QueueViewModel line;
  private final Consumer<GenerationException> onFailure;

  /** So many that belong to other canvases are kept for when those come back by undo. */
  private static final int MOST_ELSEWHERE = 32;

  private final ObservableList<Staged> held = FXCollections.observableArrayList();

  /** Those of the canvas that is there; others wait until theirs is there again. */
  private final FilteredList<Staged> all = new FilteredList<>(held, this::here);

  /** Those of the last start that are not read yet; a session must not forget them meanwhile. */
  private final List<Draft.Start> awaited = new ArrayList<>();

  /** What is looked at; written by the window's thread only. */
  private volatile @Nullable Staged wanted;

  /** That, or while it is being read the one before. */
  private @Nullable Shown ready;

  private final IntegerProperty index = new SimpleIntegerProperty();
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<List<Shown>> seen = new ReadOnlyObjectWrapper<>(List.of());

  StagingViewModel(
      Sheet sheet, Workers workers, QueueViewModel line, Consumer<GenerationException> onFailure) {
    this.sheet = sheet;
    this.workers = workers;
    this.line = line;
    this.onFailure = onFailure;
    sheet
        .history()
        .addListener(
            (property, old, now) -> {
              if (!old.present().id().equals(now.present().id())) {
                all.setPredicate(null); // the same one again would be no change
                all.setPredicate(this::here);
                index.set(Math.max(0, all.size() - 1));
                look();
              }
            });
    line.preview().addListener(changed -> look());
    line.running().addListener(changed -> look());
    index.addListener(changed -> look());
    visible.addListener(changed -> look());
  }

  /** Lays a finished picture over the canvas that its job began with, if it did; on a worker. */
  public void finished(Job job, GenerationResult result, Services services) {
    Draft.Start begin = job.draft().start();
    if (!begin.place().equals(Draft.Place.NOWHERE)) {
      put(() -> Staged.of(begin, result.image(), services.sources()));
    }
  }

  /** Those waited at the end of the last start; a session that is written holds them already. */
  void await(List<Draft.Start> kept) {
    awaited.addAll(kept);
  }

  /** Brings back those that are awaited. */
  void bringBack(SourcePictures sources) {
    List<Draft.Start> kept = List.copyOf(awaited);
    awaited.clear();
    kept.forEach(one -> add(new Staged(one, sources)));
  }

  private void put(Supplier<Staged> making) {
    try {
      Staged ready = making.get();
      workers.window().execute(() -> add(ready));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> onFailure.accept(reason));
    }
  }

  private void add(Staged ready) {
    held.add(ready);
    if (here(ready)) {
      index.set(all.size() - 1);
      visible.set(true);
    } else {
      List<Staged> elsewhere = held.stream().filter(one -> !here(one)).toList();
      held.removeAll(elsewhere.subList(0, Math.max(0, elsewhere.size() - MOST_ELSEWHERE)));
    }
    look();
  }

  /** Whether it began with the canvas that is there. */
  private boolean here(Staged one) {
    return here(one.start());
  }

  private boolean here(Draft.Start start) {
    return start.place().canvas().equals(sheet.settled().id());
  }

  /** What is drawn now lies over all others, since it is what one waits for. */
  private void look() {
    List<Shown> now = new ArrayList<>();
    want(present());
    if (ready != null && visible.get()) {
      now.add(ready);
    }
    Job job = line.running().get();
    Preview preview = line.preview().get();
    if (job != null && preview != null && here(job.draft().start())) {
      Draft.Place place = job.draft().start().place();
      now.add(
          new Shown(
              Images.of(preview.image()),
              new Area(place.x(), place.y(), place.width(), place.height())));
    }
    seen.set(List.copyOf(now));
  }

  /** Reads what is to be seen; until it is there the one before in the same frame is seen. */
  private void want(@Nullable Staged one) {
    if (Objects.equals(one, wanted)) {
      return;
    }
    wanted = one;
    Shown before = ready;
    if (before != null && (one == null || !before.area().equals(one.area()))) {
      ready = null;
    }
    if (one != null) {
      workers.aside().execute(() -> read(one));
    }
  }

  private void read(Staged one) {
    if (!one.equals(wanted)) {
      return; // somebody has gone on
    }
    try {
      Shown shown = one.shown();
      workers.window().execute(() -> came(one, shown));
    } catch (RuntimeException | OutOfMemoryError e) {
      GenerationException reason = GenerationException.of(e);
      workers.window().execute(() -> failed(one, reason));
    }
  }

  private void came(Staged one, Shown shown) {
    if (one.equals(wanted)) {
      ready = shown;
      look();
    }
  }

  private void failed(Staged one, GenerationException reason) {
    if (reason.failure() == Failure.FILE_UNREADABLE) {
      gone(one, false); // nothing will ever come of it
    }
    onFailure.accept(reason);
  }

  /** The result that is looked at; null for none. */
  @Nullable Staged present() {
    return all.isEmpty() ? null : all.get(Math.min(index.get(), all.size() - 1));
  }

  /** Whether there was another one to go to. */
  public boolean step(int by) {
    if (all.isEmpty()) {
      return false;
    }
    index.set(Math.floorMod(index.get() + by, all.size()));
    return true;
  }

  /** Takes the result over into the picture; the others of its frame go. */
  void accept(String layerName) {
    take(
        one ->
            sheet.later(
                canvas ->
                    Results.accepted(canvas, one.pixels(), LayersViewModel.newId(), layerName),
                () -> gone(one, true)));
  }

  /** Lays the result over the others as a layer of its own. */
  void asLayer(String layerName) {
    take(
        one ->
            sheet.later(
                canvas ->
                    LayersViewModel.onTop(
                        canvas,
                        new Layer(
                            LayersViewModel.newId(),
                            layerName,
                            Layer.Kind.PICTURE,
                            true,
                            1,
                            one.pixels())),
                () -> gone(one, false)));
  }

  /** Leaves the result; it stays among the pictures. */
  public void discard() {
    take(one -> gone(one, false));
  }

  private void take(Consumer<Staged> use) {
    Staged one = present();
    if (one != null && !sheet.busy().get()) {
      use.accept(one);
    }
  }

  /**
   * Ends the waiting of a result; of one that was taken only once the canvas has it.
   *
   * @param others whether those that were generated in the same frame go with it
   */
  @SuppressWarnings("ReferenceEquality") // two results may be the same picture
  private void gone(Staged one, boolean others) {
    int at = all.indexOf(one);
    held.removeIf(
        other -> others ? other.start().place().equals(one.start().place()) : other == one);
    index.set(Math.max(0, Math.min(at, all.size() - 1)));
    look();
  }

  /** All that wait over this canvas, the oldest first. */
  ObservableList<Staged> all() {
    return all;
  }

  /** Changes whenever {@link #snapshot} does. */
  public Observable changes() {
    return held;
  }

  /** What the next start has to be told of them. */
  public List<Draft.Start> snapshot() {
    return Stream.concat(awaited.stream(), held.stream().map(Staged::start)).toList();
  }

  /** Which of them is looked at, from 0. */
  IntegerProperty index() {
    return index;
  }

  /** Whether it is seen, or the canvas under it. */
  BooleanProperty visible() {
    return visible;
  }

  /** Whether results wait. */
  BooleanBinding waiting() {
    return Bindings.isNotEmpty(all);
  }

  /** What lies over the canvas now. */
  ReadOnlyObjectProperty<List<Shown>> seen() {
    return seen.getReadOnlyProperty();
  }
}
