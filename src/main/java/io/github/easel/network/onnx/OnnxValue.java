package io.github.easel.network.onnx;

/**
 * A value of a graph.
 *
 * @param name in the graph
 * @param rank number of its axes
 * @param alike name of a value whose leading axes, all but the last, are as long as its own; so
 *     their lengths are asked for once in a chain of layers
 */
record OnnxValue(String name, int rank, String alike) {

  OnnxValue(String name, int rank) {
    this(name, rank, name);
  }
}
