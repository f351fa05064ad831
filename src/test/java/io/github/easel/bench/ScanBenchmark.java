package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.gallery.FolderScan;
import io.github.easel.gallery.GalleryIndex;
import io.github.easel.gallery.TestPictures;
import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How quickly a collection is read into a new index, and how quickly it is compared with one that
 * is true already: {@code ./mvnw -q test -Dtest=ScanBenchmark}.
 */
class ScanBenchmark {

  private static final int PICTURES = 5_000;
  private static final int ROUNDS = 3;

  @TempDir private Path folder;

  @Test
  void filesPerSecond() throws IOException {
    Path root = folder.resolve("pictures");
    for (int i = 0; i < PICTURES; i++) {
      String day = "2026-%02d-%02d".formatted(i / 28 % 12 + 1, i % 28 + 1);
      TestPictures.own(
          root.resolve(day).resolve("%06d-%d-a-fox.png".formatted(i, i)),
          "a red fox number " + i + " in the snow, oil on canvas",
          i);
    }
    for (int round = 0; round < ROUNDS; round++) {
      try (GalleryIndex index = GalleryIndex.open(folder.resolve(round + ".db"))) {
        FolderScan scan = new FolderScan(root, index);
        print("reads", scan, PICTURES);
        print("compares", scan, 0);
      }
    }
  }

  private static void print(String what, FolderScan scan, int read) {
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    long busy = processor.getCurrentThreadCpuTime();
    long begin = System.nanoTime();
    assertThat(scan.whole(false, new Cancellation(), (done, all) -> {}).read()).isEqualTo(read);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s %d files in %.2f s, %.0f a second, with %.2f s of a processor%n",
        what,
        PICTURES,
        seconds,
        PICTURES / seconds,
        (processor.getCurrentThreadCpuTime() - busy) / 1e9);
  }
}
