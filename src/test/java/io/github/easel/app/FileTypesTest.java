package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.FileTypes.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTypesTest {

  @TempDir Path folder;
  private final List<String> ran = new ArrayList<>();
  private Path shared;
  private Path launcher;

  @BeforeEach
  void unpack() throws IOException {
    shared = folder.resolve("share");
    launcher = folder.resolve("my $program 100%").resolve("easel");
    Files.createDirectories(launcher.getParent());
    Files.createFile(launcher);
  }

  private FreeFileTypes free(boolean renewed) {
    return new FreeFileTypes(
        shared,
        launcher,
        command -> {
          ran.add(command.get(0));
          return renewed;
        });
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(shared)) {
      return all.filter(Files::isRegularFile)
          .map(file -> shared.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesAnEntryATypeAndIconsAndTakesThemBack() throws Exception {
    Path other = shared.resolve("applications").resolve("other.desktop");
    Files.createDirectories(other.getParent());
    Files.createFile(other);
    FileTypes.Report report = free(true).install();
    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(report.files()).hasSize(8).allMatch(Files::exists);
    assertThat(files())
        .contains(
            "applications/easel.desktop",
            "mime/packages/easel.xml",
            "icons/hicolor/256x256/apps/easel.png");
    assertThat(ran).containsExactly("update-mime-database", "update-desktop-database");
    assertThat(Files.readString(shared.resolve("applications/easel.desktop")))
        .contains("MimeType=application/x-easel-project;")
        .contains("/my \\\\$program 100%%/easel\" %f\n");
    String type =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(shared.resolve("mime/packages/easel.xml").toFile())
            .getElementsByTagName("glob")
            .item(0)
            .getAttributes()
            .getNamedItem("pattern")
            .getNodeValue();
    assertThat(type).isEqualTo("*.easel");
    assertThat(free(true).install().files()).as("again").hasSize(8);

    assertThat(free(true).remove().files()).hasSize(8);
    assertThat(files()).containsExactly("applications/other.desktop");
    assertThat(free(true).remove()).isEqualTo(new FileTypes.Report(Outcome.DONE, List.of()));
  }

  @Test
  void saysWhereTheSystemDidNotReadThem() throws IOException {
    assertThat(free(false).install().outcome()).isEqualTo(Outcome.NOT_RENEWED);
    assertThat(files()).hasSize(8);
  }

  /** Where nobody makes the list of entries, the type would be known and opened by nothing. */
  @Test
  void makesTheListOfEntriesItselfWhereTheSystemHasNoneAndNoCommandForIt() throws IOException {
    FreeFileTypes types =
        new FreeFileTypes(
            shared, launcher, command -> command.get(0).equals("update-mime-database"));
    Path list = shared.resolve("applications").resolve("mimeinfo.cache");
    assertThat(types.install().outcome()).isEqualTo(Outcome.DONE);
    assertThat(list).hasContent("[MIME Cache]\napplication/x-easel-project=easel.desktop;");
    assertThat(types.remove().outcome()).isEqualTo(Outcome.DONE);
    assertThat(list).doesNotExist();

    Files.writeString(list, "[MIME Cache]\nimage/png=other.desktop;\n");
    assertThat(types.install().outcome()).isEqualTo(Outcome.NOT_RENEWED);
    assertThat(list).content().contains("other.desktop").doesNotContain("easel");
  }

  @Test
  void writesNothingWithoutAProgramToStart() throws IOException {
    Files.delete(launcher);
    assertThat(free(true).install().outcome()).isEqualTo(Outcome.NO_PROGRAM);
    assertThat(shared).doesNotExist();
    assertThat(ran).isEmpty();
  }

  /** The real database of types, if this computer has its tool. */
  @Test
  void isUnderstoodByTheSharedMimeDatabase() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(Path.of("/usr/bin/update-mime-database")), "no shared-mime-info here");
    FreeFileTypes types = new FreeFileTypes(shared, launcher, SystemCommands.ofThisComputer());
    assertThat(types.install().outcome()).isEqualTo(Outcome.DONE);
    assertThat(Files.readString(shared.resolve("mime/globs2")))
        .contains("application/x-easel-project:*.easel");
    types.remove();
    assertThat(shared.resolve("mime/globs2"))
        .satisfiesAnyOf(
            file -> assertThat(file).doesNotExist(),
            file -> assertThat(Files.readString(file)).doesNotContain("easel"));
  }

  @Test
  void tellsWindowsByAFileForItsRegistry() throws IOException {
    FileTypes types =
        new WindowsFileTypes(
            folder,
            launcher,
            command -> {
              ran.add(String.join(" ", command.subList(0, 2)));
              return true;
            });
    assertThat(types.install().outcome()).isEqualTo(Outcome.DONE);
    Path file = folder.resolve("file-type.reg");
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE);
    assertThat(text)
        .startsWith("\uFEFFWindows Registry Editor Version 5.00\r\n")
        .contains("[HKEY_CURRENT_USER\\Software\\Classes\\.easel]\r\n@=\"Easel.Project\"\r\n")
        .contains("@=\"\\\"" + launcher.toString().replace("\\", "\\\\") + "\\\" \\\"%1\\\"\"");
    assertThat(types.remove().files()).containsExactly(file);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE))
        .contains("[-HKEY_CURRENT_USER\\Software\\Classes\\Easel.Project]");
    assertThat(ran).containsExactly("reg.exe import", "reg.exe import");
  }
}
