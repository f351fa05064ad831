package io.github.easel.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that says which project a stored canvas belongs to ({@code docs/canvas.md}). What the
 * project holds is told by a hash over the layers, so that the state is found again among those
 * that are read at the next start.
 */
final class BelongingFile {

  private static final Logger LOG = LoggerFactory.getLogger(BelongingFile.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path place;

  /** Gives the name of a tile, and keeps it if need be. */
  private final Function<Tile, String> name;

  BelongingFile(Path place, Function<Tile, String> name) {
    this.place = place;
    this.name = name;
  }

  /**
   * Remembers it, or that there is none.
   *
   * @throws IOException if it cannot be written
   */
  void write(Optional<Belonging> belonging) throws IOException {
    Optional<Canvas> held = belonging.flatMap(Belonging::held);
    if (belonging.isEmpty() || held.isEmpty()) {
      Files.deleteIfExists(place);
      return;
    }
    Path file = belonging.get().file().toAbsolutePath();
    byte[] bytes =
        JSON.writeValueAsBytes(
            JSON.createObjectNode()
                .put("file", file.toString())
                .put("changed", changed(file))
                .put("bytes", Files.size(file))
                .put("canvas", held.get().id())
                .put("layers", hash(held.get(), new IdentityHashMap<>())));
    AtomicFile.write(place, out -> out.write(bytes));
  }

  private static long changed(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toMillis();
  }

  /**
   * What was remembered; nothing if it cannot be read, there is no such project any more, or the
   * present is another canvas.
   */
  Optional<Belonging> read(History history) {
    if (!Files.exists(place)) {
      return Optional.empty();
    }
    try {
      JsonNode root = JSON.readTree(place.toFile());
      Path file = Path.of(root.path("file").asText());
      if (!Files.isRegularFile(file)
          || !root.path("canvas").asText().equals(history.present().id())) {
        return Optional.empty();
      }
      boolean same =
          changed(file) == root.path("changed").asLong()
              && Files.size(file) == root.path("bytes").asLong();
      return Optional.of(
          new Belonging(
              file, same ? find(history, root.path("layers").asText()) : Optional.empty()));
    } catch (IOException | InvalidPathException e) {
      LOG.warn("{} cannot be used: {}", place, e.toString());
      return Optional.empty();
    }
  }

  /** The present if it is the same, else the newest state that is. */
  private Optional<Canvas> find(History history, String hash) {
    IdentityHashMap<Raster, String> known = new IdentityHashMap<>();
    List<Canvas> states = new ArrayList<>(List.of(history.present()));
    for (int i = history.states().size() - 1; i >= 0; i--) {
      states.add(history.states().get(i));
    }
    return states.stream()
        .filter(state -> state.id().equals(history.present().id()))
        .filter(state -> hash(state, known).equals(hash))
        .findFirst();
  }

  private String hash(Canvas canvas, IdentityHashMap<Raster, String> known) {
    StringBuilder text = new StringBuilder();
    for (Layer layer : canvas.layers()) {
      text.append(layer.id()).append('\0').append(layer.name()).append('\0').append(layer.kind());
      text.append(' ').append(layer.visible()).append(' ').append(layer.opacity()).append(' ');
      text.append(known.computeIfAbsent(layer.raster(), this::hash)).append('\n');
    }
    return hash(text);
  }

  private String hash(Raster raster) {
    StringBuilder text = new StringBuilder();
    raster.tiles().entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparingInt(Raster.At::row).thenComparingInt(Raster.At::column)))
        .forEach(
            tile ->
                text.append(tile.getKey().column())
                    .append(' ')
                    .append(tile.getKey().row())
                    .append(' ')
                    .append(name.apply(tile.getValue()))
                    .append('\n'));
    return hash(text);
  }

  private static String hash(StringBuilder text) {
    return TileBytes.name(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
