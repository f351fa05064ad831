package io.github.easel.app;

import io.github.easel.file.FileReason;
import io.github.easel.gallery.FolderScan.Report;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.PictureIdentity;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PictureReader;
import io.github.easel.task.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The collection in the folder where pictures are kept. Files and the journal of marks are the
 * truth; the index follows them, or is made anew from them. When another folder is chosen, the
 * collection is the one of that folder from the next question on.
 */
public final class LocalGallery implements GalleryService {

  private static final Logger LOG = LoggerFactory.getLogger(LocalGallery.class);

  private final Supplier<Path> root;
  private final Path place;
  private final GalleryLooks.Factory looks;
  private final SystemTrash systemTrash;
  private final GalleryNews news = new GalleryNews();
  private @Nullable Open open;
  private boolean started;
  private boolean closed;

  /** What belongs to one folder. */
  private record Open(
      GalleryFolder folder, GalleryMarks marks, GalleryTrash trash, GalleryUpkeep upkeep) {

    void close() {
      upkeep.close();
      folder.close();
      upkeep.awaitEnd();
    }
  }

  /**
   * Opens nothing yet.
   *
   * @param root the folder of the pictures, asked at every question; need not exist
   * @param place the folder of indexes and thumbnails
   * @param looks opens what searches by look
   * @param systemTrash where the trash is emptied to
   */
  LocalGallery(
      Supplier<Path> root, Path place, GalleryLooks.Factory looks, SystemTrash systemTrash) {
    this.root = root;
    this.place = place;
    this.looks = looks;
    this.systemTrash = systemTrash;
  }

  private synchronized Open open() {
    if (closed) {
      throw new GenerationException(Failure.CANCELLED, "the collection is closed");
    }
    Path folder = root.get().toAbsolutePath().normalize();
    Open now = open;
    if (now != null && now.folder().root().equals(folder)) {
      return now;
    }
    open = null;
    if (now != null) {
      Threads.daemon("gallery-close", now::close).start();
    }
    GalleryFolder opened = GalleryFolder.open(folder, place, looks, news);
    Open next =
        new Open(
            opened,
            new GalleryMarks(opened),
            new GalleryTrash(opened, systemTrash),
            new GalleryUpkeep(opened, news));
    open = next;
    if (started) {
      next.upkeep().start();
    }
    if (now != null) {
      news.changed();
    }
    return next;
  }

  /** Asks again if the folder was changed, and what was open closed, meanwhile. */
  private <T> T ask(Function<Open, T> question) {
    Open asked = open();
    try {
      return question.apply(asked);
    } catch (GenerationException e) {
      Path closedBy = open().folder().root();
      if (e.failure() == Failure.CANCELLED && !closedBy.equals(asked.folder().root())) {
        return question.apply(open());
      }
      throw e;
    }
  }

  private void change(Consumer<Open> change) {
    ask(
        now -> {
          change.accept(now);
          return now;
        });
    news.changed();
  }

  /** Moves over to another folder now, if another was chosen and a collection is open. */
  void folderChanged() {
    boolean isOpen;
    synchronized (this) {
      isOpen = open != null && !closed;
    }
    if (isOpen) {
      Threads.daemon("gallery-move", this::open).start();
    }
  }

  @Override
  public void start() {
    synchronized (this) {
      if (started) {
        return;
      }
      started = true;
      if (open != null) {
        open.upkeep().start();
        return;
      }
    }
    open();
  }

  @Override
  public void listen(Listener listener) {
    news.add(listener);
  }

  @Override
  public Found find(GalleryQuery query, Cancellation cancellation) {
    return ask(now -> now.folder().index().find(query, cancellation));
  }

  @Override
  public List<GalleryItem> items(List<Long> ids) {
    return ask(now -> now.folder().index().items(ids));
  }

