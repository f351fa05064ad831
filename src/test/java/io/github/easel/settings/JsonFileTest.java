package io.github.easel.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Draft;
import io.github.easel.settings.Session.Layout;
import io.github.easel.settings.Session.Panel;
import io.github.easel.settings.Session.WindowSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {

  private static final Settings SOME =
      new Settings(
          "ka",
          "dark",
          new Settings.Folders("/pictures", "/models"),
          new Settings.Engine("cpu", "low", "full", 2),
          new Settings.Previews("fast", 5),
          Map.of("generate", "Shortcut+G"),
          new Settings.Privacy(true),
          new Settings.Notices(false, true));

  private static final Session LAST =
      new Session(
          new WindowSize(1100, 700),
          new Layout(
              new Panel(300, false),
              new Panel(0, true),
              new Panel(200, true),
              "log",
              List.of("negative"),
              List.of("more")),
          Draft.EMPTY,
          List.of("სახლი ტყეში", "a cat"),
          "/pictures/a.png",
          new Session.Desk(
              List.of(new Session.Batch("1-2-3", List.of("/pictures/a.png", "/pictures/b.png"))),
              "/home/ana/Pictures",
              List.of(),
              new Session.Overlay("#12ab34", 0.7)));

  private final Path folder;

  JsonFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private JsonFile<Settings> settings(Path file) {
    return new JsonFile<>(file, Settings.DEFAULTS, Runnable::run);
  }

  private JsonFile<Session> session(Path file) {
    return new JsonFile<>(file, Session.NEW, Runnable::run);
  }

  @Test
  void readsBackWhatItWrote() {
    Path file = folder.resolve("deep").resolve("settings.json");
    settings(file).save(SOME);
    assertThat(settings(file).load()).isEqualTo(SOME);
    assertThat(folder.resolve("deep").toFile().list()).containsExactly("settings.json");
    Path other = folder.resolve("session.json");
    session(other).save(LAST);
    assertThat(session(other).load()).isEqualTo(LAST);
  }

  @Test
  void writesIntoALinkedFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = folder.resolve("link");
    try {
      Files.createSymbolicLink(link, real);
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("links cannot be made here: " + e);
    }
    settings(link.resolve("settings.json")).save(SOME);
    assertThat(real.resolve("settings.json")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "-3", "0", "1e300"})
  void takesTheDefaultForASizeThatNoScreenHas(String side) throws IOException {
    Session read =
        session(
                written(
                    "{\"shown\":\"a.png\",\"window\":{\"width\":%s,\"height\":800}}"
                        .formatted(side)))
            .load();
    assertThat(read.window()).isEqualTo(new WindowSize(1440, 800));
    assertThat(read.shown()).isEqualTo("a.png");
  }

  @Test
  void startsFromDefaultsWithoutFile() {
    assertThat(settings(folder.resolve("none.json")).load()).isEqualTo(Settings.DEFAULTS);
    assertThat(session(folder.resolve("none.json")).load()).isEqualTo(Session.NEW);
    assertThat(folder.toFile().list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"theme\": [", "null", "", "[]", "\"dark\"", "{\"engine\": 7}"})
  void takesDefaultsForABadFileAndKeepsItAside(String content) throws IOException {
    Path file = written(content);
    assertThat(settings(file).load()).isEqualTo(Settings.DEFAULTS);
    settings(file).save(SOME);
    assertThat(settings(file).load()).isEqualTo(SOME);
    if (!content.equals("null")) {
      assertThat(folder.resolve("some.json.unreadable")).hasContent(content);
    }
  }

  @Test
  void keepsEveryBadFileUnderAName() throws IOException {
    settings(written("{first")).load();
    settings(written("{second")).load();
    assertThat(folder.resolve("some.json.unreadable")).hasContent("{first");
    assertThat(folder.resolve("some.json.unreadable-2")).hasContent("{second");
  }

  @Test
  void leavesAFileThatItCanNeitherReadNorSetAside() throws IOException {
    Path file = Files.createDirectory(folder.resolve("settings.json")); // cannot be copied
    JsonFile<Settings> settings = settings(file);
    assertThat(settings.load()).isEqualTo(Settings.DEFAULTS);
    settings.save(SOME);
    assertThat(file).isEmptyDirectory();
  }

  @Test
  void forgivesMissingAndUnknownParts() throws IOException {
    Settings read =
        settings(
                written(
                    """
                    {"theme": "dark", "later": 1, "engine": {"threads": -2},
                     "keys": {"generate": null, "save": "F5"}, "previews": {"every": 0}}
                    """))
            .load();
    assertThat(read).isEqualTo(Settings.DEFAULTS.withTheme("dark").withKeys(Map.of("save", "F5")));
    Session session =
        session(written("{\"draft\":{\"model\":\"sd15\"},\"history\":[null,\"a cat\"]}")).load();
    assertThat(session.draft().model()).isEqualTo("sd15");
    assertThat(session.history()).containsExactly("a cat");
    assertThat(session.layout()).isEqualTo(Layout.USUAL);
  }

  @Test
  void aThemeThatIsNoneIsTheSystems() throws IOException {
    assertThat(settings(written("{\"theme\":\"pink\"}")).load().theme()).isEqualTo("system");
  }

  @Test
  void remembersSoManyPromptsAndNoMore() {
    Session much =
        new Session(
            WindowSize.DEFAULT,
            Layout.USUAL,
            Draft.EMPTY,
            Collections.nCopies(Session.MOST_PROMPTS + 5, "a"),
            "");
    assertThat(much.history()).hasSize(Session.MOST_PROMPTS);
  }

  @Test
  void writesOnlyTheLastOfSeveralThatWait() {
    List<Runnable> tasks = new ArrayList<>();
    JsonFile<Settings> file =
        new JsonFile<>(folder.resolve("s.json"), Settings.DEFAULTS, tasks::add);
    file.save(Settings.DEFAULTS);
    file.save(SOME);
    assertThat(tasks).hasSize(1);
    tasks.get(0).run();
    assertThat(file.load()).isEqualTo(SOME);
  }

  @Test
  void survivesAFileThatCannotBeWritten() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("settings.json");
    settings(blocked).save(SOME);
    assertThat(settings(blocked).load()).isEqualTo(Settings.DEFAULTS);
  }

  private Path written(String content) throws IOException {
    return Files.writeString(folder.resolve("some.json"), content);
  }

  @Test
  void gathersChangesUntilThePauseIsOver() {
    Path file = folder.resolve("session.json");
    List<Runnable> pauses = new ArrayList<>();
    JsonFile<Session> patient = new JsonFile<>(file, Session.NEW, Runnable::run, pauses::add);
    patient.save(Session.NEW);
    patient.save(LAST);
    assertThat(pauses).as("of two changes the first begins the pause").hasSize(1);
    assertThat(file).doesNotExist();
    pauses.remove(0).run();
    assertThat(session(file).load()).isEqualTo(LAST);
    patient.save(Session.NEW);
    assertThat(pauses).as("the next change begins another").hasSize(1);
    pauses.remove(0).run();
    assertThat(session(file).load()).isEqualTo(Session.NEW);
  }

  @Test
  void writesAtOnceWhatWaitsWhenTheProgramEnds() {
    Path file = folder.resolve("session.json");
    List<Runnable> pauses = new ArrayList<>();
    JsonFile<Session> patient = new JsonFile<>(file, Session.NEW, Runnable::run, pauses::add);
    patient.flush();
    assertThat(file).as("nothing waits").doesNotExist();
    patient.save(LAST);
    patient.flush();
    assertThat(session(file).load()).isEqualTo(LAST);
    session(file).save(Session.NEW);
    pauses.forEach(Runnable::run);
    assertThat(session(file).load()).as("written once only").isEqualTo(Session.NEW);
  }
}
