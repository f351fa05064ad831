package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.KilledProgram;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.PictureFolders;
import io.github.easel.gallery.TestPictures;
import io.github.easel.generation.Cancellation;
import io.github.easel.image.PictureReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs that keep and mark pictures: one is killed again and again at moments that nobody chose
 * (SIGKILL), two work at once. Nothing that they said was done may be lost.
 */
class KilledGalleryTest {

  private static final int KILLS = 50;
  private static final Pattern SAID = Pattern.compile("kept (?<kept>.*)|marked (\\d) (.*)");

  private final Path root;
  private final Path data;

  KilledGalleryTest(@TempDir Path folder) {
    root = folder.resolve("pictures");
    data = folder.resolve("data");
  }

  private ProcessBuilder program(long first, long most) {
    ProcessBuilder program =
        KilledProgram.java(
            KeepingProgram.class, root.toString(), data.toString(), "" + first, "" + most);
    // what a killed program leaves of its native library goes with the test's folder
    program.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + data.getParent());
    return program;
  }

  @Test
  void findsAllThatWasAcknowledgedHoweverOftenTheProgramIsKilled()
      throws IOException, InterruptedException {
    // as many at once as there are processors: what one loses, another could not hide
    List<String> said =
        IntStream.range(0, KILLS).parallel().mapToObj(this::killed).flatMap(List::stream).toList();
    assertThat(said).hasSizeGreaterThan(KILLS);
    assertAllThere(said, data);
    assertAllThere(said, data.resolveSibling("an index that is not there yet"));
  }

  private List<String> killed(int kill) {
    try {
      ProcessBuilder program = program(kill * 100_000L, Long.MAX_VALUE / 2);
      return KilledProgram.run(program, new Random(kill), 6, 40);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoAtOnceLoseNothingOfEachOther() throws IOException, InterruptedException {
    List<Process> programs = List.of(program(0, 40).start(), program(1_000, 40).start());
    List<String> said = new ArrayList<>();
    for (Process program : programs) {
      said.addAll(program.inputReader().lines().toList());
      assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(program.exitValue()).isZero();
    }
    assertThat(said).hasSize(2 * 2 * 40);
    assertAllThere(said, data);
    assertAllThere(said, data.resolveSibling("an index that is not there yet"));
  }

  private void assertAllThere(List<String> said, Path indexes) {
    LocalGallery gallery =
        new LocalGallery(() -> root, indexes, GalleryLooks.Factory.NONE, SystemTrash.NONE);
    gallery.rebuild(new Cancellation(), (done, all) -> {});
    for (String line : said) {
      Matcher words = SAID.matcher(line);
      assertThat(words.matches()).as(line).isTrue();
      boolean kept = words.group("kept") != null;
      Path file = Path.of(kept ? words.group("kept") : words.group(3));
      GalleryItem item = gallery.item(file).orElseThrow();
      if (kept) {
        assertThat(PictureReader.read(file).width()).isEqualTo(TestPictures.SIDE);
        assertThat(item.entry().facts().prompt()).isEqualTo("fox");
      } else {
        assertThat("" + item.marks().stars()).as(line).isEqualTo(words.group(2));
        assertThat(item.marks().boards()).containsExactly("board " + words.group(2));
      }
    }
    int[] files = new int[1];
    PictureFolders.walk(root, new Cancellation(), (file, attributes) -> files[0]++);
    assertThat(gallery.items(List.of())).isEmpty();
    assertThat(gallery.boards().values().stream().mapToInt(i -> i).sum())
        .isLessThanOrEqualTo(files[0]);
    gallery.close();
  }
}
