package io.github.easel.runtime;

import java.nio.file.Path;
import java.util.List;

/**
 * A graph made in memory, whose weights stay in files.
 *
 * @param model in ONNX's format
 * @param folder where the files are that it refers to by their names
 * @param file of its model, where something is amiss
 * @param weights the files that it refers to
 * @param passing whether its weights are there for a while only, so that nothing is kept of it
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the engine as it is, never compared
public record NetworkGraph(
    byte[] model, Path folder, Path file, List<Path> weights, boolean passing) {

  /** A graph whose weights stay. */
  public NetworkGraph(byte[] model, Path folder, Path file, List<Path> weights) {
    this(model, folder, file, weights, false);
  }

  public NetworkGraph {
    weights = List.copyOf(weights);
  }
}
