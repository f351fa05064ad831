package io.github.easel.app;

import io.github.easel.app.ModelService.Hash;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelHash;
import io.github.easel.settings.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Hashes of models, kept in a file, so that gigabytes are read once only. Thread-safe. */
final class KeptHashes {

  /** Entries by the file's path. */
  record Book(Map<String, Entry> files) {

    /** Takes nothing for a part that is missing. */
    @SuppressWarnings("ConstantValue")
    Book {
      files = files == null ? Map.of() : Map.copyOf(files);
    }
  }

  /**
   * The hashes of a file in one state.
   *
   * @param changed milliseconds since 1970
   */
  record Entry(long bytes, long changed, String sha256, String legacy) {}

  private final JsonFile<Book> file;
  private @Nullable Map<String, Entry> known;

  KeptHashes(Path file) {
    this.file = new JsonFile<>(file, new Book(Map.of()), Runnable::run);
  }

  /** What is kept of the file, if that has not changed since. */
  synchronized Optional<Hash> find(Path model) {
    Entry entry = entries().get(key(model));
    Entry now = state(model, "", "");
    return entry != null && entry.bytes == now.bytes && entry.changed == now.changed
        ? Optional.of(hash(new ModelHash(entry.sha256, entry.legacy)))
        : Optional.empty();
  }

  /**
   * The file's, read if they are not kept.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}
   */
  Hash of(Path model) {
    Optional<Hash> kept = find(model);
    if (kept.isPresent()) {
      return kept.get();
    }
    Entry before = state(model, "", "");
    ModelHash read = ModelHash.of(model);
    keep(model, new Entry(before.bytes, before.changed, read.sha256(), read.legacy()));
    return hash(read);
  }

  private synchronized void keep(Path model, Entry entry) {
    entries().put(key(model), entry);
    entries().keySet().removeIf(path -> !Files.exists(Path.of(path)));
    file.save(new Book(entries()));
  }

  private Map<String, Entry> entries() {
    Map<String, Entry> all = known;
    if (all == null) {
      all = new TreeMap<>(file.load().files());
      known = all;
    }
    return all;
  }

  private static String key(Path model) {
    return model.toAbsolutePath().normalize().toString();
  }

  private static Entry state(Path model, String sha256, String legacy) {
    try {
      return new Entry(
          Files.size(model), Files.getLastModifiedTime(model).toMillis(), sha256, legacy);
    } catch (IOException e) {
      throw GenerationException.unreadable(model, e);
    }
  }

  private static Hash hash(ModelHash hash) {
    return new Hash(hash.sha256(), hash.brief(), hash.legacy());
  }
}
