package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The user's trash by freedesktop.org's Trash specification 1.0: a file moves to {@code files/} and
 * {@code info/<its name>.trashinfo} tells where it was and when it was discarded. Files of other
 * disks come here too, as the specification allows.
 */
final class FreeDesktopTrash implements SystemTrash {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final Path trash;
  private final Clock clock;

  FreeDesktopTrash(Path trash, Clock clock) {
    this.trash = trash;
    this.clock = clock;
  }

  static FreeDesktopTrash of(Properties properties, Map<String, String> environment) {
    String share = environment.getOrDefault("XDG_DATA_HOME", "");
    Path data =
        share.isBlank() || !Path.of(share).isAbsolute()
            ? Path.of(properties.getProperty("user.home", ".")).resolve(".local").resolve("share")
            : Path.of(share);
    return new FreeDesktopTrash(data.resolve("Trash"), Clock.system(ZoneId.systemDefault()));
  }

  @Override
  public boolean isThere() {
    Path folder = trash.toAbsolutePath();
    while (!Files.exists(folder) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return Files.isDirectory(folder) && Files.isWritable(folder);
  }

  @Override
  public void take(Map<Path, Path> files) throws IOException {
    AtomicFile.createFolder(trash.resolve("files"));
    AtomicFile.createFolder(trash.resolve("info"));
    for (Map.Entry<Path, Path> file : files.entrySet()) {
      take(file.getKey(), file.getValue());
    }
  }

  private void take(Path file, Path origin) throws IOException {
    String name = file.getFileName().toString();
    int point = name.lastIndexOf('.');
    String stem = point < 1 ? name : name.substring(0, point);
    String ending = point < 1 ? "" : name.substring(point);
    for (int i = 1; ; i++) {
      String free = i == 1 ? name : stem + "-" + i + ending;
      Path target = trash.resolve("files").resolve(free);
      Path info = trash.resolve("info").resolve(free + ".trashinfo");
      if (!Files.exists(target) && reserve(info, origin)) {
        move(file, target, info);
        return;
      }
    }
  }

  /** The information's file comes first and reserves the name, says the specification. */
  private boolean reserve(Path info, Path origin) throws IOException {
    String when = TIME.format(LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    String path = origin.toAbsolutePath().toUri().getRawPath();
    String text = "[Trash Info]\nPath=" + path + "\nDeletionDate=" + when + "\n";
    try {
      Files.write(info, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static void move(Path file, Path target, Path info) throws IOException {
    try {
      Files.move(file, target);
    } catch (IOException e) {
      Files.deleteIfExists(info);
      throw e;
    }
  }
}
