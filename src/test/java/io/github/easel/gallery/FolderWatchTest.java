package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FolderWatchTest {

  private static final Set<Path> BEGUN = Set.of(Path.of("begun"));
  private static final Set<Path> MISSED = Set.of(Path.of("missed"));

  private final BlockingQueue<Set<Path>> heard = new LinkedBlockingQueue<>();
  private final Path root;
  private final FolderWatch watch;
  private final Thread thread;

  FolderWatchTest(@TempDir Path folder) throws IOException {
    root = folder;
    Files.createDirectories(root.resolve("there/deep"));
    Files.createDirectories(root.resolve(".easel"));
    watch =
        new FolderWatch(
            root,
            new FolderWatch.Ear() {
              @Override
              public void watching() {
                heard.add(BEGUN);
              }

              @Override
              public void heard(Set<Path> paths) {
                heard.add(paths);
              }

              @Override
              public void missed() {
                heard.add(MISSED);
              }
            });
    thread = new Thread(watch);
  }

  @BeforeEach
  void begin() throws InterruptedException {
    thread.start();
    assertThat(heard.take()).isEqualTo(BEGUN);
  }

  @AfterEach
  void end() throws InterruptedException {
    watch.close();
    thread.join();
  }

  /** All that is heard until that path is among it. */
  private Set<Path> until(Path path) throws InterruptedException {
    Set<Path> all = new HashSet<>();
    while (!all.contains(path)) {
      Set<Path> some = heard.poll(60, TimeUnit.SECONDS);
      assertThat(some).as("heard until %s", path).isNotNull();
      all.addAll(some);
    }
    return all;
  }

  @Test
  void hearsOfFilesInAllFolders() throws IOException, InterruptedException {
    Path deep = Files.writeString(root.resolve("there/deep/a.png"), "a");
    assertThat(until(deep)).doesNotContain(root.resolve("there"));
    Files.delete(deep);
    until(deep);
    Files.writeString(root.resolve(".easel/marks.jsonl"), "hidden");
    Files.writeString(root.resolve(".easel-1.part"), "unfinished");
    Path last = Files.writeString(root.resolve("b.png"), "b");
    assertThat(until(last)).containsExactly(last);
  }

  @Test
  void hearsOfNewFoldersAndOfWhatIsInThem() throws IOException, InterruptedException {
    Path folder = Files.createDirectory(root.resolve("2026-11-24"));
    until(folder);
    Path file = Files.writeString(folder.resolve("a.png"), "a");
    until(file);
    Path moved = Files.move(folder, root.resolve("there/moved"));
    assertThat(until(moved)).contains(folder);
    Path inside = Files.writeString(moved.resolve("b.png"), "b");
    until(inside);
  }

  @Test
  void gathersWhatComesTogether() throws IOException, InterruptedException {
    Path last = root;
    for (int i = 0; i < 50; i++) {
      last = Files.writeString(root.resolve(i + ".png"), "a");
    }
    until(last);
    assertThat(heard).hasSizeLessThan(3);
  }

  @Test
  void endsWhenItIsClosedOrTheFolderGoes() throws InterruptedException {
    watch.close();
    thread.join(TimeUnit.SECONDS.toMillis(60));
    assertThat(thread.isAlive()).isFalse();
  }
}
