package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.easel.KilledProgram;
import io.github.easel.gallery.FolderScan.Report;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {

  private final Path root;
  private final GalleryIndex index;
  private final FolderScan scan;

  FolderScanTest(@TempDir Path folder) throws IOException {
    root = Files.createDirectory(folder.resolve("pictures"));
    index = GalleryIndex.open(folder.resolve("index.db"));
    scan = new FolderScan(root, index);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private Report whole() {
    return scan.whole(false, new Cancellation(), (done, all) -> {});
  }

  private Path picture(String name, long seed) throws IOException {
    return TestPictures.own(root.resolve(name), "picture " + seed, seed);
  }

  private Set<Path> known() {
    return index.known().keySet();
  }

  @Test
  void picturesOfOneSecondComeInTheOrderOfTheirMakingHoweverTheyWereFound() throws IOException {
    List<Path> made = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Path file = picture("2026-11-23/120000-" + (i * 7 % 4) + "-a.png", i);
      Files.setLastModifiedTime(file, FileTime.fromMillis(1_795_435_200_000L + 40L * i));
      made.add(0, file);
    }
    assertThat(scan.one(made.get(2))).isTrue();
    assertThat(scan.one(made.get(0))).isTrue();
    whole();
    assertThat(newestFirst()).isEqualTo(made);
    scan.whole(true, new Cancellation(), (done, all) -> {});
    assertThat(newestFirst()).isEqualTo(made);
  }

  private List<Path> newestFirst() {
    Found found = index.find(GalleryQuery.ALL, new Cancellation());
    return index.items(IntStream.range(0, found.size()).mapToObj(found::id).toList()).stream()
        .map(item -> item.entry().file())
        .toList();
  }

  @Test
  void readsWhatIsNewOrChangedAndForgetsWhatIsGone() throws IOException {
    Path one = picture("2026-11-23/120000-1-a.png", 1);
    Path other = picture("mine/deep/b.png", 2);
    Path discarded = picture("Trash/2026-11-23/120000-3-c.png", 3);
    assertThat(whole()).isEqualTo(new Report(3, 0, 0));
    assertThat(known()).containsExactlyInAnyOrder(one, other, discarded);
    assertThat(index.at(one).orElseThrow().entry().discarded()).isFalse();
    assertThat(index.at(discarded).orElseThrow().entry().discarded()).isTrue();
    final long version = index.version();
    assertThat(whole()).isEqualTo(new Report(0, 0, 0));
    assertThat(index.version()).isEqualTo(version);

    Files.delete(other);
    TestPictures.own(one, "another and longer one", 9);
    assertThat(whole()).isEqualTo(new Report(1, 1, 0));
    assertThat(index.at(one).orElseThrow().entry().facts().prompt())
        .isEqualTo("another and longer one");
    assertThat(known()).containsExactlyInAnyOrder(one, discarded);
    assertThat(scan.whole(true, new Cancellation(), (done, all) -> {}).read()).isEqualTo(2);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void doesNotWaitForAPipe() throws IOException, InterruptedException {
    Path pipe = root.resolve("pipe.png");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertThat(scan.some(List.of(pipe), new Cancellation())).isEqualTo(new Report(0, 0, 0));
    assertThat(whole()).isEqualTo(new Report(0, 0, 0));
  }

  @Test
  void forgetsFilesAndFoldersThatAreGoneTogether() throws IOException {
    Path one = picture("mine/a.png", 1);
    Path other = picture("mine/deep/b.png", 2);
    Path stays = picture("mine-too/c.png", 3);
    whole();
    Files.delete(one);
    Files.delete(other);
    Files.delete(other.getParent());
    List<Path> heard = List.of(one, other.getParent(), root.resolve("notes.txt"));
    assertThat(scan.some(heard, new Cancellation())).isEqualTo(new Report(0, 2, 0));
    assertThat(known()).containsExactly(stays);
  }

  @Test
  void passesOverWhatIsHiddenUnfinishedOrNoPicture() throws IOException {
    picture(".hidden/a.png", 1);
    picture(".easel/b.png", 2);
    Files.move(picture("d.png", 3), root.resolve(".easel-1-2.part"));
    Files.move(picture("e.png", 4), root.resolve("e.png.part"));
    Files.writeString(root.resolve("notes.txt"), "no picture");
    Files.createFile(root.resolve("empty.png"));
    Path good = picture("GOOD.PNG", 5);
    assertThat(whole().read()).isEqualTo(1);
    assertThat(known()).containsExactly(good);
    Files.write(good, new byte[0]);
    assertThat(whole()).isEqualTo(new Report(0, 1, 0));
  }

  @Test
  void showsWhatItHasWhileItGoesOnAndCanBeCancelled() throws IOException {
    for (int i = 0; i < 600; i++) {
      picture("many/" + i + ".png", i);
    }
    Cancellation cancellation = new Cancellation();
    List<Integer> told = new ArrayList<>();
    assertThatThrownBy(
            () ->
                scan.whole(
                    false,
                    cancellation,
                    (done, all) -> {
                      assertThat(all).isEqualTo(600);
                      assertThat(index.size()).isEqualTo(done);
                      told.add(done);
                      if (done > 0) {
                        cancellation.cancel();
                      }
                    }))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    assertThat(told).hasSize(2);
    assertThat(index.size()).isPositive().isLessThan(600);
    whole();
    assertThat(index.size()).isEqualTo(600);
  }

  @Test
  void aFileThatVanishesBetweenListingAndReadingIsForgotten() throws IOException {
    Path stays = picture("a.png", 1);
    Path vanishes = picture("b.png", 2);
    Path unknown = picture("c.png", 3);
    scan.one(vanishes);
    TestPictures.own(vanishes, "changed, so that it is read again", 4);
    Report report =
        scan.whole(
            false,
            new Cancellation(),
            (done, all) -> {
              try {
                Files.deleteIfExists(vanishes);
                Files.deleteIfExists(unknown);
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    assertThat(report).isEqualTo(new Report(1, 1, 0));
    assertThat(known()).containsExactly(stays);
  }

  @Test
  void forgetsNothingOfADiskThatIsNotThere() throws IOException {
    Path file = picture("2026-11-23/a.png", 1);
    whole();
    Path away = Files.move(root, root.resolveSibling("unplugged"));
    assertThat(whole().forgotten()).isZero();
    assertThat(scan.some(Set.of(file), new Cancellation()).forgotten()).isZero();
    assertThat(known()).containsExactly(file);
    Files.move(away, root);
    assertThat(whole()).isEqualTo(new Report(0, 0, 0));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void forgetsNothingOfAFolderThatCannotBeListed() throws IOException {
    Path file = picture("closed/a.png", 1);
    whole();
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(file.getParent()), "this user may read everything");
      assertThat(whole()).isEqualTo(new Report(0, 0, 1));
      assertThat(known()).containsExactly(file);
    } finally {
      Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void looksOnlyAtWhatItHeardOf() throws IOException {
    Path before = picture("a.png", 1);
    Path unheard = picture("b.png", 2);
    picture("new/deep/c.png", 3);
    Path folder = root.resolve("new");
    assertThat(scan.some(List.of(before, folder), new Cancellation()))
        .isEqualTo(new Report(2, 0, 0));
    assertThat(known()).doesNotContain(unheard).hasSize(2);
    Files.delete(before);
    Files.move(folder, root.resolve("moved"));
    assertThat(
            scan.some(List.of(before, folder, root.resolve("moved"), unheard), new Cancellation()))
        .isEqualTo(new Report(2, 2, 0));
    assertThat(known())
        .containsExactlyInAnyOrder(unheard, root.resolve("moved").resolve("deep/c.png"));
    assertThat(scan.some(known(), new Cancellation()).changed()).isFalse();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void linksInACircleEnd() throws IOException {
    Path a = picture("a/one.png", 1);
    Path b = picture("b/two.png", 2);
    Files.createSymbolicLink(a.resolveSibling("down"), root);
    Files.createSymbolicLink(a.resolveSibling("b"), b.getParent());
    Files.createSymbolicLink(b.resolveSibling("a"), a.getParent());
    Files.createSymbolicLink(root.resolve("itself"), root.resolve("itself"));
    Files.createSymbolicLink(root.resolve("lost.png"), root.resolve("nowhere.png"));
    Path outside = Files.createDirectory(root.resolveSibling("outside"));
    TestPictures.own(outside.resolve("c.png"), "c", 3);
    Files.createSymbolicLink(root.resolve("other disk"), outside);
    whole();
    assertThat(known()).containsExactlyInAnyOrder(a, b, root.resolve("other disk/c.png"));
    assertThat(scan.some(List.of(a.resolveSibling("b")), new Cancellation()).changed()).isFalse();
  }

  /** Where the locale is plain C, Java has no text for names with other letters. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void namesThatTheLocaleCannotMapHarmNothing() throws Exception {
    picture("plain.png", 1);
    picture("წითელი.png", 2);
    picture("ვაშლი/inside.png", 3);
    ProcessBuilder program =
        KilledProgram.java(ScanProgram.class, root.toString(), root.resolveSibling("c.db") + "");
    program.environment().putAll(Map.of("LC_ALL", "C", "LANG", "C"));
    Process process = program.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(said.lines()).containsExactly(root.resolve("plain.png").toString());
  }
}
