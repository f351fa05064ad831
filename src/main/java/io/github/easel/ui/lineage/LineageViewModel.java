package io.github.easel.ui.lineage;

import io.github.easel.app.GalleryService;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Lineage;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tree that a picture is in. All of it belongs to JavaFX's thread. */
public final class LineageViewModel {

  private static final Logger LOG = LoggerFactory.getLogger(LineageViewModel.class);

  /** What there is to see. */
  public enum State {
    /** No picture was asked for. */
    NOTHING,
    /** It is being found out. */
    ASKING,
    /** The picture is in no file of the collection. */
    UNKNOWN,
    /** It comes from no other, and no other from it. */
    ALONE,
    TREE
  }

  private final Workers workers;
  private final Consumer<GenerationException> onFailure;
  private final Consumer<Path> onChosen;
  private final LatestAnswer asked;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
  private final ObservableList<LineageRow> rows = FXCollections.observableArrayList();
  private GalleryService gallery = GalleryService.NONE;

  /**
   * @param onFailure is told why there is no answer
   * @param onChosen is given the file of a picture of the tree that is to be shown
   */
  public LineageViewModel(
      Workers workers, Consumer<GenerationException> onFailure, Consumer<Path> onChosen) {
    this.workers = workers;
    this.onFailure = onFailure;
    this.onChosen = onChosen;
    asked = new LatestAnswer(workers);
  }

  /** From now on lineages are asked of that collection. */
  public void open(GalleryService opened) {
    gallery = opened;
  }

  /**
   * Finds out where the picture comes from and what came of it.
   *
   * @param file nothing if the picture is in none yet
   */
  public void show(Optional<Path> file) {
    rows.clear();
    if (file.isEmpty()) {
      asked.forget();
      state.set(State.UNKNOWN);
      return;
    }
    state.set(State.ASKING);
    GalleryService from = gallery;
    asked.ask(
        workers.aside(),
        () -> found(from, file.get()),
        this::take,
        reason -> {
          state.set(State.NOTHING);
          onFailure.accept(reason);
        });
  }

  /** A picture that was just kept may not have been noticed yet. */
  private static Optional<List<LineageRow>> found(GalleryService gallery, Path file) {
    Optional<GalleryItem> item = gallery.item(file);
    if (item.isEmpty()) {
      gallery.kept(file);
      item = gallery.item(file);
    }
    return item.flatMap(
        known ->
            gallery
                .looks()
                .lineage(known.id())
                .map(
                    lineage -> {
                      List<LineageRow> rows = new ArrayList<>();
                      add(lineage.root(), 0, known.id(), rows);
                      return rows;
                    }));
  }

  private static void add(Lineage.Node node, int depth, long asked, List<LineageRow> rows) {
    rows.add(new LineageRow(node.item(), depth, node.item().id() == asked));
    node.results().forEach(result -> add(result, depth + 1, asked, rows));
  }

  private void take(Optional<List<LineageRow>> found) {
    rows.setAll(found.orElse(List.of()));
    state.set(
        switch (rows.size()) {
          case 0 -> State.UNKNOWN;
          case 1 -> State.ALONE;
          default -> State.TREE;
        });
  }

  /** The row has come into sight, so its picture is to be seen. */
  void want(LineageRow row) {
    if (row.want()) {
      GalleryService from = gallery;
      Path file = row.item().entry().file();
      workers.files().execute(() -> read(from, file, row));
    }
  }

  private void read(GalleryService from, Path file, LineageRow row) {
    try {
      PixelImage small = from.thumbnail(file);
      var image = Images.of(small);
      workers.window().execute(() -> row.seen(image));
    } catch (GenerationException e) {
      LOG.info("{} has no thumbnail: {}", file, e.getMessage());
    }
  }

  /** Shows that picture. */
  public void choose(LineageRow row) {
    onChosen.accept(row.item().entry().file());
  }

  /** What there is to see. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** The tree, each picture before those that came of it. */
  public ObservableList<LineageRow> rows() {
    return rows;
  }
}
