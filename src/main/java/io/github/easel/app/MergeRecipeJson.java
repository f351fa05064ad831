package io.github.easel.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.model.ModelHash;
import io.github.easel.weights.CheckpointFamily;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The provenance of a merge in a file's metadata, in the two entries that A1111's merger writes:
 * {@code sd_merge_recipe} says how it was made, {@code sd_merge_models} of what, models that were
 * merged themselves with their own recipes.
 */
final class MergeRecipeJson {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String RECIPE = "sd_merge_recipe";
  private static final String MODELS = "sd_merge_models";
  private static final List<String> PLACES =
      List.of("primary_model_hash", "secondary_model_hash", "tertiary_model_hash");

  private final ObjectNode recipe;
  private final ObjectNode models = JSON.createObjectNode();
  private int added;

  MergeRecipeJson(ModelMerge.Recipe wish, CheckpointFamily family) {
    recipe = JSON.createObjectNode().put("type", Version.program());
    PLACES.forEach(recipe::putNull);
    recipe
        .put("interp_method", wish.third().isPresent() ? "Add difference" : "Weighted sum")
        .put("multiplier", wish.alpha())
        .put("save_as_half", wish.half())
        .put("is_inpainting", family.isInpainting())
        .put("is_instruct_pix2pix", family.isInstructed());
    wish.blocks().ifPresent(blocks -> recipe.put("block_weights", blocks));
  }

  /** The next model, in the order of the recipe. */
  void add(String name, ModelHash hash, Map<String, String> metadata) {
    recipe.put(PLACES.get(added++), hash.sha256());
    models
        .putObject(hash.sha256())
        .put("name", name)
        .put("legacy_hash", hash.legacy())
        .set(RECIPE, read(metadata.get(RECIPE)));
    read(metadata.get(MODELS))
        .properties()
        .forEach(one -> models.set(one.getKey(), one.getValue()));
  }

  private static JsonNode read(@Nullable String text) {
    try {
      return text == null ? JSON.nullNode() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.nullNode(); // somebody else's note, which nothing depends on
    }
  }

  /** The two entries. */
  Map<String, String> metadata() {
    return Map.of(RECIPE, recipe.toString(), MODELS, models.toString());
  }
}
