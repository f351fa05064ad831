package io.github.easel.runtime;

import java.util.List;

/**
 * One input or output of a network.
 *
 * @param name as the graph has it
 * @param type of its elements
 * @param axes lengths, outermost first; -1 where any length is taken; none for a scalar
 */
public record Port(String name, ElementType type, List<Long> axes) {

  /** An axis of free length. */
  public static final long FREE = -1;

  public Port {
    axes = List.copyOf(axes);
  }

  public int rank() {
    return axes.size();
  }

  /** The axis's length, or {@link #FREE}. */
  public long axis(int index) {
    return index < axes.size() ? axes.get(index) : FREE;
  }

  @Override
  public String toString() {
    return name + " " + type.name().toLowerCase(java.util.Locale.ROOT) + axes;
  }
}
