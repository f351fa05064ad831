package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.PartFile;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelPackages;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies a folder piece by piece under a temporary name beside the target folder, where no list of
 * models looks, and moves it there when it is whole.
 */
final class FolderCopy implements ModelImport.Copying {

  private static final Logger LOG = LoggerFactory.getLogger(FolderCopy.class);
  private static final int PIECE = 8 << 20;

  private final Path from;
  private final long bytes;
  private final Path target;
  private final Path whole;
  private final Path temporary;
  private final Deque<Path> files;
  private long copied;
  private @Nullable FileInputStream in;
  private @Nullable FileOutputStream out;

  FolderCopy(Path from, List<Path> files, long bytes, Path target) {
    this.from = from;
    this.files = new ArrayDeque<>(files);
    this.bytes = bytes;
    this.target = target;
    whole = free(target, String.valueOf(from.getFileName()));
    temporary = PartFile.beside(target);
  }

  private static Path free(Path folder, String name) {
    Path wanted = folder.resolve(name);
    for (int i = 2; Files.exists(wanted); i++) {
      wanted = folder.resolve(name + "-" + i);
    }
    return wanted;
  }

  @Override
  public boolean proceed() {
    try {
      if (copied == 0) {
        begin();
      }
      return (in == null && files.isEmpty()) ? end() : piece();
    } catch (IOException e) {
      throw GenerationException.unwritable(whole, FileReason.of(e), e);
    }
  }

  private void begin() throws IOException {
    AtomicFile.createFolder(target);
    AtomicFile.createFolder(temporary);
    if (Files.getFileStore(temporary).getUsableSpace() < bytes) {
      throw new IOException(FileReason.NO_SPACE.words());
    }
  }

  private boolean piece() throws IOException {
    FileInputStream reading = in;
    FileOutputStream writing = out;
    if (reading == null || writing == null) {
      Path file = files.remove();
      Path copy = temporary.resolve(from.relativize(file).toString());
      AtomicFile.createFolder(copy.resolveSibling(""));
      reading = new FileInputStream(file.toFile());
      in = reading;
      writing = new FileOutputStream(copy.toFile());
      out = writing;
    }
    byte[] piece = reading.readNBytes(PIECE);
    writing.write(piece);
    copied += piece.length;
    if (piece.length < PIECE) {
      writing.getFD().sync();
      closeFiles();
    }
    return false;
  }

  private boolean end() throws IOException {
    ModelPackages.at(temporary); // what lacks a part must not be shown as whole
    AtomicFile.replace(temporary, whole);
    return true;
  }

  private void closeFiles() throws IOException {
    FileInputStream reading = in;
    FileOutputStream writing = out;
    in = null;
    out = null;
    try {
      if (reading != null) {
        reading.close();
      }
    } finally {
      if (writing != null) {
        writing.close();
      }
    }
  }

  @Override
  public double share() {
    return bytes == 0 ? 1 : Math.min(1, copied / (double) bytes);
  }

  @Override
  public String name() {
    return whole.getFileName().toString();
  }

  @Override
  public void close() {
    try {
      closeFiles();
      if (Files.exists(temporary)) {
        try (Stream<Path> all = Files.walk(temporary)) {
          for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(one);
          }
        }
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be taken away: {}", temporary, e.toString());
    }
  }
}
