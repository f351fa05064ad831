package io.github.easel.network;

import io.github.easel.network.Input.Axis;
import java.util.List;
import java.util.Map;

/**
 * CLIP's image tower (Radford et al. 2021; Dosovitskiy et al. 2021): transformers'
 * CLIPVisionModelWithProjection.
 *
 * <p>Input {@code pixel_values} [batch, 3, side, side], normalized as its preprocessing says.
 * Output {@code image_embeds} [batch, projection], not scaled to length 1.
 *
 * @param config numbers of the tower
 * @param side of a picture in pixels ({@code image_size})
 * @param patch side of the squares that become tokens ({@code patch_size})
 */
public record ClipImageEncoder(ClipConfig config, int side, int patch) implements Network {

  private static final String PIXELS = "pixel_values";
  private static final int COLOURS = 3;

  /** Checks that a picture consists of patches. */
  public ClipImageEncoder {
    if (patch < 1 || side < patch || config.projection() < 1) {
      throw new IllegalArgumentException(
          "patches of %d in pictures of %d, projected to %d"
              .formatted(patch, side, config.projection()));
    }
  }

  @Override
  public List<Input> inputs() {
    Axis pixels = Axis.of(side);
    return List.of(Input.floats(PIXELS, Axis.free("batch"), Axis.of(COLOURS), pixels, pixels));
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    Layers<V> model = new Layers<>(operations, "vision_model.");
    int width = config.width();
    V stream = embedded(model.in("embeddings"), Network.value(inputs, PIXELS));
    // Spelt so in every checkpoint.
    stream = model.layerNorm(stream, "pre_layrnorm", width, config.epsilon());
    ClipLayers layers = new ClipLayers(config, false);
    stream = layers.through(model.in("encoder"), stream, 0, config.layers());
    V whole = operations.tokenAt(stream, 0);
    V pooled = model.layerNorm(whole, "post_layernorm", width, config.epsilon());
    Parameter projection = Parameter.of("visual_projection.weight", config.projection(), width);
    return Map.of("image_embeds", operations.linear(pooled, projection));
  }

  /** The patches behind the token that stands for the whole picture, each with its place. */
  private <V> V embedded(Layers<V> embeddings, V pixels) {
    Operations<V> operations = embeddings.operations();
    int width = config.width();
    long inRow = side / patch;
    Parameter weight = embeddings.weight("patch_embedding", width, COLOURS, patch, patch);
    V patches = operations.convolution(pixels, weight, patch, Padding.NONE);
    Parameter whole = Parameter.of(embeddings.prefix() + "class_embedding", width);
    V tokens = operations.prepend(whole, operations.toTokens(patches));
    Parameter places = embeddings.weight("position_embedding", inRow * inRow + 1, width);
    return operations.add(tokens, operations.parameter(places));
  }
}
