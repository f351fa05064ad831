package io.github.easel.bench;

import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.QueryText;
import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the gallery's index takes over 100,000 synthetic pictures: to be filled, to be opened,
 * to find. {@code -Deasel.gallery.pictures=N} takes another number, {@code
 * -Deasel.gallery.processor=true} counts the processor's time in place of the clock's.
 */
class GalleryBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger(GalleryBenchmark.class);
  private static final int PICTURES = Integer.getInteger("easel.gallery.pictures", 100_000);
  private static final int BATCH = 500;
  private static final int SCREEN = 60;

  @TempDir private Path folder;

  private final SyntheticPictures pictures = new SyntheticPictures();

  @Test
  void indexesAndFinds() throws IOException {
    Path file = folder.resolve("index.db");
    // before the filling, which leaves the heap as large as it ever gets
    long before = memory();
    fill(file);
    LOG.info("on the disk {} MB", bytes() / 1_000_000);
    open(file);
    try (GalleryIndex index = GalleryIndex.open(file)) {
      search(index);
      filter(index);
      change(index);
      LOG.info("memory after all that {} MB more of the process", (memory() - before) / 1_000_000);
    }
  }

  private void fill(Path file) {
    try (GalleryIndex index = GalleryIndex.open(file)) {
      long nanos = 0;
      for (int from = 0; from < PICTURES; from += BATCH) {
        List<PictureEntry> entries = new ArrayList<>();
        for (int i = from; i < Math.min(PICTURES, from + BATCH); i++) {
          entries.add(pictures.entry(i));
        }
        long start = clock();
        index.put(entries);
        nanos += clock() - start;
      }
      LOG.info("filled with {} a second", (long) (PICTURES / (nanos / 1e9)));
      long start = clock();
      index.replaceMarks(marks(), Set.of("empty"));
      LOG.info("marks of a fifth of them in {} ms", millis(start));
    }
  }

  private Map<String, Marks> marks() {
    Random random = new Random(3);
    Map<String, Marks> marks = new HashMap<>();
    for (int i = 0; i < PICTURES; i += 5) {
      Optional<ColourLabel> label =
          random.nextInt(4) == 0 ? Optional.of(ColourLabel.RED) : Optional.empty();
      Set<String> boards = random.nextInt(3) == 0 ? Set.of("Board " + i % 7) : Set.of();
      marks.put(
          pictures.entry(i).identity(),
          new Marks(random.nextInt(6), random.nextBoolean(), label, new TreeSet<>(boards)));
    }
    return marks;
  }

  private static void open(Path file) {
    for (int i = 0; i < 5; i++) {
      long start = clock();
      try (GalleryIndex index = GalleryIndex.open(file)) {
        Found found = index.find(GalleryQuery.ALL, new Cancellation());
        double finding = millis(start);
        int rows = index.items(screen(found)).size();
        LOG.info(
            "opened and found {} in {} ms, {} rows read after {} ms",
            found.size(),
            finding,
            rows,
            millis(start));
      }
    }
  }

  private void search(GalleryIndex index) {
    List<String> typed = new ArrayList<>();
    for (int rank = 0; rank < 4_000; rank = rank * 2 + 1) {
      String word = pictures.word(rank);
      for (int letters = 1; letters <= word.length(); letters++) {
        typed.add(word.substring(0, letters)); // as it is typed
      }
      typed.add(word + " " + pictures.word(rank / 2 + 3));
      typed.add('"' + word + " " + pictures.word(1) + '"');
      typed.add(word + " -" + pictures.word(rank / 3));
      typed.add("-" + word);
    }
    times("text search", typed, text -> index.find(QueryText.parse(text), new Cancellation()));
    List<String> filtered = typed.stream().map(text -> text + " stars:3 model:starter").toList();
    times("text and filter", filtered, text -> find(index, text));
  }

  private void filter(GalleryIndex index) {
    for (String text :
        List.of(
            "",
            "sort:oldest",
            "sort:best",
            "sort:name",
            "stars:4",
            "is:favourite",
            "label:red",
            "model:starter",
            "sampler:LCM kind:inpaint",
            "size:512x768",
            "board:\"Board 3\"",
            "after:2024-03 before:2024-04",
            "seed:" + pictures.entry(77).facts().seed().getAsLong(),
            "is:trash")) {
      List<Double> runs = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        index.mark("touched", Marks.NONE.withStars(i % 5)); // so that nothing is remembered
        long start = clock();
        index.find(QueryText.parse(text), new Cancellation());
        runs.add(millis(start));
      }
      LOG.info("filter [{}]: {}", text, figures(runs));
    }
    once("known files", () -> index.known().size());
    once("models", () -> index.models().size());
    once("boards", () -> index.boards().size());
  }

  private void change(GalleryIndex index) {
    List<Double> runs = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long start = clock();
      index.mark(pictures.entry(i).identity(), Marks.NONE.withStars(i % 5));
      runs.add(millis(start));
    }
    LOG.info("mark one: {}", figures(runs));
    once("everything read", () -> index.items(screen(all(index), PICTURES)).size());
  }

  private interface Search {
    Found find(String text);
  }

  private static Found find(GalleryIndex index, String text) {
    return index.find(QueryText.parse(text), new Cancellation());
  }

  private static Found all(GalleryIndex index) {
    return index.find(GalleryQuery.ALL, new Cancellation());
  }

  private static void times(String what, List<String> typed, Search search) {
    typed.forEach(search::find); // warm, as after the first words of a day
    List<Double> runs = new ArrayList<>();
    Map<Double, String> which = new HashMap<>();
    for (String text : typed) {
      long start = clock();
      Found found = search.find(text);
      double took = millis(start);
      runs.add(took);
      which.put(took, text + " (" + found.size() + ")");
    }
    double slowest = runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    LOG.info("{}: {}; slowest {}", what, figures(runs), which.get(slowest));
  }

  private static void once(String what, Supplier<Integer> task) {
    long start = clock();
    int size = task.get();
    LOG.info("{}: {} in {} ms", what, size, millis(start));
  }

  private static List<Long> screen(Found found) {
    return screen(found, SCREEN);
  }

  private static List<Long> screen(Found found, int most) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < Math.min(most, found.size()); i++) {
      ids.add(found.id(i));
    }
    return ids;
  }

  private static String figures(List<Double> runs) {
    double[] sorted = runs.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return "median %.1f ms, 95th %.1f ms, most %.1f ms, of %d"
        .formatted(
            sorted[sorted.length / 2],
            sorted[(int) (sorted.length * 0.95)],
            sorted[sorted.length - 1],
            sorted.length);
  }

  private static double millis(long start) {
    return Math.round((clock() - start) / 1e5) / 10.0;
  }

  /** Nanoseconds; of a processor if that was asked for, so that a busy computer does not count. */
  private static long clock() {
    return Boolean.getBoolean("easel.gallery.processor")
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  private long bytes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** What the process holds, by Linux's own account; else what Java's heap does. */
  private static long memory() throws IOException {
    System.gc();
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(kib -> Long.parseLong(kib) * 1024)
        .findFirst()
        .orElseThrow();
  }
}
