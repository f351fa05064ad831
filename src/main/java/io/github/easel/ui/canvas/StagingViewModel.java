package io.github.easel.ui.canvas;

import io.github.easel.app.Services;
import io.github.easel.app.SourcePictures;
import io.github.easel.canvas.Area;
import io.github.easel.canvas.Layer;
import io.github.easel.canvas.Results;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Preview;
import io.github.easel.task.Job;
import io.github.easel.ui.Workers;
import io.github.easel.ui.queue.QueueViewModel;
import io.github.easel.ui.viewer.Images;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
  private final ObservableList<Staged> all = FXCollections.observableArrayList();

  /** Those of the last start that are not read yet; a session must not forget them meanwhile. */
  private final List<Draft.Start> awaited = new ArrayList<>();

  private final IntegerProperty index = new SimpleIntegerProperty();
  private final BooleanProperty visible = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<List<Shown>> seen = new ReadOnlyObjectWrapper<>(List.of());

  StagingViewModel(
      Sheet sheet,
      Workers workers,
      QueueViewModel line,
      Consumer<GenerationException> onFailure) {
    this.sheet = sheet;
    this.workers = workers;
    this.line = line;
    this.onFailure = onFailure;
    line.preview().addListener(changed -> look());
    line.running().addListener(changed -> look());
    index.addListener(changed -> look());
    visible.addListener(changed -> look());
  }

  /** Lays a finished picture over the canvas that its job began with, if it did; on a worker. */
  public void finished(Job job, GenerationResult result, Services services) {
    Draft.Start begin = job.draft().start();
    if (begin.place().canvas().equals(CanvasStart.NAME)) {
      put(() -> Staged.of(begin, result.image(), services.sources()));
    }
  }

  /** Those waited at the end of the last start; a session that is written holds them already. */
  void await(List<Draft.Start> kept) {
    awaited.addAll(kept);
  }

  /** Brings back those that are awaited. */
  void bringBack(SourcePictures sources) {
    for (Draft.Start one : List.copyOf(awaited)) {
      workers
          .files()
          .execute(
              () -> {
                put(() -> Staged.read(one, sources));
                workers.window().execute(() -> awaited.remove(one));
              });
    }
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
    all.add(ready);
    index.set(all.size() - 1);
    visible.set(true);
    look();
  }

  /** What is drawn now lies over all others, since it is what one waits for. */
  private void look() {
    List<Shown> now = new ArrayList<>();
    Staged one = present();
    if (one != null && visible.get()) {
      now.add(new Shown(one.image(), one.area()));
    }
    Job job = line.running().get();
    Preview preview = line.preview().get();
    if (job != null
        && preview != null
        && job.draft().start().place().canvas().equals(CanvasStart.NAME)) {
      Draft.Place place = job.draft().start().place();
      now.add(
          new Shown(
              Images.of(preview.image()),
              new Area(place.x(), place.y(), place.width(), place.height())));
    }
    seen.set(List.copyOf(now));
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
                () -> leave(other -> other.area().equals(one.area()))));
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
                () -> leave(one::equals)));
  }

  /** Leaves the result; it stays among the pictures. */
  public void discard() {
    take(one -> leave(one::equals));
  }

  private void take(Consumer<Staged> use) {
    Staged one = present();
    if (one != null && !sheet.busy().get()) {
      use.accept(one);
    }
  }

  /** Ends the waiting of some results; of those that were taken only once the canvas has them. */
  private void leave(Predicate<Staged> which) {
    int at = index.get();
    all.removeIf(which);
    index.set(Math.max(0, Math.min(at, all.size() - 1)));
    look();
  }

  /** All that wait, the oldest first. */
  ObservableList<Staged> all() {
    return all;
  }

  /** Changes whenever {@link #snapshot} does. */
  public Observable changes() {
    return all;
  }

  /** What the next start has to be told of them. */
  public List<Draft.Start> snapshot() {
    return Stream.concat(awaited.stream(), all.stream().map(Staged::start)).toList();
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
