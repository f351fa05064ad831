package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * File types by the conventions of freedesktop.org: a desktop entry, a type of the shared MIME
 * database, and icons, in the user's own data folder.
 */
final class FreeFileTypes implements FileTypes {

  /** As registered types are called by those who register none. */
  static final String TYPE = "application/x-easel-project";

  private static final List<Integer> ICONS = List.of(16, 32, 48, 64, 128, 256);

  private final Path shared;
  private final Path launcher;
  private final SystemCommands commands;

  /**
   * @param shared {@code $XDG_DATA_HOME}, usually {@code ~/.local/share}; need not exist
   * @param launcher what starts the program
   */
  FreeFileTypes(Path shared, Path launcher, SystemCommands commands) {
    this.shared = shared;
    this.launcher = launcher;
    this.commands = commands;
  }

  @Override
  public Report install() {
    if (!Files.exists(launcher)) {
      return new Report(Outcome.NO_PROGRAM, List.of());
    }
    Map<Path, byte[]> contents = contents();
    contents.forEach(FreeFileTypes::write);
    return new Report(renewed(true), List.copyOf(contents.keySet()));
  }

  @Override
  public Report remove() {
    List<Path> there = contents().keySet().stream().filter(Files::exists).toList();
    for (Path file : there) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw GenerationException.unwritable(file, String.valueOf(e.getMessage()), e);
      }
    }
    return new Report(there.isEmpty() ? Outcome.DONE : renewed(false), there);
  }

  private Map<Path, byte[]> contents() {
    Map<Path, byte[]> contents = new TreeMap<>();
    contents.put(shared.resolve("applications/easel.desktop"), utf8(entry()));
    contents.put(shared.resolve("mime/packages/easel.xml"), utf8(type()));
    for (int side : ICONS) {
      contents.put(
          shared.resolve("icons/hicolor/%dx%d/apps/easel.png".formatted(side, side)), icon(side));
    }
    return contents;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] icon(int side) {
    String name = "/io/github/easel/ui/theme/icon/easel-" + side + ".png";
    try (InputStream in = FreeFileTypes.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the Desktop Entry Specification 1.5 writes it. */
  private String entry() {
    return """
        [Desktop Entry]
        Type=Application
        Version=1.5
        Name=Easel
        GenericName=Text-to-image studio
        GenericName[ka]=სურათების სტუდია
        Comment=Draws pictures from words
        Comment[ka]=სიტყვებიდან სურათებს ხატავს
        Exec=%s %%f
        Icon=easel
        Terminal=false
        Categories=Graphics;2DGraphics;RasterGraphics;
        MimeType=%s;
        """
        .formatted(quoted(launcher.toAbsolutePath().toString()), TYPE);
  }

  /** Quoted as an argument, then escaped as a string (of the same specification, "Exec"). */
  static String quoted(String path) {
    String argument = path.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%");
    return ('"' + argument + '"').replace("\\", "\\\\");
  }

  /** As the Shared MIME-info Database specification 0.21 writes it. */
  private static String type() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
          <mime-type type="%s">
            <comment>Easel project</comment>
            <comment xml:lang="ka">Easel-ის პროექტი</comment>
            <sub-class-of type="application/zip"/>
            <icon name="easel"/>
            <glob pattern="*.easel"/>
          </mime-type>
        </mime-info>
        """
        .formatted(TYPE);
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw GenerationException.unwritable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private Outcome renewed(boolean installed) {
    boolean types =
        commands.run(List.of("update-mime-database", shared.resolve("mime").toString()));
    return types && listed(installed) ? Outcome.DONE : Outcome.NOT_RENEWED;
  }

  /** The list of which entry opens what; without the command that makes it, one of ours alone. */
  private boolean listed(boolean installed) {
    Path entries = shared.resolve("applications");
    if (commands.run(List.of("update-desktop-database", entries.toString()))) {
      return true;
    }
    Path list = entries.resolve("mimeinfo.cache");
    String own = "[MIME Cache]\n" + TYPE + "=easel.desktop;\n";
    try {
      boolean there = Files.exists(list);
      if (there && !Files.readString(list).equals(own)) {
        return false;
      }
      if (installed) {
        Files.writeString(list, own);
      } else {
        Files.deleteIfExists(list);
      }
      return true;
    } catch (IOException e) {
      throw GenerationException.unwritable(list, String.valueOf(e.getMessage()), e);
    }
  }
}
