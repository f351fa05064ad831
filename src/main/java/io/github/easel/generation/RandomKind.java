package io.github.easel.generation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The generators that a seed can belong to, each with the name that pictures carry. */
public enum RandomKind {
  /** torch's generator on a CPU (MT19937): the default of diffusers, InvokeAI and Easel. */
  TORCH_CPU("torch-cpu", Long.MAX_VALUE, List.of("CPU", "torch")),
  /** torch's generator on a CUDA device (Philox), which A1111 calls NV where it emulates it. */
  TORCH_CUDA("torch-cuda", Long.MAX_VALUE, List.of("NV", "GPU", "CUDA")),
  /** numpy's legacy generator (RandomState), as diffusers' ONNX pipelines draw. */
  NUMPY("numpy", 0xFFFFFFFFL, List.of("np"));

  private final String label;
  private final long largestSeed;
  private final List<String> aliases;

  RandomKind(String label, long largestSeed, List<String> aliases) {
    this.label = label;
    this.largestSeed = largestSeed;
    this.aliases = aliases;
  }

  /** The name as provenance records it. */
  public String label() {
    return label;
  }

  /** The largest seed that the generator takes; the smallest is 0. */
  public long largestSeed() {
    return largestSeed;
  }

  /** Other programs' names for it. */
  public List<String> aliases() {
    return aliases;
  }

  /** The generator of that name, whatever its case and spacing. */
  public static Optional<RandomKind> find(String name) {
    String wanted = Names.fold(name);
    return Arrays.stream(values())
        .filter(
            kind ->
                Names.fold(kind.label).equals(wanted)
                    || kind.aliases.stream().anyMatch(alias -> Names.fold(alias).equals(wanted)))
        .findFirst();
  }
}
