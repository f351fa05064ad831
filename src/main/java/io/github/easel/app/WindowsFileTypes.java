package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** File types in the user's own part of Windows' registry, by a file that {@code reg} imports. */
final class WindowsFileTypes implements FileTypes {

  private static final String CLASSES = "HKEY_CURRENT_USER\\Software\\Classes\\";
  private static final String HEAD = "\uFEFFWindows Registry Editor Version 5.00\r\n\r\n";

  private final Path folder;
  private final Path launcher;
  private final SystemCommands commands;

  /**
   * @param folder where the file is written
   * @param launcher what starts the program
   */
  WindowsFileTypes(Path folder, Path launcher, SystemCommands commands) {
    this.folder = folder;
    this.launcher = launcher;
    this.commands = commands;
  }

  @Override
  public Report install() {
    if (!Files.exists(launcher)) {
      return new Report(Outcome.NO_PROGRAM, List.of());
    }
    String command = "\"" + launcher.toAbsolutePath() + "\" \"%1\"";
    return imported(
        HEAD
            + key(".easel", "Easel.Project")
            + key("Easel.Project", "Easel project")
            + key("Easel.Project\\shell\\open\\command", command));
  }

  @Override
  public Report remove() {
    return imported(
        HEAD + "[-" + CLASSES + ".easel]\r\n\r\n[-" + CLASSES + "Easel.Project]\r\n\r\n");
  }

  private static String key(String name, String value) {
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
    return "[" + CLASSES + name + "]\r\n@=\"" + escaped + "\"\r\n\r\n";
  }

  private Report imported(String text) {
    Path file = folder.resolve("file-type.reg");
    try {
      Files.createDirectories(folder);
      Files.write(file, text.getBytes(StandardCharsets.UTF_16LE));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, String.valueOf(e.getMessage()), e);
    }
    boolean done = commands.run(List.of("reg.exe", "import", file.toString()));
    return new Report(done ? Outcome.DONE : Outcome.NOT_RENEWED, List.of(file));
  }
}
