package io.github.easel.runtime;

import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Map;

/** An opened network. It owns native memory until it is closed. */
public interface Session extends AutoCloseable {

  /** The file that it was opened from, or that its weights are in: for messages. */
  Path file();

  /** The inputs by name, in the graph's order. */
  Map<String, Port> inputs();

  /** The outputs by name, in the graph's order. */
  Map<String, Port> outputs();

  /**
   * Allocates buffers for runs of one set of shapes, to be used again and again.
   *
   * @param inputs a shape for every input
   * @param outputs the outputs that are wanted and their shapes
   */
  BoundRun bind(Map<String, Shape> inputs, Map<String, Shape> outputs);

  /**
   * Runs the network once on zeros and tells the shape of an output, for graphs that leave it open.
   *
   * @param inputs a shape for every input
   * @throws io.github.easel.generation.GenerationException if the graph does not take these shapes
   */
  Shape measure(Map<String, Shape> inputs, String output);

  /** Bytes that the weights take when they are open, as far as the file tells; 0 if it does not. */
  default long weightBytes() {
    return 0;
  }

  /**
   * Lets go of weights and working memory until the network is next used, if it was opened for
   * that. What was written into inputs, and outputs that were not copied, is gone then.
   */
  default void rest() {}

  @Override
  void close();
}
