package io.github.easel.ui;

import io.github.easel.app.GalleryService;
import io.github.easel.app.LookService;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryFilter;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.PictureFacts;
import io.github.easel.gallery.PictureKind;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A collection in the memory, with pictures of stripes. */
public final class FakeGallery implements GalleryService {

  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Map<Long, GalleryItem> items = Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, Integer> boards = Collections.synchronizedMap(new TreeMap<>());
  public final List<GalleryQuery> asked = Collections.synchronizedList(new ArrayList<>());
  public final List<Integer> pages = Collections.synchronizedList(new ArrayList<>());
  public final List<Path> reduced = Collections.synchronizedList(new ArrayList<>());
  public volatile LookService looks = LookService.NONE;
  public volatile @Nullable Throwable trouble;
  public volatile IntFunction<PixelImage> picture = number -> FakeServices.gradient(16, 16);
  public volatile boolean started;
  private volatile @Nullable Found all;
  private long last;

  /** Adds a picture and returns its number; nobody is told. */
  public synchronized long add(Path file, LocalDateTime made, String prompt) {
    PictureFacts facts =
        new PictureFacts(
            PictureKind.TEXT,
            prompt,
            "",
            "Starter",
            "ddim",
            "Easel",
            512,
            512,
            OptionalLong.of(last + 100),
            OptionalInt.of(20),
            OptionalDouble.of(7),
            "");
    long id = ++last;
    PictureEntry entry = new PictureEntry(file, "identity" + id, made, 0, 1000, false, facts);
    items.put(id, new GalleryItem(id, entry, Marks.NONE));
    all = null;
    return id;
  }

  /** So many pictures, some minutes apart, without objects for each until they are asked for. */
  public static FakeGallery of(int count, LocalDateTime newest) {
    FakeGallery gallery = new FakeGallery();
    for (int i = 0; i < count; i++) {
      gallery.add(
          Path.of("Pictures", "Easel", "p" + i + ".png"),
          newest.minusMinutes(7L * i),
          WORDS[i % WORDS.length] + " number " + i);
    }
    return gallery;
  }

  private static final String[] WORDS = {
    "a red fox in the snow", "the sea at dusk", "two apples, watercolour", "a house in a forest"
  };

  /** Tells everybody that something changed. */
  public void tell() {
    listeners.forEach(Listener::changed);
  }

  /** Tells everybody how far the reading is. */
  public void tell(Activity activity, int done, int of) {
    listeners.forEach(listener -> listener.reading(activity, done, of));
  }

  /** The picture of that number. */
  public GalleryItem get(long id) {
    return Objects.requireNonNull(items.get(id), "no such picture");
  }

  /** Takes the picture away, as if somebody had deleted its file. */
  public void lose(long id) {
    items.remove(id);
    all = null;
  }

  @Override
  public void start() {
    started = true;
  }