  @Override
  public Optional<GalleryItem> item(Path file) {
    return ask(now -> now.folder().index().at(whole(file)));
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  @Override
  public void kept(Path file) {
    boolean changed =
        ask(
            now ->
                whole(file).startsWith(now.folder().root())
                    && now.folder().scan().one(whole(file)));
    if (changed) {
      news.changed();
      open().folder().looks().lookOn();
    }
  }

  /** A picture was moved by somebody else in this program. */
  void moved(Path from, Path to) {
    try {
      Report report =
          ask(
              now -> {
                Path folder = now.folder().root();
                List<Path> here =
                    Stream.of(from, to)
                        .map(LocalGallery::whole)
                        .filter(file -> file.startsWith(folder))
                        .toList();
                return now.folder().scan().some(here, new Cancellation());
              });
      if (report.changed()) {
        news.changed();
      }
    } catch (GenerationException e) {
      LOG.warn("The collection hears later that {} is {} now: {}", from, to, e.getMessage());
    }
  }

  @Override
  public PixelImage thumbnail(Path file) {
    return ask(
        now -> {
          String identity =
              now.folder()
                  .index()
                  .at(whole(file))
                  .map(item -> item.entry().identity())
                  .orElseGet(() -> identity(file));
          return now.folder().looks().thumbnail(identity, () -> PictureReader.read(file));
        });
  }

  private static String identity(Path file) {
    try {
      return PictureIdentity.of(file);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    }
  }

  @Override
  public void mark(Collection<Long> ids, UnaryOperator<Marks> change) {
    change(now -> now.marks().mark(ids, change));
  }

  @Override
  public Map<String, Integer> boards() {
    return ask(now -> now.folder().index().boards());
  }

  @Override
  public void makeBoard(String name) {
    change(now -> now.marks().makeBoard(name));
  }

  @Override
  public void renameBoard(String name, String other) {
    change(now -> now.marks().renameBoard(name, other));
  }

  @Override
  public void deleteBoard(String name) {
    change(now -> now.marks().deleteBoard(name));
  }

  @Override
  public List<String> models() {
    return ask(now -> now.folder().index().models());
  }

  @Override
  public List<String> samplers() {
    return ask(now -> now.folder().index().samplers());
  }

  @Override
  public List<GalleryItem> discard(List<Long> ids) {
    return told(now -> now.trash().discard(ids));
  }

  @Override
  public List<GalleryItem> restore(List<Long> ids) {
    return told(now -> now.trash().restore(ids));
  }

  @Override
  public int emptyTrash(Cancellation cancellation) {
    return told(now -> now.trash().empty(cancellation));
  }

  /** What went well is to be seen, even if not all of it did. */
  private <T> T told(Function<Open, T> change) {
    try {
      return ask(change);
    } finally {
      news.changed();
    }
  }

  @Override
  public boolean hasSystemTrash() {
    return systemTrash.isThere();
  }

  @Override
  public LookService looks() {
    return ask(now -> now.folder().looks().service());
  }

  @Override
  public void lookAtAll(Cancellation cancellation, Counting progress) {
    ask(
        now -> {
          now.folder().looks().lookAtAll(cancellation, progress);
          return now;
        });
  }

  @Override
  public int rebuild(Cancellation cancellation, Counting progress) {
    return told(
        now -> {
          now.folder()
              .scan()
              .whole(
                  true,
                  cancellation,
                  (done, all) -> {
                    progress.on(done, all);
                    now.upkeep().count(done, all);
                  });
          now.folder().replayMarks();
          now.folder().looks().lookOn();
          return now.folder().index().size();
        });
  }

  @Override
  public ImportReport importFolder(Path folder, Cancellation cancellation, Counting progress) {
    return told(
        now -> {
          try {
            return new GalleryImport(now.folder(), new PictureCopy())
                .from(folder, cancellation, progress);
          } finally {
            now.folder().looks().lookOn();
          }
        });
  }

  @Override
  public void close() {
    Open last;
    synchronized (this) {
      closed = true;
      last = open;
      open = null;
    }
    if (last != null) {
      last.close();
    }
    news.close();
  }
}
