package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand damaged projects: each is opened or refused in words, and none takes long. */
class ProjectFuzzTest {

  private static final int FILES = 10_000;

  @TempDir private Path folder;

  @Test
  @Timeout(600)
  void opensOrRefusesWhateverAFileHolds() throws IOException {
    Path file = folder.resolve("a.easel");
    Canvas canvas = Paintings.blank();
    Layer paint = canvas.layer("paint");
    History history =
        History.of(canvas)
            .push(
                canvas.with(
                    paint.with(Raster.CLEAR.painted(Shapes.ellipse(9, 9, 90, 60), Ink.of(9)))));
    ProjectFile.write(
        new Project(
            history.push(
                history
                    .present()
                    .with(
                        canvas
                            .mask()
                            .with(Raster.CLEAR.painted(Shapes.ellipse(1, 1, 9, 9), Ink.MASK)))),
            "{}"),
        file);
    byte[] good = Files.readAllBytes(file);
    Map<String, byte[]> entries = unpacked(good);
    Random random = new Random(10);
    int opened = 0;
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      // half of them damaged in the ZIP itself, half in what an entry of a whole ZIP holds
      Files.write(file, i % 2 == 0 ? damaged(good, random) : repacked(entries, random));
      try {
        Project project = ProjectFile.read(file);
        assertThat(project.history().present().layers()).isNotEmpty();
        opened++;
      } catch (GenerationException e) {
        assertThat(e.failure())
            .isIn(
                Failure.NOT_A_PROJECT,
                Failure.PROJECT_DAMAGED,
                Failure.PROJECT_TOO_NEW,
                Failure.PROJECT_TOO_LARGE,
                Failure.FILE_UNREADABLE);
        refused++;
      }
    }
    assertThat(opened).isPositive();
    assertThat(refused).isGreaterThan(FILES / 10);
  }

  private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] repacked(Map<String, byte[]> entries, Random random) throws IOException {
    int chosen = random.nextInt(entries.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setLevel(1);
      int i = 0;
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(i++ == chosen ? damaged(entry.getValue(), random) : entry.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }

  private static byte[] damaged(byte[] good, Random random) {
    byte[] bytes = good.clone();
    switch (random.nextInt(4)) {
      case 0:
        return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1:
        // another digit or letter, which leaves JSON what it is
        for (int i = 0; i < 3; i++) {
          bytes[random.nextInt(bytes.length)] =
              (byte) "0123456789-[]{}\"e".charAt(random.nextInt(17));
        }
        return bytes;
      case 2:
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
      default:
        int from = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - from, random.nextInt(64));
        int to = random.nextInt(bytes.length - length + 1);
        System.arraycopy(good, from, bytes, to, length);
        return bytes;
    }
  }
}
