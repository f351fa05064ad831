package io.github.easel.model;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.PartFile;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.weights.DataType;
import io.github.easel.weights.LoraTargets.Network;
import io.github.easel.weights.StoredTensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Weights that take the place of a model's own, in one file made for them, which is deleted when
 * this is closed. All others stay where they are.
 */
public final class AdaptedWeights implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(AdaptedWeights.class);
  private static final int ALIGNMENT = 64;
  private static final int CHUNK = 1 << 20;

  private final Optional<Path> file;
  private final Map<Network, Map<String, StoredTensor>> changed;

  private AdaptedWeights(Optional<Path> file, Map<Network, Map<String, StoredTensor>> changed) {
    this.file = file;
    this.changed = changed;
  }

  /** No changes. */
  static AdaptedWeights none() {
    return new AdaptedWeights(Optional.empty(), Map.of());
  }

  /** Whether the weights of a network are others. */
  boolean changes(Network network) {
    return changed.containsKey(network);
  }

  /** A network's weights with the changes. */
  Map<String, StoredTensor> over(Network network, Map<String, StoredTensor> own) {
    Map<String, StoredTensor> all = new LinkedHashMap<>(own);
    all.putAll(changed.getOrDefault(network, Map.of()));
    return all;
  }

  /** Says that it is in use still, so that nobody takes the file for a leftover. */
  public void touch() {
    if (file.isPresent()) {
      try {
        Files.setLastModifiedTime(file.get(), FileTime.from(Instant.now()));
      } catch (IOException e) {
        LOG.warn("{} cannot be touched: {}", file.get(), e.toString());
      }
    }
  }

  /** Deletes the file; networks that were opened with it must be closed before. */
  @Override
  public void close() {
    if (file.isPresent()) {
      try {
        Files.deleteIfExists(file.get());
      } catch (IOException e) {
        LOG.warn("{} is left behind: {}", file.get(), e.toString());
      }
    }
  }

  /** Writes such a file, one tensor after the other. */
  static final class Writer implements AutoCloseable {

    private final Path file;
    private final Map<Network, Map<String, StoredTensor>> changed = new EnumMap<>(Network.class);
    private final ByteBuffer chunk =
        ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private final FileChannel channel;
    private boolean finished;

    /**
     * Begins a file.
     *
     * @param folder made if it is not there
     */
    Writer(Path folder) {
      file = PartFile.beside(folder.toAbsolutePath().resolve("adapted"));
      try {
        AtomicFile.createFolder(folder.toAbsolutePath());
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (IOException e) {
        throw GenerationException.unwritable(file, FileReason.of(e), e);
      }
    }

    /** Writes what takes the place of a tensor. */
    void add(Network network, String name, FloatTensor values, Cancellation cancellation) {
      try {
        long offset = (channel.position() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        channel.position(offset);
        int done = 0;
        while (done < values.size()) {
          cancellation.check();
          int count = Math.min(CHUNK / Float.BYTES, values.size() - done);
          chunk.clear().limit(count * Float.BYTES);
          chunk.asFloatBuffer().put(0, values.buffer(), done, count);
          while (chunk.hasRemaining()) {
            channel.write(chunk);
          }
          done += count;
        }
        changed
            .computeIfAbsent(network, key -> new LinkedHashMap<>())
            .put(name, new StoredTensor(name, DataType.F32, values.shape(), file, offset));
      } catch (IOException e) {
        throw GenerationException.unwritable(file, FileReason.of(e), e);
      }
    }

    AdaptedWeights finish() {
      finished = true;
      return new AdaptedWeights(Optional.of(file), changed);
    }

    /** Unless it was finished, nothing is left. */
    @Override
    public void close() {
      try {
        channel.close();
        if (!finished) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        LOG.warn("{} is left behind: {}", file, e.toString());
      }
    }
  }
}
