package io.github.easel.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.CanvasService;
import io.github.easel.app.DeviceReport;
import io.github.easel.app.ExportWish;
import io.github.easel.app.GenerationService;
import io.github.easel.app.LearnService;
import io.github.easel.app.ModelService;
import io.github.easel.app.PictureStore;
import io.github.easel.app.PictureTrash;
import io.github.easel.app.PromptExpansion;
import io.github.easel.app.PromptService;
import io.github.easel.app.Services;
import io.github.easel.app.StyleService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.settings.JsonFile;
import io.github.easel.settings.Session;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Starts the program in a Java machine of its own, since a toolkit can be started only once. */
class EaselApplicationTest {

  private static final List<String> HEADLESS =
      List.of("glass.platform", "monocle.platform", "headless.geometry", "prism.order");

  private final Path folder;

  EaselApplicationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsPaintedIsWrittenEvenIfTheDrawingDoesNotEnd() {
    List<String> closed = new ArrayList<>();
    CanvasService canvas = closing(CanvasService.class, () -> closed.add("canvas"), null);
    Services services = closing(Services.class, () -> closed.add("all"), canvas);
    EaselApplication.close(services, false);
    assertThat(closed).containsExactly("canvas");
    EaselApplication.close(services, true);
    assertThat(closed).containsExactly("canvas", "canvas", "all");
  }

