package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.KilledProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
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
    List<String> said =
        KilledProgram.run(
            KilledProgram.java(KilledPainter.class, folder.toString()), random, 8, 60);
    return Integer.parseInt(said.get(said.size() - 1));
  }
}
