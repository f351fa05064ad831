package io.github.easel.canvas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.image.LayerPng;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the entries of a project (docs/canvas.md). */
final class ProjectWriting {

  private static final int PREVIEW_SIDE = 512;

  private final Project project;
  private final Canvas canvas;
  private final ZipOutputStream zip;
  private final IdentityHashMap<Tile, String> names = new IdentityHashMap<>();

  private ProjectWriting(Project project, OutputStream out) {
    this.project = project;
    this.canvas = project.history().present();
    this.zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  static void write(Project project, OutputStream out) throws IOException {
    ProjectWriting writing = new ProjectWriting(project, out);
    writing.manifestAndLayers();
    writing.preview();
    writing.history();
    writing.zip.finish();
  }

  private void manifestAndLayers() throws IOException {
    ObjectNode manifest =
        ProjectEntries.JSON
            .createObjectNode()
            .put("kind", ProjectFile.KIND)
            .put("format", ProjectFile.FORMAT)
            .put("id", canvas.id())
            .put("active", canvas.active());
    manifest.set("frame", StatesJson.area(canvas.frame()));
    ArrayNode layers = manifest.putArray("layers");
    for (int i = 0; i < canvas.layers().size(); i++) {
      Layer layer = canvas.layers().get(i);
      ObjectNode written = StatesJson.properties(layer);
      ArrayNode pieces = written.putArray("pieces");
      List<Area> areas = LayerPieces.of(layer.raster());
      for (int j = 0; j < areas.size(); j++) {
        ObjectNode piece = pieces.addObject().put("file", name(layer, i, j));
        piece.set("area", StatesJson.area(areas.get(j)));
      }
      layers.add(written);
    }
    JsonNode draft = ProjectEntries.JSON.readTree(project.draft());
    manifest.set("draft", draft);
    entry(
        ProjectEntries.MANIFEST,
        out ->
            out.write(
                ProjectEntries.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest)));
    for (int i = 0; i < canvas.layers().size(); i++) {
      Layer layer = canvas.layers().get(i);
      List<Area> areas = LayerPieces.of(layer.raster());
      for (int j = 0; j < areas.size(); j++) {
        Area area = areas.get(j);
        entry(name(layer, i, j), out -> LayerPieces.write(layer, area, out));
      }
    }
  }

  private static String name(Layer layer, int index, int piece) {
    String stem = layer.kind() == Layer.Kind.MASK ? "mask" : "layer-%02d".formatted(index + 1);
    return "layers/" + stem + (piece == 0 ? "" : "-" + (piece + 1)) + ".png";
  }

  private void preview() throws IOException {
    Area all = canvas.extent().empty() ? canvas.frame() : canvas.extent();
    Reduced reduced = Reduced.of(canvas, all, PREVIEW_SIDE);
    entry(
        ProjectEntries.PREVIEW,
        out -> LayerPng.write(reduced.width(), reduced.height(), reduced::straightRow, out));
  }

  /** The states, as many round the present as their tiles have room. */
  private void history() throws IOException {
    List<Canvas> states = project.history().states();
    int now = project.history().now();
    Set<Tile> room = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    addTiles(states.get(now), room);
    int most = room.size() + ProjectFile.MOST_HISTORY_TILES;
    int first = now;
    while (first > 0 && fits(states.get(first - 1), room, most)) {
      first--;
    }
    int end = now + 1;
    while (end < states.size() && fits(states.get(end), room, most)) {
      end++;
    }
    ObjectNode json = StatesJson.write(states.subList(first, end), this::nameOf);
    json.put("now", now - first);
    entry(ProjectEntries.STATES, out -> out.write(ProjectEntries.JSON.writeValueAsBytes(json)));
    writeTiles();
  }

  private static boolean fits(Canvas state, Set<Tile> room, int most) {
    addTiles(state, room);
    return room.size() <= most;
  }

  private static void addTiles(Canvas state, Set<Tile> room) {
    state.layers().forEach(layer -> room.addAll(layer.raster().tiles().values()));
  }

  private String nameOf(Tile tile) {
    return names.computeIfAbsent(tile, key -> TileBytes.name(TileBytes.of(key.pixels())));
  }

  /** The tiles of the present are in its layers' pictures, but a mask's colours are not. */
  private void writeTiles() throws IOException {
    Set<String> written = new HashSet<>();
    for (Layer layer : canvas.layers()) {
      if (layer.kind() != Layer.Kind.MASK) {
        layer.raster().tiles().values().forEach(tile -> written.add(nameOf(tile)));
      }
    }
    for (Map.Entry<Tile, String> tile : names.entrySet()) {
      if (written.add(tile.getValue())) {
        entry(
            ProjectEntries.TILES + tile.getValue(),
            out -> out.write(TileBytes.of(tile.getKey().pixels())));
      }
    }
  }

  /** Writes what an entry holds. */
  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void entry(String name, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    // without the time of day the same project is the same file
    entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
    zip.putNextEntry(entry);
    content.writeTo(
        new FilterOutputStream(zip) {
          @Override
          public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
          }

          @Override
          public void close() {
            // the next entry follows
          }
        });
    zip.closeEntry();
  }
}
