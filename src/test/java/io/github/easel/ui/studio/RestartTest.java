package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.DraftPlanner;
import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.settings.JsonFile;
import io.github.easel.settings.Session;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import io.github.easel.ui.text.Language;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayDeque;
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
    return (Services)
        Proxy.newProxyInstance(
            Services.class.getClassLoader(),
            new Class<?>[] {Services.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "generation", "models", "prompts", "learning" -> method.invoke(drawn);
                  case "planner" -> DraftPlanner.over((Services) proxy, () -> 4711);
                  default -> ask(real, method, arguments);
                });
  }

  private static Object ask(Services real, Method method, Object[] arguments) throws Throwable {
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
    assertThat(second.gallery().pictures()).hasSize(2);
    assertThat(second.pictures().shown().get().file().get()).isEqualTo(shown);
    assertThat(second.gallery().selected().get().file()).contains(shown);
    assertThat(second.pictures().shown().get().request().prompt().positive())
        .isEqualTo("a red fox");
  }
}
