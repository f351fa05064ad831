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
 * Keeps {@link Settings} in a JSON file.
 *
 * <p>The file is replaced only once its successor is wholly written. A file that cannot be read
 * counts as absent, and a file that cannot be written costs a line in the log: settings are a
 * convenience and never stop the work.
 */
public final class SettingsStore {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Path file;
  private final Executor writer;
  private final AtomicReference<Optional<Settings>> waiting =
      new AtomicReference<>(Optional.empty());

  /**
   * @param file need not exist, nor its folder
   * @param writer where files are written; it must run one task at a time
   */
  public SettingsStore(Path file, Executor writer) {
    this.file = file;
    this.writer = writer;
  }

  /** What the file says, or the defaults. */
  public Settings load() {
    if (!Files.exists(file)) {
      return Settings.DEFAULTS;
    }
    try {
      Settings settings = JSON.readValue(file.toFile(), Settings.class);
      return settings == null ? Settings.DEFAULTS : settings;
    } catch (IOException e) {
      LOG.warn("Settings in {} cannot be read, so the defaults are used: {}", file, e.toString());
      return Settings.DEFAULTS;
    }
  }

  /** Writes the settings soon. Of several that wait for the writer only the last is written. */
  public void save(Settings settings) {
    if (waiting.getAndSet(Optional.of(settings)).isEmpty()) {
      writer.execute(() -> waiting.getAndSet(Optional.empty()).ifPresent(this::write));
    }
  }

  private void write(Settings settings) {
    try {
      AtomicFile.createFolder(file.toAbsolutePath().resolveSibling(""));
      byte[] json = JSON.writeValueAsBytes(settings);
      AtomicFile.write(file, out -> out.write(json));
    } catch (IOException e) {
      LOG.warn("Settings cannot be written to {}: {}", file, e.toString());
    }
  }
}
