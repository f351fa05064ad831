package io.github.easel.runtime;

import io.github.easel.generation.Cancellation;
import io.github.easel.tensor.FloatTensor;

/**
 * A network with buffers for its inputs and outputs. Values are given and read as 32-bit floats or
 * whole numbers, whatever the graph's own types are. Not thread-safe.
 */
public interface BoundRun extends AutoCloseable {

  /**
   * The values of an input of floats; write to it before a run. It is the same tensor each time.
   */
  FloatTensor input(String name);

  /** Sets all elements of an input of any type to one number, rounded where it takes integers. */
  void fill(String name, double value);

  /** Sets the elements of an input of any type. */
  void set(String name, int[] values);

  /** The values of an output after a run. It is the same tensor each time. */
  FloatTensor output(String name);

  /**
   * Runs the network once.
   *
   * @throws io.github.easel.generation.GenerationException cancelled, out of memory, or failed
   */
  void execute(Cancellation cancellation);

  /** Nanoseconds spent in the engine's own runs since this was made. */
  long engineNanos();

  @Override
  void close();
}
