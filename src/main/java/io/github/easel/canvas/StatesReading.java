package io.github.easel.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what {@link StatesJson} writes, and whatever else a file may claim to be. */
final class StatesReading {

  /** Far more than are written. */
  private static final int MOST_STATES = 1024;

  /** Tiles of all rasters in all states together: some 500 MiB of places. */
  private static final long MOST_PLACES = 8L << 20;

  private static final String NAME = "[0-9a-f]{64}";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final JsonNode root;
  private final Function<String, Optional<Tile>> tiles;
  private final List<Optional<Tile>> found = new ArrayList<>();
  private final List<Optional<Raster>> rasters = new ArrayList<>();
  private long places;

  private StatesReading(JsonNode root, Function<String, Optional<Tile>> tiles) {
    this.root = root;
    this.tiles = tiles;
  }

  /**
   * The states, in order; nothing in the place of those whose tiles are not all there.
   *
   * @param tiles the tile of a name, if there is one
   * @throws IOException if it is no list of states
   */
  static List<Optional<Canvas>> read(JsonNode root, Function<String, Optional<Tile>> tiles)
      throws IOException {
    try {
      return new StatesReading(root, tiles).read();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException("the list of states is damaged", e);
    }
  }

  private List<Optional<Canvas>> read() throws IOException {
    if (root.path("states").size() > MOST_STATES
        || root.path("rasters").size() > MOST_STATES * Limits.MOST_LAYERS) {
      throw new IOException("there are too many states");
    }
    for (JsonNode name : root.path("tiles")) {
      if (!name.asText().matches(NAME)) {
        throw new IOException("a tile has no name");
      }
      found.add(tiles.apply(name.asText()));
    }
    for (JsonNode raster : root.path("rasters")) {
      rasters.add(raster(raster));
    }
    List<Optional<Canvas>> states = new ArrayList<>();
    for (JsonNode state : root.path("states")) {
      states.add(state(state));
    }
    return states;
  }

  private Optional<Raster> raster(JsonNode node) throws IOException {
    Optional<Raster> from =
        node.has("from") ? one(rasters, node.path("from").asInt(-1)) : Optional.of(Raster.CLEAR);
    JsonNode put = node.path("put");
    JsonNode gone = node.path("gone");
    if (put.size() % 3 != 0 || gone.size() % 2 != 0) {
      throw new IOException("a raster is damaged");
    }
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Map<Raster.At, Tile> changed = new HashMap<>(from.get().tiles());
    places += changed.size() + put.size() / 3;
    if (places > MOST_PLACES) {
      throw new IOException("there are too many tiles");
    }
    for (int i = 0; i < gone.size(); i += 2) {
      changed.remove(place(gone, i));
    }
    for (int i = 0; i < put.size(); i += 3) {
      Optional<Tile> tile = one(found, put.path(i + 2).asInt(-1));
      if (tile.isEmpty()) {
        return Optional.empty();
      }
      changed.put(place(put, i), tile.get());
    }
    return Optional.of(Raster.of(changed));
  }

  private static Raster.At place(JsonNode list, int i) throws IOException {
    int column = list.path(i).asInt(Integer.MAX_VALUE);
    int row = list.path(i + 1).asInt(Integer.MAX_VALUE);
    int most = Limits.MOST_SIDE / 2 / Tile.SIDE;
    if (column < -most || row < -most || column >= most || row >= most) {
      throw new IOException("a tile lies outside the sheet");
    }
    return new Raster.At(column, row);
  }

  private static <T> T one(List<T> all, int index) throws IOException {
    if (index < 0 || index >= all.size()) {
      throw new IOException("an index is out of range");
    }
    return all.get(index);
  }

  private Optional<Canvas> state(JsonNode node) throws IOException {
    List<Layer> layers = new ArrayList<>();
    if (node.path("layers").size() > Limits.MOST_LAYERS) {
      throw new IOException("there are too many layers");
    }
    for (JsonNode layer : node.path("layers")) {
      Optional<Raster> raster = one(rasters, layer.path("raster").asInt(-1));
      if (raster.isEmpty()) {
        return Optional.empty();
      }
      layers.add(layer(layer, raster.get()));
    }
    return Optional.of(canvas(node, layers));
  }

  /** A layer with these pixels. */
  static Layer layer(JsonNode node, Raster raster) {
    return new Layer(
        node.path("id").asText(),
        node.path("name").asText(),
        Layer.Kind.valueOf(node.path("kind").asText().toUpperCase(Locale.ROOT)),
        node.path("visible").asBoolean(true),
        node.path("opacity").asDouble(1),
        raster);
  }

  /**
   * A canvas of these layers.
   *
   * @throws IOException if its frame does not lie on the sheet
   */
  static Canvas canvas(JsonNode node, List<Layer> layers) throws IOException {
    String id = node.path("id").asText();
    Canvas canvas =
        new Canvas(
            ID.matcher(id).matches() ? id : Canvas.FIRST,
            layers,
            node.path("active").asText(),
            area(node.path("frame")));
    if (!Limits.BOUNDS.holds(canvas.frame())) {
      throw new IOException("the frame lies outside the sheet");
    }
    return canvas;
  }

  /**
   * An area of four numbers.
   *
   * @throws IOException if it is none of the sheet
   */
  static Area area(JsonNode node) throws IOException {
    int[] numbers = new int[4];
    for (int i = 0; i < numbers.length; i++) {
      JsonNode number = node.path(i);
      if (!number.isInt() || Math.abs((long) number.asInt()) > Limits.MOST_SIDE) {
        throw new IOException("an area is out of range");
      }
      numbers[i] = number.asInt();
    }
    return new Area(numbers[0], numbers[1], numbers[2], numbers[3]);
  }
}
