package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.model.ModelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of this computer. */
public final class LocalFolders implements FolderService {

  private static final Logger LOG = LoggerFactory.getLogger(LocalFolders.class);

  private final Places places;

  /**
   * @param places the usual ones
   */
  public LocalFolders(Places places) {
    this.places = places;
  }

  @Override
  public Path usualPictures() {
    return places.pictures();
  }

  /**
   * Writes a file of no bytes, since permissions alone do not tell (full disks, network folders).
   */
  @Override
  public Optional<String> obstacle(Path folder) {
    try {
      AtomicFile.createFolder(folder);
      Files.delete(Files.createTempFile(folder, ".easel-", ".part"));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(FileReason.of(e));
    }
  }

  @Override
  public int models(Path folder) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return (int) inside.filter(ModelFolder::isModel).count();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be listed: {}", folder, e.toString());
      return 0;
    }
  }

  @Override
  public void show(Path folder) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String program =
        system.startsWith("windows")
            ? "explorer.exe"
            : system.startsWith("mac") ? "open" : "xdg-open";
    try {
      AtomicFile.createFolder(folder);
      new ProcessBuilder(program, folder.toAbsolutePath().toString())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.warn("{} cannot be shown: {}", folder, e.toString());
    }
  }
}
