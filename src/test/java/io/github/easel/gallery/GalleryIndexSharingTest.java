package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads and programs use one index. */
class GalleryIndexSharingTest {

  private static final int PICTURES = 150;
  private static final int THREADS = 6;

  @TempDir Path folder;

  @Test
  void twoProgramsPutPicturesAtOnce() throws IOException, InterruptedException {
    Path file = folder.resolve("index.db");
    try (GalleryIndex index = GalleryIndex.open(file)) {
      Process other =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  IndexingProcess.class.getName(),
                  file.toString(),
                  "other",
                  Integer.toString(PICTURES))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("said.txt").toFile())
              .start();
      IndexingProcess.put(index, "own", PICTURES);
      assertThat(other.waitFor()).as(Files.readString(folder.resolve("said.txt"))).isZero();
      assertThat(index.size()).isEqualTo(2 * PICTURES);
      assertThat(Finding.names(index, "\"by other\"")).hasSize(PICTURES);
      assertThat(Finding.names(index, QueryText.parse("own stars:1"))).hasSize(PICTURES);
    }
  }

  @Test
  void oneOfManyThatOpenADamagedFileBeginsItAnew() throws Exception {
    Path file = folder.resolve("index.db");
    Files.writeString(file, "no database ".repeat(500));
    together(
        thread -> {
          try (GalleryIndex index = GalleryIndex.open(file)) {
            IndexingProcess.put(index, "t" + thread + "-", 5);
            return index.size();
          }
        });
    try (GalleryIndex index = GalleryIndex.open(file)) {
      assertThat(index.size()).isEqualTo(5 * THREADS);
      assertThat(file.resolveSibling("index.db.unreadable-2")).doesNotExist();
    }
  }

  @Test
  void searchesGoOnWhilePicturesArePut() throws Exception {
    try (GalleryIndex index = GalleryIndex.open(folder.resolve("index.db"))) {
      together(
          thread -> {
            if (thread == 0) {
              IndexingProcess.put(index, "p", PICTURES);
            }
            int before = 0;
            while (before < PICTURES) {
              int found = index.find(GalleryQuery.ALL.withWords("p"), new Cancellation()).size();
              assertThat(found).isBetween(before, PICTURES);
              before = found;
            }
            return before;
          });
    }
  }

  private interface Task {
    int run(int thread) throws Exception;
  }

  private static void together(Task task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      IntStream.range(0, THREADS).forEach(thread -> tasks.add(() -> task.run(thread)));
      for (Future<Integer> done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isNotNegative();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