  @Override
  public void listen(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public Found find(GalleryQuery query, Cancellation cancellation) {
    asked.add(query);
    Found known = all;
    if (known != null && query.equals(GalleryQuery.ALL)) {
      return known;
    }
    List<GalleryItem> found;
    synchronized (items) {
      found =
          items.values().stream()
              .filter(item -> item.entry().discarded() == query.discarded())
              .filter(item -> matches(item, query))
              .sorted(order(query.order()))
              .toList();
    }
    Found result =
        new Found(
            found.stream().mapToLong(GalleryItem::id).toArray(),
            found.stream()
                .mapToLong(item -> item.entry().made().toEpochSecond(ZoneOffset.UTC))
                .toArray());
    if (query.equals(GalleryQuery.ALL)) {
      all = result;
    }
    return result;
  }

  private static Comparator<GalleryItem> order(GalleryQuery.Order order) {
    Comparator<GalleryItem> oldest =
        Comparator.comparing((GalleryItem item) -> item.entry().made())
            .thenComparing(GalleryItem::id);
    return switch (order) {
      case OLDEST -> oldest;
      case NAME -> Comparator.comparing(item -> item.entry().file().getFileName().toString());
      case BEST ->
          Comparator.comparing((GalleryItem item) -> -item.marks().stars())
              .thenComparing(oldest.reversed());
      case NEWEST -> oldest.reversed();
    };
  }

  private static boolean matches(GalleryItem item, GalleryQuery query) {
    GalleryFilter filter = query.filter();
    String prompt = item.entry().facts().prompt().toLowerCase(Locale.ROOT);
    Marks marks = item.marks();
    return Arrays.stream(query.words().toLowerCase(Locale.ROOT).split("\\s+"))
            .allMatch(prompt::contains)
        && marks.stars() >= filter.leastStars()
        && (!filter.favourite() || marks.favourite())
        && (filter.labels().isEmpty()
            || marks.label().filter(filter.labels()::contains).isPresent())
        && filter.board().map(board -> Set.copyOf(marks.boards()).contains(board)).orElse(true);
  }

  @Override
  public List<GalleryItem> items(List<Long> ids) {
    pages.add(ids.size());
    return ids.stream().filter(items::containsKey).map(items::get).toList();
  }

  @Override
  public Optional<GalleryItem> item(Path file) {
    synchronized (items) {
      return items.values().stream().filter(item -> item.entry().file().equals(file)).findFirst();
    }
  }

  @Override
  public void kept(Path file) {
    if (item(file).isEmpty()) {
      add(file, LocalDateTime.of(2026, 11, 23, 12, 0), "kept");
    }
  }

  @Override
  public PixelImage thumbnail(Path file) {
    reduced.add(file);
    if (trouble instanceof Error error) {
      throw error;
    }
    if (trouble instanceof RuntimeException failure) {
      throw failure;
    }
    return picture.apply(item(file).map(item -> (int) item.id()).orElse(0));
  }

  @Override
  public void mark(Collection<Long> ids, UnaryOperator<Marks> change) {
    for (Long id : ids) {
      GalleryItem item = items.get(id);
      if (item != null) {
        items.put(id, new GalleryItem(id, item.entry(), change.apply(item.marks())));
        items.get(id).marks().boards().forEach(board -> boards.putIfAbsent(board, 0));
      }
    }
  }

  @Override
  public Map<String, Integer> boards() {
    Map<String, Integer> counts = new TreeMap<>();
    synchronized (items) {
      boards.keySet().forEach(board -> counts.put(board, 0));
      items.values().stream()
          .filter(item -> !item.entry().discarded())
          .flatMap(item -> item.marks().boards().stream())
          .forEach(board -> counts.merge(board, 1, Integer::sum));
    }
    return counts;
  }

  @Override
  public void makeBoard(String name) {
    boards.putIfAbsent(name, 0);
  }

  @Override
  public void renameBoard(String name, String other) {
    mark(
        List.copyOf(items.keySet()),
        marks -> marks.boards().contains(name) ? marks.off(name).on(other) : marks);
    boards.remove(name);
    boards.put(other, 0);
  }

  @Override
  public void deleteBoard(String name) {
    mark(List.copyOf(items.keySet()), marks -> marks.off(name));
    boards.remove(name);
  }

  @Override
  public List<String> models() {
    return List.of("Starter");
  }

  @Override
  public List<String> samplers() {
    return List.of("ddim");
  }

  @Override
  public List<GalleryItem> discard(List<Long> ids) {
    return move(ids, true);
  }

  @Override
  public List<GalleryItem> restore(List<Long> ids) {
    return move(ids, false);
  }

  private List<GalleryItem> move(List<Long> ids, boolean discarded) {
    Throwable wrong = trouble;
    if (wrong instanceof GenerationException failure) {
      throw failure;
    }
    List<GalleryItem> moved = new ArrayList<>();
    for (Long id : ids) {
      GalleryItem item = items.get(id);
      if (item != null) {
        PictureEntry old = item.entry();
        PictureEntry now =
            new PictureEntry(
                old.file(),
                old.identity(),
                old.made(),
                old.modified(),
                old.bytes(),
                discarded,
                old.facts());
        items.put(id, new GalleryItem(id, now, item.marks()));
        moved.add(items.get(id));
      }
    }
    all = null;
    return moved;
  }

  @Override
  public int emptyTrash(Cancellation cancellation) {
    int before = items.size();
    items.values().removeIf(item -> item.entry().discarded());
    return before - items.size();
  }

  @Override
  public boolean hasSystemTrash() {
    return true;
  }

  @Override
  public LookService looks() {
    return looks;
  }

  @Override
  public void lookAtAll(Cancellation cancellation, Counting progress) {
    // all have been looked at
  }

  @Override
  public int rebuild(Cancellation cancellation, Counting progress) {
    return items.size();
  }

  @Override
  public ImportReport importFolder(Path folder, Cancellation cancellation, Counting progress) {
    return new ImportReport(0, 0, Map.of(), 0);
  }

  @Override
  public void close() {
    // nothing to free
  }
}
