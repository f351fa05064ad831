package io.github.easel.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two files that are written in turn, so that one is whole whatever becomes of the other. Each
 * has a number; the higher is the newer.
 */
final class Manifests {

  static final int FORMAT = 1;

  private static final Logger LOG = LoggerFactory.getLogger(Manifests.class);
  private static final List<String> NAMES = List.of("canvas-a.json", "canvas-b.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final List<JsonNode> whole = new ArrayList<>();
  private final List<Path> damaged = new ArrayList<>();
  private long number;

  /** The names of the tiles of what was found. */
  private final Set<String> before = new HashSet<>();

  /** The names of the tiles of what was written last, and before. */
  private Set<String> last = Set.of();

  private Set<String> lastButOne = Set.of();

  /**
   * Reads what is there.
   *
   * @param folder exists
   */
  Manifests(Path folder) {
    this.folder = folder;
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        read(file);
      }
    }
    whole.sort(
        Comparator.comparingLong((JsonNode node) -> node.path("number").asLong()).reversed());
    if (!whole.isEmpty()) {
      number = whole.get(0).path("number").asLong();
    }
  }

  private void read(Path file) {
    try {
      JsonNode node = JSON.readTree(file.toFile());
      if (node.path("format").asInt() != FORMAT || !node.path("states").isArray()) {
        throw new IOException("it is no canvas of format " + FORMAT);
      }
      whole.add(node);
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", file, e.toString());
      damaged.add(file);
    }
  }

  /** Those that could be read, the newer first. */
  List<JsonNode> whole() {
    return List.copyOf(whole);
  }

  /** Those that could not. */
  List<Path> damaged() {
    return List.copyOf(damaged);
  }

  /**
   * Copies what could not be read to names that nobody writes to, so that nothing is lost, and
   * forgets the rest.
   *
   * @param all whether those that could be read are of no use either
   */
  void setDamagedAside(boolean all) throws IOException {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (damaged.contains(file) || (all && Files.exists(file))) {
        AtomicFile.setAside(file);
      }
    }
    whole.forEach(node -> before.addAll(names(node)));
    whole.clear();
  }

  /** Whether one that could not be read lies there still, now or from an earlier start. */
  boolean liesAside() throws IOException {
    try (DirectoryStream<Path> aside =
        Files.newDirectoryStream(folder, "canvas-*.json.unreadable*")) {
      return aside.iterator().hasNext();
    }
  }

  /** The names of all tiles that the files found at the start and those written since tell of. */
  Set<String> tiles() {
    Set<String> names = new HashSet<>(last);
    names.addAll(lastButOne);
    if (lastButOne.isEmpty()) {
      names.addAll(before);
    }
    return names;
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.path("tiles").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Writes the next manifest over the older of the two. */
  void write(ObjectNode states, int now) throws IOException {
    number++;
    states.put("format", FORMAT).put("number", number).put("now", now);
    byte[] bytes = JSON.writeValueAsBytes(states);
    AtomicFile.write(folder.resolve(NAMES.get((int) (number % 2))), out -> out.write(bytes));
    lastButOne = last;
    last = names(states);
  }
}