  private static <T> T closing(Class<T> type, Runnable closed, @Nullable Object canvas) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) {
                closed.run();
              }
              return canvas;
            }));
  }

  @Test
  void showsTheWindowOpensTheServicesAndEndsWithTheWindow()
      throws IOException, InterruptedException {
    assertThat(run(start(HEADLESS))).contains("closed the window");
    assertThat(folder.resolve("settings.json")).content().contains("\"theme\"");
    assertThat(folder.resolve("closed")).exists();
  }

  @Test
  void startsWithSettingsThatMakeNoSense() throws IOException, InterruptedException {
    Files.writeString(
        folder.resolve("session.json"),
        """
        {"window": {"width": "Infinity", "height": 1e9},
         "draft": {"model": "x", "format": {"width": 64, "height": 64},
           "way": {"steps": 5, "guidance": "NaN"}}}
        """);
    assertThat(run(start(HEADLESS))).contains("closed the window");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void endsWithAnExceptionWhereNoScreenAnswers() throws IOException, InterruptedException {
    ProcessBuilder builder = start(List.of());
    builder.environment().put("DISPLAY", ":987");
    assertThat(run(builder)).contains("no window: ").doesNotContain("Exception in thread");
    assertThat(folder.resolve("closed")).doesNotExist();
  }

  @Test
  void tellsWhateverGoesWrongWhileTheWindowIsBuilt() {
    CompletableFuture<Void> closed = new CompletableFuture<>();
    EaselApplication.telling(
            closed,
            () -> {
              throw new NoClassDefFoundError("a class");
            })
        .run();
    assertThatThrownBy(closed::join).hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  @Test
  void writesTheLastWordWhenTheWindowIsClosedRightBehindIt()
      throws IOException, InterruptedException {
    ProcessBuilder builder = start(HEADLESS);
    builder.command().add("close");
    assertThat(run(builder)).contains("closed the window");
    assertThat(folder.resolve("session.json")).content().contains("word1 ");
  }

  /** What is typed is on the disk within a second, whole, whatever becomes of the program. */
  @Test
  void keepsWhatIsTypedWhenItIsKilled() throws IOException, TimeoutException {
    ProcessBuilder builder = start(HEADLESS);
    builder.command().add("type");
    Path output = folder.resolve("output.txt");
    Path file = folder.resolve("session.json");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      WaitForAsyncUtils.waitFor(
          60,
          TimeUnit.SECONDS,
          () -> Files.exists(file) && Files.readString(file).contains("word30"));
    } finally {
      process.destroyForcibly(); // SIGKILL where there are signals
    }
    process.onExit().join();
    Session kept = new JsonFile<>(file, Session.NEW, Runnable::run).load();
    List<Long> typed = typed(output);
    int known = words(kept.draft().words().prompt());
    assertThat(known).isBetween(30, typed.size());
    if (known < typed.size()) {
      long lost = typed.get(typed.size() - 1) - typed.get(known);
      assertThat(lost).as("milliseconds of typing lost").isLessThan(1000);
    }
    assertThat(folder.resolve("session.json.unreadable")).doesNotExist();
  }

  private static int words(String text) {
    return (int) Arrays.stream(text.split(" ", -1)).filter(part -> part.startsWith("word")).count();
  }

  /** When each word was typed. */
  private static List<Long> typed(Path output) throws IOException {
    return Files.readAllLines(output, StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.startsWith("typed ") && line.endsWith("."))
        .map(line -> Long.valueOf(line.substring(6, line.length() - 1)))
        .toList();
  }

  private ProcessBuilder start(List<String> properties) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String property : properties) {
      command.add("-D%s=%s".formatted(property, System.getProperty(property)));
    }
    command.addAll(
        List.of(
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName(),
            folder.toString(),
            folder.resolve("closed").toString()));
    return new ProcessBuilder(command);
  }

  /** What the process printed until it ended by itself. */
  private String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    // Latin-1, since the system chooses the bytes and every byte is a letter there
    String printed = Files.readString(output, StandardCharsets.ISO_8859_1);
    assertThat(process.exitValue()).as(printed).isZero();
    return printed;
  }

  /**
   * Opens services that at once ask the window to close, and leaves a file when they are closed.
   */
  static final class Program implements Services, GenerationService, ModelService, PictureStore {

    private final Path closed;
    private final String does;

    private Program(Path closed, String does) {
      this.closed = closed;
      this.does = does;
    }

    public static void main(String[] args) {
      try {
        EaselApplication.launch(
            settings -> new Program(Path.of(args[1]), args.length > 2 ? args[2] : ""),
            Optional.empty(),
            Path.of(args[0]),
            (failure, locale) -> failure.toString());
        System.out.println("closed the window");
      } catch (RuntimeException | UnsatisfiedLinkError e) {
        System.out.println("no window: " + e);
      }
    }

    @Override
    public List<ModelSummary> list() {
      Platform.runLater(() -> Platform.runLater(this::act));
      return List.of();
    }

    private void act() {
      switch (does) {
        case "type" -> type();
        case "close" -> {
          typeWord(focusedText());
          hide();
        }
        default -> hide();
      }
    }

    private static void hide() {
      Window.getWindows().get(0).hide();
    }

    /** Types a word into the prompt again and again, and prints when. */
    private static void type() {
      Timeline typing =
          new Timeline(new KeyFrame(Duration.millis(40), event -> typeWord(focusedText())));
      typing.setCycleCount(Animation.INDEFINITE);
      typing.play();
    }

    private static TextInputControl focusedText() {
      return (TextInputControl) Window.getWindows().get(0).getScene().getFocusOwner();
    }

    private static void typeWord(TextInputControl prompt) {
      prompt.appendText("word" + (words(prompt.getText()) + 1) + " ");
      System.out.println("typed " + System.currentTimeMillis() + ".");
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
    public PromptService prompts() {
      throw new UnsupportedOperationException();
    }

    @Override
    public PictureTrash trash() {
      throw new UnsupportedOperationException("nothing is discarded");
    }

    @Override
    public StyleService styles() {
      throw new UnsupportedOperationException("the window does not ask for it");
    }

    @Override
    public PromptExpansion expansion() {
      throw new UnsupportedOperationException("the window does not ask for it");
    }

    @Override
    public LearnService learning() {
      return FakeServices.learningOfNoModel();
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
    public void export(GenerationResult result, Path file, ExportWish wish) {
      throw new UnsupportedOperationException("there are no pictures");
    }

    @Override
    public PixelImage read(Path file) {
      throw new UnsupportedOperationException("there are no pictures");
    }

    @Override
    public void write(GenerationResult result, Path file) {
      throw new UnsupportedOperationException("there are no pictures");
    }
  }
}
