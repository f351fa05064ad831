package io.github.easel.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The trashes of systems that only their own programs can fill. Names go as arguments, or as a
 * variable of the environment: no script ever reads them as its own.
 */
enum TrashCommand implements SystemTrash {
  /** The Finder, which remembers where files were. */
  MAC,
  /** The recycle bin, by what .NET offers for it. */
  WINDOWS;

  private static final String FILES = "EASEL_TRASH_FILES";
  private static final long MOST_SECONDS = 120;

  private static final String RECYCLE =
      """
      $ErrorActionPreference = 'Stop'
      Add-Type -AssemblyName Microsoft.VisualBasic
      foreach ($file in $env:EASEL_TRASH_FILES -split '\\|') {
        [Microsoft.VisualBasic.FileIO.FileSystem]::DeleteFile(\
      $file, 'OnlyErrorDialogs', 'SendToRecycleBin')
      }
      """;

  @Override
  public boolean isThere() {
    return true;
  }

  /** Not started yet. */
  ProcessBuilder toProcess(Collection<Path> files) {
    List<String> names = files.stream().map(file -> file.toAbsolutePath().toString()).toList();
    if (this == WINDOWS) {
      ProcessBuilder builder =
          new ProcessBuilder(
              "powershell.exe",
              "-NoProfile",
              "-NonInteractive",
              "-WindowStyle",
              "Hidden",
              "-EncodedCommand",
              Base64.getEncoder().encodeToString(RECYCLE.getBytes(StandardCharsets.UTF_16LE)));
      // no name on Windows holds such a stroke
      builder.environment().put(FILES, String.join("|", names));
      return builder;
    }
    List<String> command = new ArrayList<>(List.of("osascript"));
    for (String line :
        List.of(
            "on run names",
            "repeat with one in names",
            "set wanted to (POSIX file (contents of one)) as alias",
            "tell application \"Finder\" to delete wanted",
            "end repeat",
            "end run")) {
      command.addAll(List.of("-e", line));
    }
    command.add("--");
    command.addAll(names);
    return new ProcessBuilder(command);
  }

  @Override
  public void take(Map<Path, Path> files) throws IOException {
    Process process =
        toProcess(files.keySet())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
    if (files.keySet().stream().anyMatch(Files::exists)) {
      throw new IOException("the system's trash did not take it");
    }
  }
}
