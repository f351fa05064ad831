package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.DraftPlanner;
import io.github.easel.app.GalleryService;
import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.settings.JsonFile;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.viewer.CandidatesViewModel;
import io.github.easel.ui.viewer.CompareViewModel;
import io.github.easel.ui.viewer.Picture;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One start after the other over the same real folder. The first is never closed, as by kill -9.
 */
class RestartTest {

  private final Path folder;
  private final FakeServices drawn = new FakeServices(FakeServices.STARTER, FakeServices.LARGE);
  private final Queue<Runnable> drawing = new ArrayDeque<>();

  RestartTest(@TempDir Path folder) {
    this.folder = folder;
  }

  /** Real files; only the drawing and the models are the test's. */
  private Services services() {
    Services real =
        LocalServices.open(
            new Places(
                folder.resolve("home"),
                folder.resolve("data"),
                folder.resolve("pictures"),
                Optional.empty()),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
    GalleryService gallery = still(real.gallery());
    return (Services)
        Proxy.newProxyInstance(
            Services.class.getClassLoader(),
            new Class<?>[] {Services.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "generation", "models", "prompts", "learning" -> method.invoke(drawn);
                  case "gallery" -> gallery;
                  case "planner" -> DraftPlanner.over((Services) proxy, () -> 4711);
                  default -> ask(real, method, arguments);
                });
  }

  /** A collection that knows all its files at once, and tells nothing of what comes later. */
  private static GalleryService still(GalleryService real) {
    real.rebuild(new Cancellation(), (done, all) -> {});
    return (GalleryService)
        Proxy.newProxyInstance(
            GalleryService.class.getClassLoader(),
            new Class<?>[] {GalleryService.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "start", "listen" -> null;
                  default -> ask(real, method, arguments);
                });
  }

  private static Object ask(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private StudioViewModel start() {
    JsonFile<Settings> settings =
        new JsonFile<>(folder.resolve("settings.json"), Settings.DEFAULTS, Runnable::run);
    JsonFile<Session> session =
        new JsonFile<>(folder.resolve("session.json"), Session.NEW, Runnable::run);
    StudioViewModel studio =
        new StudioViewModel(
            settings.load(),
            session.load(),
            new StudioViewModel.Memory(settings::save, session::save),
            new Workers(Runnable::run, drawing::add, Runnable::run, Runnable::run));
    studio.open(this::services);
    work();
    return studio;
  }

  private void work() {
    while (!drawing.isEmpty()) {
      drawing.remove().run();
    }
  }

  private void draw(StudioViewModel studio, int pictures) {
    studio.compose().count().set(pictures);
    for (int i = 0; i < pictures; i++) {
      drawn.finish();
    }
    studio.action().generate(false);
    work();
  }

  private static List<Path> files(List<Picture> pictures) {
    return pictures.stream().map(one -> one.file().get()).toList();
  }

  @Test
  void findsTheBatchesOfWhichNothingIsDecidedYet() {
    StudioViewModel first = start();
    first.compose().prompt().set("a red fox");
    draw(first, 2);
    draw(first, 3);
    CandidatesViewModel before = first.viewer().candidates();
    before.accept(before.all().get(0));
    before.discard(before.all().get(4));
    List<Path> files = files(before.all());
    assertThat(files).hasSize(4);

    StudioViewModel second = start();
    CandidatesViewModel after = second.viewer().candidates();
    assertThat(files(after.all())).isEqualTo(files.subList(1, 4)); // what is kept is decided
    assertThat(second.pictures().undecided()).hasSize(3);
    assertThat(after.all()).allMatch(one -> one.thumbnail().get() != null);
    assertThat(second.gallery().size().get()).isEqualTo(4);
    second.compose().prompt().set("a house");
    draw(second, 2);
    assertThat(after.all()).hasSize(5);
    after.acceptAll();

    StudioViewModel third = start();
    assertThat(third.viewer().candidates().all()).isEmpty();
    assertThat(third.gallery().size().get()).isEqualTo(6);
  }

  @Test
  void goesOnWithABatchThatWasBeingDrawn() {
    StudioViewModel first = start();
    first.compose().prompt().set("a red fox");
    first.compose().count().set(3);
    drawn.finish();
    drawn.fail(new IllegalStateException("the process is killed here"));
    first.action().generate(false);
    work();
    assertThat(first.viewer().candidates().all()).hasSize(1);

    StudioViewModel second = start();
    assertThat(second.viewer().candidates().all()).hasSize(1);
    drawn.finish();
    drawn.finish();
    second.line().commands().again(second.line().rows().get(0));
    work();
    assertThat(second.viewer().candidates().all()).hasSize(3);
    assertThat(second.line().rows()).hasSize(1);
  }

  @Test
  void comparesAndTellsTheSecondsOfPicturesOfAnEarlierStart() {
    StudioViewModel first = start();
    first.compose().prompt().set("a red fox");
    draw(first, 1);
    draw(first, 1);
    Path shown = first.pictures().shown().get().file().get();
    Path other = first.pictures().all().get(1).file().get();
    double seconds = first.pictures().shown().get().seconds().orElseThrow();

    StudioViewModel second = start();
    assertThat(second.pictures().all()).hasSize(1);
    assertThat(second.pictures().shown().get().seconds()).contains(seconds);
    CompareViewModel compare = second.viewer().compare();
    assertThat(compare.possible().get()).isTrue();
    compare.cycle();
    assertThat(compare.mode().get()).isEqualTo(CompareViewModel.Mode.SLIDER);
    assertThat(compare.other().get().file().get()).isEqualTo(other);
    assertThat(second.pictures().shown().get().file().get()).isEqualTo(shown);
    assertThat(second.gallery().size().get()).isEqualTo(2);
  }

  @Test
  void comparesNothingWithItself() {
    StudioViewModel first = start();
    first.compose().prompt().set("a red fox");
    draw(first, 1);
    StudioViewModel second = start();
    second.viewer().compare().cycle();
    assertThat(second.viewer().compare().possible().get()).isFalse();
    assertThat(second.viewer().compare().mode().get()).isEqualTo(CompareViewModel.Mode.OFF);
  }

  @Test
  void forgetsAnUndecidedPictureThatIsGone() throws IOException {
    StudioViewModel first = start();
    first.compose().prompt().set("a red fox");
    draw(first, 2);
    Path gone = first.viewer().candidates().all().get(0).file().get();
    Files.delete(gone);
    StudioViewModel second = start();
    assertThat(second.viewer().candidates().all()).hasSize(1);
    assertThat(second.failures().failure().get()).isNull();
  }

  @Test
  void findsEverythingAsItWas() {
    StudioViewModel first = start();
    first.compose().prompt().set("a red fox");
    first.compose().count().set(2);
    drawn.finish();
    drawn.finish();
    first.action().generate(false);
    work();
    assertThat(first.pictures().all()).hasSize(2);
    Path shown = first.pictures().shown().get().file().get();
    assertThat(shown).isRegularFile();

    first.compose().prompt().set("a house by the sea");
    first.compose().negative().set("fog");
    first.compose().seed().set("99");
    first.layout().left().resize(420);
    first.layout().right().toggle();
    first.layout().drawer().toggle();
    first.look().language().set(Language.GEORGIAN);
    first.action().generate(false);
    assertThat(first.line().waiting()).hasSize(1);
    drawing.clear(); // the process is killed here

    StudioViewModel second = start();
    assertThat(second.compose().prompt().get()).isEqualTo("a house by the sea");
    assertThat(second.compose().negative().get()).isEqualTo("fog");
    assertThat(second.compose().seed().get()).isEqualTo("99");
    assertThat(second.compose().count().get()).isEqualTo(2);
    assertThat(second.compose().words().history().prompts()).contains("a red fox");
    assertThat(second.layout().left().size().get()).isEqualTo(420);
    assertThat(second.layout().right().open().get()).isFalse();
    assertThat(second.layout().drawer().open().get()).isTrue();
    assertThat(second.look().language().get().tag()).isEqualTo("ka");
    assertThat(second.line().picturesHeld().get()).isEqualTo(2);
    assertThat(second.gallery().size().get()).isEqualTo(2);
    assertThat(second.pictures().shown().get().file().get()).isEqualTo(shown);
    assertThat(second.gallery().selected().get().file()).contains(shown);
    assertThat(second.pictures().shown().get().request().prompt().positive())
        .isEqualTo("a red fox");
  }
}
