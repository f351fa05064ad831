package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalCanvasService;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.compose.ComposeViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the next start knows of a project, and what a second program says. */
class KeptProjectTest {

  private static final Workers AT_ONCE =
      new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run);

  @TempDir private Path folder;

  private final List<GenerationException> failures = new ArrayList<>();
  private final FakeServices services = new FakeServices(FakeServices.STARTER);
  private final ComposeViewModel compose =
      new ComposeViewModel(Draft.EMPTY, List.of(), AT_ONCE, failures::add);
  private CanvasViewModel canvas;

  @BeforeEach
  void make() {
    compose.open(services);
    canvas = canvas();
  }

  private CanvasViewModel canvas() {
    return Canvases.canvas(compose, AT_ONCE, failures::add);
  }

  /** The program ends, and begins again. */
  private void restart() {
    services.canvas.close();
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    canvas = canvas();
    canvas.open(services);
  }

  private Path savedSea() {
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    canvas.open(services);
    canvas.edit(FakeServices.gradient(128, 128), "sea");
    Path file = folder.resolve("sea.easel");
    canvas.project().save(file);
    return file;
  }

  private boolean asksBefore(Path project) {
    canvas.project().open(project);
    boolean asks = canvas.project().asked().get() != null;
    canvas.project().answer(false);
    return asks;
  }

  @Test
  void aProjectIsKnownAndSavedAfterARestart() {
    Path file = savedSea();
    restart();
    assertThat(canvas.project().file().get()).isEqualTo(file);
    canvas.draw(20, 20, 60, 20);
    assertThat(asksBefore(file)).as("with a stroke more").isTrue();
    restart();
    assertThat(asksBefore(file)).as("with a stroke more, after another start").isTrue();
    canvas.undo();
    assertThat(asksBefore(file)).as("as it was saved").isFalse();
    services.canvas.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void aProjectThatWasChangedElsewhereIsNotWhatTheCanvasIs() throws IOException {
    Path file = savedSea();
    services.canvas.close(); // now it is written what the file was like
    Path other = Files.copy(file, folder.resolve("other.easel"));
    Files.write(file, Files.readAllBytes(other), StandardOpenOption.APPEND);
    restart();
    assertThat(canvas.project().file().get()).isEqualTo(file);
    assertThat(asksBefore(other)).isTrue();
    Files.delete(file);
    restart();
    assertThat(canvas.project().file().get()).isNull();
    services.canvas.close();
  }

  @Test
  void aNewCanvasBelongsToNoProjectAfterARestartEither() {
    savedSea();
    canvas.clear();
    restart();
    assertThat(canvas.project().file().get()).isNull();
    services.canvas.close();
  }

  @Test
  void whatIsPaintedBeforeAProjectComesBackIsNotTheProjects() {
    savedSea();
    services.canvas.close();
    services.canvas = new LocalCanvasService(folder.resolve("canvas"));
    canvas = canvas();
    canvas.edit(FakeServices.gradient(64, 64), "hill");
    canvas.open(services);
    assertThat(canvas.project().file().get()).isNull();
    restart();
    assertThat(canvas.project().file().get()).isNull();
    services.canvas.close();
  }

  @Test
  void aSecondProgramSaysThatItHasACanvasOfItsOwn() {
    savedSea();
    assertThat(canvas.keeper().beside().get()).isFalse();
    FakeServices second = new FakeServices(FakeServices.STARTER);
    second.canvas = new LocalCanvasService(folder.resolve("canvas"));
    CanvasViewModel other = canvas();
    other.open(second);
    assertThat(other.keeper().beside().get()).isTrue();
    assertThat(other.bare()).isTrue();
    other.keeper().understood();
    assertThat(other.keeper().beside().get()).isFalse();
    second.canvas.close();
    services.canvas.close();
  }
}
