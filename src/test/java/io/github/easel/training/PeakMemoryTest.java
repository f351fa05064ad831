package io.github.easel.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.KilledProgram;
import io.github.easel.runtime.torch.NeedsPyTorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was reckoned, against what programs of their own really had. */
@NeedsPyTorch
@EnabledOnOs(value = OS.LINUX, disabledReason = "memory is read from /proc")
class PeakMemoryTest {

  @Test
  void partsThatAreComputedAgainSaveWhatWasReckoned(@TempDir Path folder) throws Exception {
    double all = grown(folder, "ALL");
    double parts = grown(folder, "PARTS");
    TrainingCost cost =
        TrainingCost.of(
            PeakMemory.text(600, 77), PeakMemory.unet(), 2, PeakMemory.SIDE, PeakMemory.SIDE);
    assertThat(parts).isLessThan(0.75 * all);
    assertThat(cost.bytes() / all).isBetween(0.6, 1.6);
    assertThat(cost.sparingBytes() / parts).isBetween(0.6, 1.6);
  }

  /** Bytes at most beside those at first. */
  private static double grown(Path folder, String keep) throws IOException, InterruptedException {
    ProcessBuilder program = KilledProgram.java(PeakMemory.class, folder.toString(), keep);
    program.environment().put("JAVA_TOOL_OPTIONS", "-Dai.djl.pytorch.num_threads=1");
    Process process = program.start();
    try (var out = process.inputReader()) {
      List<Long> said = Stream.of(out.readLine().split(" ")).limit(2).map(Long::parseLong).toList();
      assertThat(process.waitFor()).isZero();
      return (said.get(1) - said.get(0)) * 1024.0;
    } finally {
      process.destroyForcibly();
    }
  }
}
