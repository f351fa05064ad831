package io.github.easel.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one record in a JSON file.
 *
 * <p>The file is replaced only once its successor is wholly written. A file that cannot be read
 * counts as absent but is kept beside its successor, {@code .unreadable} and a number behind its
 * name; where that fails it is left as it is, and nothing is written in its place. A file that
 * cannot be written costs a line in the log: what is kept here is a convenience and never stops the
 * work.
 *
 * @param <T> a record that Jackson can write and read
 */
public final class JsonFile<T> {

  private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;
  private final T defaults;
  private final Class<T> type;
  private final Executor writer;
  private final Executor later;
  private final AtomicReference<Optional<T>> waiting = new AtomicReference<>(Optional.empty());

  /** Whether the file holds what could not be read and is nowhere else. */
  private volatile boolean untouched;

  /**
   * A file that is written on every change.
   *
   * @param file need not exist, nor its folder
   * @param defaults what an absent file says
   * @param writer where files are written; it must run one task at a time
   */
  public JsonFile(Path file, T defaults, Executor writer) {
    this(file, defaults, writer, writer);
  }

  /**
   * A file for what changes often: changes are gathered.
   *
   * @param file need not exist, nor its folder
   * @param defaults what an absent file says
   * @param writer where files are written; it must run one task at a time
   * @param later the writer after a pause, which is how old a change may grow
   */
  @SuppressWarnings("unchecked")
  public JsonFile(Path file, T defaults, Executor writer, Executor later) {
    this.file = file;
    this.defaults = defaults;
    this.type = (Class<T>) defaults.getClass();
    this.writer = writer;
    this.later = later;
  }

  /** What the file says, or the defaults. */
  public T load() {
    if (!Files.exists(file)) {
      return defaults;
    }
    try {
      T read = JSON.readValue(file.toFile(), type);
      return read == null ? defaults : read;
    } catch (IOException e) {
      LOG.warn("{} cannot be read, so the defaults are used: {}", file, e.toString());
      setAside();
      return defaults;
    }
  }

  private void setAside() {
    try {
      AtomicFile.setAside(file);
    } catch (IOException e) {
      untouched = true;
      LOG.warn("{} cannot be set aside, so it is left as it is: {}", file, e.toString());
    }
  }

  /** Writes the record soon. Of several that wait for the writer only the last is written. */
  public void save(T record) {
    if (waiting.getAndSet(Optional.of(record)).isEmpty()) {
      later.execute(this::writeWaiting);
    }
  }

  /** Lets the writer write without a pause what waits, as before the program ends. */
  public void flush() {
    writer.execute(this::writeWaiting);
  }

  private void writeWaiting() {
    waiting.getAndSet(Optional.empty()).ifPresent(this::write);
  }

  private void write(T record) {
    if (untouched) {
      return;
    }
    try {
      AtomicFile.createFolder(file.toAbsolutePath().resolveSibling(""));
      byte[] json = JSON.writeValueAsBytes(record);
      AtomicFile.write(file, out -> out.write(json));
    } catch (IOException e) {
      LOG.warn("{} cannot be written: {}", file, e.toString());
    }
  }
}
