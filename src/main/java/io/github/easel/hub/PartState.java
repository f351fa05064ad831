package io.github.easel.hub;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a {@code .part} file is a part of, kept beside it.
 *
 * @param hash the hub's hash of the whole file
 * @param size of the whole file
 * @param tag the entity tag by which the storage knows that it still has the same; may be empty
 */
record PartState(String hash, long size, String tag) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final long LONGEST = 1 << 16;

  /** Takes nothing for a part that is missing. */
  @SuppressWarnings("ConstantValue")
  PartState {
    hash = hash == null ? "" : hash;
    tag = tag == null ? "" : tag;
  }

  static PartState nothing(HubFile file) {
    return new PartState(file.hash(), file.size(), "");
  }

  /** The file that a part grows in. */
  static Path part(Path whole) {
    return whole.resolveSibling(whole.getFileName() + ".part");
  }

  private static Path beside(Path whole) {
    return whole.resolveSibling(whole.getFileName() + ".part.json");
  }

  /** The bytes of the file that are here already, and belong to it as far as is known. */
  static long length(Path whole, HubFile file) throws IOException {
    Path part = part(whole);
    if (!Files.isRegularFile(part)) {
      return 0;
    }
    PartState state = read(whole, file);
    long length = Files.size(part);
    boolean same = state.hash().equals(file.hash()) && state.size() == file.size();
    return same && length <= file.size() ? length : 0;
  }

  /** What is known; of an unreadable note, that it is about something else. */
  static PartState read(Path whole, HubFile file) {
    Path beside = beside(whole);
    try {
      if (Files.isRegularFile(beside) && Files.size(beside) < LONGEST) {
        return JSON.readValue(beside.toFile(), PartState.class);
      }
    } catch (IOException e) {
      return new PartState("", -1, "");
    }
    return new PartState("", -1, "");
  }

  void write(Path whole) throws IOException {
    AtomicFile.write(beside(whole), out -> out.write(JSON.writeValueAsBytes(this)));
  }

  /** Takes part and note away. */
  static void delete(Path whole) throws IOException {
    Files.deleteIfExists(part(whole));
    Files.deleteIfExists(beside(whole));
  }

  /** The part has become the whole. */
  static void finish(Path whole) throws IOException {
    AtomicFile.replace(part(whole), whole);
    Files.deleteIfExists(beside(whole));
  }
}
