package io.github.easel.runtime.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * PyTorch is loaded in silence: seen from a process of its own, where nothing was loaded before.
 */
@NeedsPyTorch
class TorchPrivacyTest {

  @Test
  void loadingAndComputingAsksForNoConnection() throws IOException, InterruptedException {
    assertThat(printed())
        .contains("offline true")
        .noneMatch(line -> line.startsWith(SilentTorch.ASKED));
  }

  /** That the watch sees what it is there for: DJL by itself asks where it runs. */
  @Test
  void withoutOurRoomItWouldAsk() throws IOException, InterruptedException {
    assertThat(printed("bare"))
        .contains("offline null")
        .anyMatch(line -> line.startsWith(SilentTorch.ASKED));
  }

  private static List<String> printed(String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String cache = System.getProperty("DJL_CACHE_DIR");
    if (cache != null) {
      command.add("-DDJL_CACHE_DIR=" + cache);
    }
    command.addAll(List.of("-cp", classPath(), SilentTorch.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("DJL_OFFLINE", "OPT_OUT_TRACKING"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  /** Surefire may hide the class path in the manifest of a jar; the test's own knows it. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
