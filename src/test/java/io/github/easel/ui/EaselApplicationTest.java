package io.github.easel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.GenerationService;
import io.github.easel.app.ModelService;
import io.github.easel.app.PictureStore;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the program in a Java machine of its own, since a toolkit can be started only once. */
class EaselApplicationTest {

  private static final List<String> HEADLESS =
      List.of("glass.platform", "monocle.platform", "headless.geometry", "prism.order");

  @Test
  void showsTheWindowOpensTheServicesAndEndsWithTheWindow(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path settings = folder.resolve("settings.json");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String property : HEADLESS) {
      command.add("-D%s=%s".formatted(property, System.getProperty(property)));
    }
    command.addAll(
        List.of(
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            settings.toString(),
            folder.resolve("closed").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    // Latin-1, since the system chooses the bytes and every byte is a letter there
    assertThat(process.exitValue())
        .as(Files.readString(output, StandardCharsets.ISO_8859_1))
        .isZero();
    assertThat(settings).content().contains("\"theme\"");
    assertThat(folder.resolve("closed")).exists();
  }

  /**
   * Opens services that at once ask the window to close, and leaves a file when they are closed.
   */
  static final class Program implements Services, GenerationService, ModelService, PictureStore {

    private final Path closed;

    private Program(Path closed) {
      this.closed = closed;
    }

    public static void main(String[] args) {
      EaselApplication.launch(
          () -> new Program(Path.of(args[1])),
          Path.of(args[0]),
          (failure, locale) -> failure.toString());
    }

    @Override
    public List<ModelSummary> list() {
      Platform.runLater(() -> Platform.runLater(() -> Window.getWindows().get(0).hide()));
      return List.of();
    }

    @Override
    public ModelReport inspect(Path folder) {
      throw new UnsupportedOperationException("there are no models");
    }

    @Override
    public void close() {
      try {
        Files.createFile(closed);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void prepare(String model) {}

    @Override
    public DeviceReport device() {
      return new DeviceReport("CPU", "test");
    }

    @Override
    public GenerationService generation() {
      return this;
    }

    @Override
    public ModelService models() {
      return this;
    }

    @Override
    public PictureStore pictures() {
      return this;
    }

    @Override
    public GenerationResult generate(
        GenerationRequest request, ProgressListener progress, Cancellation cancellation) {
      throw new UnsupportedOperationException("there is no model to draw with");
    }

    @Override
    public Path keep(GenerationResult result) {
      throw new UnsupportedOperationException("there are no pictures");
    }

    @Override
    public void write(GenerationResult result, Path file) {
      throw new UnsupportedOperationException("there are no pictures");
    }
  }
}
