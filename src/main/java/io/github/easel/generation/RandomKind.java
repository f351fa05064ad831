package io.github.easel.generation;

/** The generators that a seed can belong to, each with the name that pictures carry. */
public enum RandomKind {
  /** torch's generator on a CPU (MT19937): the default of diffusers, InvokeAI and Easel. */
  TORCH_CPU("torch-cpu"),
  /** torch's generator on a CUDA device (Philox), which A1111 calls NV where it emulates it. */
  TORCH_CUDA("torch-cuda"),
  /** numpy's legacy generator (RandomState), as diffusers' ONNX pipelines draw. */
  NUMPY("numpy");

  private final String label;

  RandomKind(String label) {
    this.label = label;
  }

  /** The name as provenance records it. */
  public String label() {
    return label;
  }
}
