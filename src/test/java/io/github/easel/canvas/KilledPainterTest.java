package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a program that paints, at moments that nobody chose (SIGKILL), and looks what is left. */
class KilledPainterTest {

  private static final int KILLS = 20;

  @TempDir private Path folder;

  @Test
  void findsTheLastAcknowledgedStateHoweverOftenTheProgramIsKilled()
      throws IOException, InterruptedException {
    Random random = new Random(6);
    Canvas expected = KilledPainter.first();
    for (int kill = 0; kill < KILLS; kill++) {
      int acknowledged = paintUntilKilled(random);
      try (CanvasStore store = CanvasStore.open(folder)) {
        assertThat(store.damage()).isEmpty();
        Canvas found = store.history().orElseThrow().present();
        assertThat(found.frame().x()).isBetween(acknowledged, acknowledged + 1);
        while (expected.frame().x() < found.frame().x()) {
          expected = KilledPainter.next(expected);
        }
        assertThat(Paintings.same(found, expected)).isTrue();
      }
    }
  }

  /** The last step that the program said was saved. */
  private int paintUntilKilled(Random random) throws IOException, InterruptedException {
    Process painter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledPainter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(painter.getInputStream(), StandardCharsets.UTF_8))) {
      String said = "";
      for (int i = random.nextInt(8); i >= 0; i--) {
        said = lines.readLine();
        assertThat(said).as("what the painter says").isNotNull();
      }
      // it goes on painting meanwhile
      assertThat(painter.waitFor(random.nextInt(60), TimeUnit.MILLISECONDS)).isFalse();
      // by its handle, which leaves what it said to be read
      painter.toHandle().destroyForcibly();
      painter.waitFor();
      String last = said;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        last = line.isEmpty() ? last : line;
      }
      return Integer.parseInt(last);
    } finally {
      painter.destroyForcibly();
    }
  }
}
