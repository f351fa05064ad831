package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.KilledProgram;
import io.github.easel.app.TeachingFolder;
import io.github.easel.runtime.torch.NeedsPyTorch;
import io.github.easel.weights.Safetensors;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code easel train}, killed (SIGKILL) at moments that nobody chose and begun again: it comes to
 * the same file, byte for byte, as a training that was left alone.
 */
@NeedsPyTorch
class KilledTrainingTest {

  private static final int STEPS = 24;
  private static final int EVERY = 3;

  @TempDir private Path folder;

  @BeforeEach
  void make() throws IOException {
    TeachingFolder.in(folder, 3);
  }

  @Test
  void aWordIsTheSameHoweverOftenItsTrainingIsKilled() throws Exception {
    compare("embeddings", "inversion", "--begin", "cat", "--vectors", "3");
  }

  @Test
  void aLoraIsTheSameHoweverOftenItsTrainingIsKilled() throws Exception {
    compare("loras", "lora", "--rank", "2", "--text");
  }

  @Test
  void aPackageWithoutPyTorchSaysSo() throws Exception {
    ProcessBuilder program = program("without", "inversion", "--begin", "cat");
    List<String> command = program.command();
    int path = command.indexOf("-cp") + 1;
    command.set(
        path,
        Stream.of(command.get(path).split(File.pathSeparator))
            .filter(part -> !part.replace('\\', '/').contains("ai/djl"))
            .collect(Collectors.joining(File.pathSeparator)));
    Path told = folder.resolve("told.txt");
    program.redirectError(told.toFile());
    assertThat(finish(program, new ArrayList<>())).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readString(told)).contains("built without PyTorch", "-Ptraining");
  }

  private void compare(String kind, String... what) throws Exception {
    List<String> alone = new ArrayList<>();
    assertThat(finish(program("alone", what), alone)).isZero();
    assertThat(steps(alone)).hasSize(STEPS).endsWith(STEPS);
    assertThat(events(alone, "checkpoint")).hasSize(STEPS / EVERY);

    Random random = new Random(5);
    List<Integer> done = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      done.addAll(steps(KilledProgram.run(program("killed", what), random, 9, 30)));
    }
    List<String> rest = new ArrayList<>();
    assertThat(finish(program("killed", what), rest)).isZero();
    // it did not begin anew, and what was done since the last checkpoint was done again
    List<Integer> last = steps(rest);
    assertThat(last.get(0)).isGreaterThan(1).satisfies(at -> assertThat(at % EVERY).isEqualTo(1));
    done.addAll(last);
    assertThat(done).contains(1, STEPS);
    assertThat(Files.readAllBytes(file("killed", kind)))
        .isEqualTo(Files.readAllBytes(file("alone", kind)));
    assertThat(Safetensors.open(file("killed", kind)).tensors()).isNotEmpty();
    try (var left = Files.walk(folder.resolve("killed").resolve("training"))) {
      assertThat(left.filter(Files::isRegularFile)).isNotEmpty();
    }
  }

  private Path file(String data, String kind) {
    return folder.resolve(data).resolve(kind).resolve("luna.safetensors");
  }

  private ProcessBuilder program(String data, String... what) {
    List<String> arguments =
        new ArrayList<>(List.of(folder.toString(), folder.resolve(data).toString(), "train"));
    arguments.addAll(List.of(what));
    arguments.addAll(List.of("--json", "--model", "tiny", "--images", "mine", "--name", "luna"));
    arguments.addAll(List.of("--steps", "" + STEPS, "--every", "" + EVERY, "--preview", ""));
    ProcessBuilder program =
        KilledProgram.java(TeachingProgram.class, arguments.toArray(String[]::new));
    program.environment().put("JAVA_TOOL_OPTIONS", "-Dai.djl.pytorch.num_threads=1");
    return program;
  }

  private static int finish(ProcessBuilder program, List<String> said)
      throws IOException, InterruptedException {
    Process process = program.start();
    try (var out = process.inputReader()) {
      out.lines().forEach(said::add);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<Integer> steps(List<String> said) throws IOException {
    return events(said, "step").stream().map(event -> event.get("step").intValue()).toList();
  }

  private static List<JsonNode> events(List<String> said, String kind) throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String line : said) {
      JsonNode event = new ObjectMapper().readTree(line);
      if (event.get("event").textValue().equals(kind)) {
        events.add(event);
      }
    }
    return events;
  }
}
