package io.github.easel.canvas;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Writes states of a canvas as JSON. Each differs little from the one before, so the pixels of a
 * layer are written as what changed since the state before.
 *
 * <pre>
 * tiles    names of tiles
 * rasters  {from: a raster before, if any; put: [column, row, index of a tile, ...];
 *           gone: [column, row, ...]}
 * states   {id, active, frame: [x, y, width, height], layers: [layer]}, the oldest first
 * layer    {id, name, kind, visible, opacity, raster: index}
 * </pre>
 */
final class StatesJson {

  private final Function<Tile, String> names;
  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final ArrayNode rasters = root.putArray("rasters");
  private final Map<String, Integer> tiles = new LinkedHashMap<>();
  private final IdentityHashMap<Raster, Integer> known = new IdentityHashMap<>();

  private StatesJson(Function<Tile, String> names) {
    this.names = names;
  }

  /**
   * The states of a history.
   *
   * @param names says under which name a tile is kept
   */
  static ObjectNode write(Iterable<Canvas> states, Function<Tile, String> names) {
    return new StatesJson(names).write(states);
  }

  private ObjectNode write(Iterable<Canvas> states) {
    ArrayNode written = root.putArray("states");
    Map<String, Raster> before = new HashMap<>();
    for (Canvas canvas : states) {
      ObjectNode state = written.addObject().put("id", canvas.id()).put("active", canvas.active());
      state.set("frame", area(canvas.frame()));
      ArrayNode layers = state.putArray("layers");
      for (Layer layer : canvas.layers()) {
        Raster old = before.getOrDefault(layer.id(), Raster.CLEAR);
        layers.add(properties(layer).put("raster", index(layer.raster(), old)));
        before.put(layer.id(), layer.raster());
      }
    }
    ArrayNode list = root.putArray("tiles");
    tiles.keySet().forEach(list::add);
    return root;
  }

  /** A layer without its pixels. */
  static ObjectNode properties(Layer layer) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", layer.id())
        .put("name", layer.name())
        .put("kind", layer.kind().name().toLowerCase(Locale.ROOT))
        .put("visible", layer.visible())
        .put("opacity", layer.opacity());
  }

  static ArrayNode area(Area area) {
    return JsonNodeFactory.instance
        .arrayNode()
        .add(area.x())
        .add(area.y())
        .add(area.width())
        .add(area.height());
  }

  private int index(Raster raster, Raster old) {
    Integer index = known.get(raster);
    if (index != null) {
      return index;
    }
    ObjectNode written = JsonNodeFactory.instance.objectNode();
    Integer base = old.clear() ? null : known.get(old);
    if (base != null) {
      written.put("from", base);
    }
    ArrayNode put = written.putArray("put");
    ArrayNode gone = written.putArray("gone");
    // in a certain order, so that the same history is the same file
    TreeSet<Raster.At> places =
        new TreeSet<>(
            (one, other) ->
                one.row() == other.row()
                    ? Integer.compare(one.column(), other.column())
                    : Integer.compare(one.row(), other.row()));
    places.addAll(raster.differences(base == null ? Raster.CLEAR : old));
    for (Raster.At at : places) {
      Tile tile = raster.tiles().get(at);
      if (tile == null) {
        gone.add(at.column()).add(at.row());
      } else {
        int place = tiles.computeIfAbsent(names.apply(tile), name -> tiles.size());
        put.add(at.column()).add(at.row()).add(place);
      }
    }
    rasters.add(written);
    known.put(raster, rasters.size() - 1);
    return rasters.size() - 1;
  }
}
