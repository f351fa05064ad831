package io.github.easel.app.grid;

import io.github.easel.generation.Provenance;
import io.github.easel.image.GridInfotext;
import io.github.easel.image.Infotext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a sheet's file says of how it was made, as A1111's script "X/Y/Z plot" says it. */
final class GridRecord {

  private static final String SCRIPT = "X/Y/Z plot";

  private GridRecord() {}

  /**
   * PNG keyword to text. Easel's own record is left out: it would promise that the whole sheet can
   * be made again from one request.
   *
   * @param first how the first picture was made
   */
  static Map<String, String> texts(GridPlan plan, Provenance first) {
    Map<String, String> pairs = new LinkedHashMap<>();
    pairs.put("Script", SCRIPT);
    add(pairs, "X", plan.x());
    add(pairs, "Y", plan.y());
    add(pairs, "Z", plan.z());
    return Map.of(Infotext.KEYWORD, GridInfotext.extend(Infotext.write(first), pairs));
  }

  private static void add(Map<String, String> pairs, String axis, Optional<GridAxis> values) {
    values.ifPresent(
        some -> {
          pairs.put(axis + " Type", some.field().foreignName());
          pairs.put(axis + " Values", some.source());
          if (some.drawsSeeds()) {
            pairs.put("Fixed " + axis + " Values", String.join(", ", some.values()));
          }
        });
  }
}
