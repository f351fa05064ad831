package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.FileTree;
import io.github.easel.file.PartFile;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelPackages;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies a model piece by piece under a temporary name beside the target folder, where no list of
 * models looks, and moves it there when it is whole.
 */
final class ModelCopy implements ModelImport.Copying {

  private static final Logger LOG = LoggerFactory.getLogger(ModelCopy.class);
  private static final int PIECE = 8 << 20;

  private final ModelParts parts;
  private final Path target;
  private final Consumer<Path> check;
  private final String name;
  private final Path temporary;
  private final Deque<ModelParts.Part> waiting;
  private long copied;
  private @Nullable FileInputStream in;
  private @Nullable FileOutputStream out;

  ModelCopy(ModelParts parts, Path target) {
    this(parts, target, ModelPackages::at);
  }

  /**
   * @param check refuses a copy that is not whole
   */
  ModelCopy(ModelParts parts, Path target, Consumer<Path> check) {
    this.parts = parts;
    this.target = target;
    this.check = check;
    waiting = new ArrayDeque<>(parts.files());
    name = free(parts, target);
    temporary = PartFile.beside(target);
  }

  private static String free(ModelParts parts, Path folder) {
    String wanted = parts.name();
    for (int i = 2; parts.tops(wanted).anyMatch(top -> Files.exists(folder.resolve(top))); i++) {
      wanted = parts.name() + "-" + i;
    }
    return wanted;
  }

  @Override
  public boolean proceed() {
    try {
      if (copied == 0) {
        begin();
      }
      return (in == null && waiting.isEmpty()) ? end() : piece();
    } catch (IOException e) {
      throw GenerationException.unwritable(target.resolve(parts.main(name)), FileReason.of(e), e);
    }
  }

  private void begin() throws IOException {
    AtomicFile.createFolder(target);
    AtomicFile.createFolder(temporary);
    if (Files.getFileStore(temporary).getUsableSpace() < parts.bytes()) {
      throw new IOException(FileReason.NO_SPACE.words());
    }
  }

  private boolean piece() throws IOException {
    FileInputStream reading = in;
    FileOutputStream writing = out;
    if (reading == null || writing == null) {
      ModelParts.Part part = waiting.remove();
      Path copy = temporary.resolve(parts.path(part, name));
      AtomicFile.createFolder(copy.resolveSibling(""));
      reading = new FileInputStream(part.file().toFile());
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
    // what lacks a part must not be shown as whole
    check.accept(temporary.resolve(parts.main(name)));
    for (String top : parts.tops(name).toList()) {
      AtomicFile.replace(temporary.resolve(top), target.resolve(top));
    }
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
    return parts.bytes() == 0 ? 1 : Math.min(1, copied / (double) parts.bytes());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void close() {
    try {
      closeFiles();
      FileTree.delete(temporary);
    } catch (IOException e) {
      LOG.warn("{} cannot be taken away: {}", temporary, e.toString());
    }
  }
}
