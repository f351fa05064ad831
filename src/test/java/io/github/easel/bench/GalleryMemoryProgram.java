package io.github.easel.bench;

import io.github.easel.app.GalleryService;
import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.gallery.Drawn;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Look;
import io.github.easel.gallery.PictureEntry;
import io.github.easel.gallery.QueryText;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Embedding;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program that fills a collection, or opens one and works with it as an artist would: {@code
 * fill|use PICTURES HOME DATA COUNT}. Says what the process takes after each step, by Linux's own
 * account.
 */
final class GalleryMemoryProgram {

  private static final int BATCH = 1000;
  private static final int SCREEN = 60;
  private static final Cancellation NEVER = new Cancellation();

  private final Path root;
  private final Path data;
  private final Services services;
  private final SyntheticPictures pictures = new SyntheticPictures();

  private GalleryMemoryProgram(Path root, Path home, Path data) {
    this.root = root;
    this.data = data;
    services =
        LocalServices.open(
            new Places(home, data, root), new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  }

  /** As said above. */
  public static void main(String[] arguments) throws IOException {
    GalleryMemoryProgram program =
        new GalleryMemoryProgram(
            Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
    if (arguments[0].equals("fill")) {
      program.fill(Integer.parseInt(arguments[4]));
    } else {
      program.use();
    }
    program.services.close();
  }

  /** Files, their index as a scan leaves it, and looks as the background leaves them. */
  private void fill(int count) throws IOException {
    services.gallery().find(GalleryQuery.ALL, NEVER); // makes the index
    String towers = services.meanings().towers().orElse("");
    int numbers = services.meanings().of("a fox").map(Embedding::size).orElse(128);
    Random random = new Random(1);
    try (GalleryIndex index = GalleryIndex.open(database())) {
      List<PictureEntry> entries = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        entries.add(file(pictures.entry(i), i >= count - 2 * SCREEN));
        if (entries.size() == BATCH || i == count - 1) {
          index.put(entries);
          for (PictureEntry entry : entries) {
            index.putLook(entry.identity(), look(random, numbers), towers);
          }
          entries.clear();
        }
      }
    }
  }

  private Path database() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("gallery"))) {
      return files
          .filter(file -> file.toString().matches(".*[0-9a-f]{16}\\.db"))
          .findFirst()
          .orElseThrow();
    }
  }

  private PictureEntry file(PictureEntry entry, boolean real) throws IOException {
    Path place = entry.discarded() ? root.resolve("Trash") : root;
    Path day = place.resolve(String.valueOf(entry.file().getParent().getFileName()));
    Path file = day.resolve(String.valueOf(entry.file().getFileName()));
    Files.createDirectories(day);
    if (real) {
      PngWriter.write(Drawn.blobs(entry.modified(), 512, 512), Map.of(), file);
    } else {
      Files.createFile(file);
    }
    Files.setLastModifiedTime(file, FileTime.fromMillis(entry.modified()));
    return new PictureEntry(
        file,
        entry.identity(),
        entry.made(),
        entry.modified(),
        Files.size(file),
        entry.discarded(),
        entry.facts());
  }

  private static Look look(Random random, int numbers) {
    float[] values = new float[numbers];
    for (int i = 0; i < numbers; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new Look(
        "%016x".formatted(random.nextLong()).repeat(4),
        random.nextLong(),
        Optional.of(Embedding.of(values)));
  }

  private void use() throws IOException {
    say("begun");
    long begin = System.nanoTime();
    long used = processor();
    GalleryService gallery = services.gallery();
    gallery.start();
    Found all = gallery.find(GalleryQuery.ALL, NEVER);
    List<Long> screen = IntStream.range(0, Math.min(SCREEN, all.size())).mapToObj(all::id).toList();
    List<Long> millis = new ArrayList<>();
    for (GalleryItem item : gallery.items(screen)) {
      gallery.thumbnail(item.entry().file());
      millis.add((System.nanoTime() - begin) / 1_000_000);
    }
    say(
        millis.isEmpty()
            ? "opened with nothing"
            : "first thumbnail of %d pictures after %d ms, the %dth after %d ms (%d of a processor)"
                .formatted(
                    all.size(),
                    millis.get(0),
                    millis.size(),
                    millis.get(millis.size() - 1),
                    (processor() - used) / 1_000_000));
    for (int round = 0; round < 3; round++) {
      for (int rank = 0; rank < 4_000; rank = rank * 2 + 1) {
        String word = pictures.word(rank);
        for (int letters = 1; letters <= word.length(); letters++) {
          gallery.find(QueryText.parse(word.substring(0, letters)), NEVER);
        }
      }
    }
    gallery.find(QueryText.parse("stars:3 model:starter sort:best"), NEVER);
    gallery.boards();
    say("searched by words");
    gallery.looks().like("a red fox", 200, NEVER);
    gallery.looks().like(Drawn.blobs(5, 512, 512), 200, NEVER);
    for (long id : screen) {
      gallery.looks().like(id, 200, NEVER);
    }
    say("searched by look");
    gallery.looks().duplicates(8, NEVER);
    say("looked for duplicates");
    System.gc();
    say("at rest");
  }

  private static long processor() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void say(String step) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/self/status"));
    System.out.printf("%d\t%d\t%s%n", kib(lines, "VmRSS:"), kib(lines, "VmHWM:"), step);
  }

  private static long kib(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
