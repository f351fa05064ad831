package io.github.easel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, copied elsewhere and started as a user would start it. */
class DistributionIT {

  private static final Path BUILT = Path.of(System.getProperty("easel.dist", "target/easel"));
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  @TempDir static Path elsewhere;
  @TempDir Path folder;

  private record Outcome(int exit, String out, String err) {}

  @BeforeAll
  static void copyTheFolder() throws IOException {
    try (Stream<Path> files = Files.walk(BUILT)) {
      for (Path file : files.toList()) {
        Path target = copied().resolve(BUILT.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static Path copied() {
    return elsewhere.resolve("a folder with spaces");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the other systems always have a display")
  void drawsTheExampleWhenThereIsNoDisplay() throws Exception {
    Outcome outcome = easel();
    assertThat(outcome.err()).contains("DISPLAY");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(folder.resolve("easel.png")).isNotEmptyFile();
  }

  @Test
  void drawsFromWordsAndSaysSoInJson() throws Exception {
    Path file = folder.resolve("apple.png");
    Outcome outcome =
        easel(
            "generate",
            "a red apple",
            "--seed",
            "7",
            "--steps",
            "3",
            "--output",
            file.toString(),
            "--json");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(file).isNotEmptyFile();
    List<String> lines = outcome.out().lines().toList();
    JsonNode last = new ObjectMapper().readTree(lines.get(lines.size() - 1));
    assertThat(last.path("event").asText()).isEqualTo("image");
    assertThat(last.path("seed").asLong()).isEqualTo(7);
  }

  /** Windows takes 8,191 characters on a command line; the others many more. */
  @Test
  void takesAPromptLongerThanAPage() throws Exception {
    String prompt = "a red apple, " + "on a wooden table, ".repeat(315);
    Outcome outcome =
        easel(
            "generate", prompt, "--steps", "2", "--output", folder.resolve("long.png").toString());
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(folder.resolve("long.png")).isNotEmptyFile();
  }

  @Test
  void endsWithTheExitCodesOfTheContract() throws Exception {
    assertThat(easel("generate", "x", "--steps", "many").exit()).isEqualTo(2);
    assertThat(easel("generate", "x", "--model", "no-such-model").exit()).isEqualTo(3);
    Outcome cuda = easel("generate", "x", "--device", "cuda");
    assertThat(cuda.exit()).isEqualTo(3);
    assertThat(cuda.err()).contains("CUDA");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void listsItsModelsAndSamplers() throws Exception {
    assertThat(easel("models", "list").out()).contains("starter");
    assertThat(easel("samplers").out()).contains("DDIM").contains("DDPM");
    assertThat(easel("--version").out()).contains("0.");
  }

  private Outcome easel(String... arguments) throws IOException, InterruptedException {
    // No "cmd /c" on Windows: it would take the quotes from around the first and the last argument.
    List<String> command = new ArrayList<>();
    command.add(copied().resolve("bin").resolve(WINDOWS ? "easel.bat" : "easel").toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(elsewhere, "out", ".txt");
    Path err = Files.createTempFile(elsewhere, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("DISPLAY");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("EASEL_JAVA_OPTIONS", "-Duser.language=en");
    for (String userData : List.of("XDG_DATA_HOME", "XDG_CACHE_HOME", "LOCALAPPDATA")) {
      builder.environment().put(userData, elsewhere.resolve("data").toString());
    }
    Process process = builder.start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      // on Windows the process is the batch file's, and Java its child
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), read(out), read(err));
  }

  /**
   * What is no UTF-8 becomes a replacement character: on Windows Java writes as the system does.
   */
  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
