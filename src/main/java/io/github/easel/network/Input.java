package io.github.easel.network;

import java.util.List;

/**
 * An input of a network.
 *
 * @param name as Optimum's ONNX exports have it
 * @param whole whether it holds whole numbers, not floats
 * @param axes a length each, or a name for one that is free
 */
public record Input(String name, boolean whole, List<Axis> axes) {

  public Input {
    axes = List.copyOf(axes);
  }

  /** Floats. */
  public static Input floats(String name, Axis... axes) {
    return new Input(name, false, List.of(axes));
  }

  /** An image of any size: [batch, channels, height, width]. */
  public static Input image(String name, long channels) {
    return floats(
        name, Axis.free("batch"), Axis.of(channels), Axis.free("height"), Axis.free("width"));
  }

  /** Whole numbers. */
  public static Input whole(String name, Axis... axes) {
    return new Input(name, true, List.of(axes));
  }

  /**
   * An axis.
   *
   * @param name of one of free length, else empty
   * @param length of one of fixed length, else -1
   */
  public record Axis(String name, long length) {

    /** Of free length. */
    public static Axis free(String name) {
      return new Axis(name, -1);
    }

    /** Of fixed length. */
    public static Axis of(long length) {
      return new Axis("", length);
    }
  }
}
