package io.github.easel.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.canvas.ProjectEntries.Damaged;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the entries of a project, whoever wrote them. */
final class ProjectReading {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectReading.class);
  private static final String PIECE = "layers/[a-z0-9-]{1,64}\\.png";
  private static final long MOST_PNG = 5L * LayerPieces.SIDE * LayerPieces.SIDE;

  private final Path file;
  private final ProjectEntries entries;
  private final Map<String, Tile> tiles = new HashMap<>();
  private long pixels;
  private int historyTiles;

  ProjectReading(Path file, ProjectEntries entries) {
    this.file = file;
    this.entries = entries;
  }

  Project read() throws Damaged {
    if (!entries.holds(ProjectEntries.MANIFEST)) {
      throw notAProject("no " + ProjectEntries.MANIFEST);
    }
    JsonNode manifest = entries.json(ProjectEntries.MANIFEST);
    if (!manifest.path("kind").asText().equals(ProjectFile.KIND)) {
      throw notAProject("another kind: " + manifest.path("kind"));
    }
    if (manifest.path("format").asInt() > ProjectFile.FORMAT) {
      throw new GenerationException(
          Failure.PROJECT_TOO_NEW,
          file + " is of format " + manifest.path("format"),
          file.toString(),
          manifest.path("format").asText());
    }
    Canvas canvas = canvas(manifest);
    JsonNode draft = manifest.path("draft");
    return new Project(history(canvas), draft.isMissingNode() ? "{}" : draft.toString());
  }

  private GenerationException notAProject(String why) {
    return new GenerationException(
        Failure.NOT_A_PROJECT, file + " is no project: " + why, file.toString());
  }

  private Canvas canvas(JsonNode manifest) throws Damaged {
    try {
      if (manifest.path("layers").size() > Limits.MOST_LAYERS) {
        throw new IOException("there are too many layers");
      }
      List<Layer> layers = new ArrayList<>();
      for (JsonNode layer : manifest.path("layers")) {
        layers.add(layer(layer));
      }
      return StatesReading.canvas(manifest, layers);
    } catch (Damaged e) {
      throw e;
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      throw new Damaged(ProjectEntries.MANIFEST, e);
    }
  }

  private Layer layer(JsonNode node) throws IOException {
    Layer clear = StatesReading.layer(node, Raster.CLEAR);
    Raster raster = Raster.CLEAR;
    for (JsonNode piece : node.path("pieces")) {
      String name = piece.path("file").asText();
      if (!name.matches(PIECE)) {
        throw new IOException("a layer has a file of another name than layers have");
      }
      Area area = LayerPieces.area(piece.path("area"));
      pixels += (long) area.width() * area.height();
      if (pixels > ProjectFile.MOST_PIXELS) {
        throw ProjectFile.tooLarge(file);
      }
      byte[] bytes = entries.bytes(name, MOST_PNG);
      try {
        raster = LayerPieces.read(bytes, area, clear.kind() == Layer.Kind.MASK, raster);
      } catch (IOException e) {
        throw new Damaged(name, e);
      }
    }
    return clear.with(raster);
  }

  /** The steps round the canvas, or none: without them the picture is whole all the same. */
  private History history(Canvas canvas) {
    try {
      if (!entries.holds(ProjectEntries.STATES)) {
        return History.of(canvas);
      }
      for (Layer layer : canvas.layers()) {
        for (Tile tile : layer.raster().tiles().values()) {
          tiles.putIfAbsent(TileBytes.name(TileBytes.of(tile.pixels())), tile);
        }
      }
      JsonNode json = entries.json(ProjectEntries.STATES);
      List<Optional<Canvas>> states = StatesReading.read(json, this::tile);
      int now = json.path("now").asInt(-1);
      if (now < 0 || now >= states.size()) {
        throw new IOException("there is no present");
      }
      states.set(now, Optional.of(canvas));
      return Whole.of(states, now).history().orElseGet(() -> History.of(canvas));
    } catch (IOException e) {
      LOG.warn("The steps in {} are left out: {}", file, e.toString());
      return History.of(canvas);
    }
  }

  private Optional<Tile> tile(String name) {
    Tile known = tiles.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (historyTiles++ >= 2 * ProjectFile.MOST_HISTORY_TILES) {
      return Optional.empty();
    }
    try {
      String entry = ProjectEntries.TILES + name.toLowerCase(Locale.ROOT);
      Tile tile = Tile.owning(TileBytes.pixels(entries.bytes(entry, TileBytes.LENGTH), name));
      tiles.put(name, tile);
      return Optional.of(tile);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
