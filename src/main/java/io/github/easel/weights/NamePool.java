package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tensors of a checkpoint that still wait for a network that wants them. */
final class NamePool {

  private final Path file;
  private final Map<String, StoredTensor> rest;
  private final List<String> leftovers = new ArrayList<>();

  /** Sorts the tensors of a part into a network under new names. */
  @FunctionalInterface
  interface Sorting {

    /**
     * Looks at one tensor.
     *
     * @return whether the network has a place for it
     */
    boolean accept(String name, StoredTensor tensor, Network network);
  }

  /** A network's tensors under their new names. */
  final class Network {
    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();

    /**
     * Adds a tensor under its new name.
     *
     * @throws GenerationException if there is one of that name
     */
    void put(String name, StoredTensor tensor) {
      if (tensors.put(name, tensor.named(name)) != null) {
        throw GenerationException.unusable(
            file, "one tensor for " + WeightFiles.quoted(name), "several");
      }
    }

    Map<String, StoredTensor> tensors() {
      return tensors;
    }
  }

  NamePool(TensorFile file) {
    this.file = file.file();
    this.rest = new LinkedHashMap<>(file.tensors());
  }

  /** Whether a tensor's name begins so. */
  boolean has(String prefix) {
    return rest.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /** Takes out the tensors whose names begin so; the prefix is cut off. */
  Map<String, StoredTensor> take(String prefix) {
    Map<String, StoredTensor> taken = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, StoredTensor>> i = rest.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<String, StoredTensor> entry = i.next();
      if (entry.getKey().startsWith(prefix)) {
        taken.put(entry.getKey().substring(prefix.length()), entry.getValue());
        i.remove();
      }
    }
    return taken;
  }

  /** Sorts a part that was taken; what the network has no place for is left over. */
  Map<String, StoredTensor> sort(Map<String, StoredTensor> part, Sorting sorting) {
    Network network = new Network();
    part.forEach(
        (name, tensor) -> {
          if (!sorting.accept(name, tensor, network)) {
            leftovers.add(tensor.name());
          }
        });
    return network.tensors();
  }

  /** What no network has a place for, and what was never taken. */
  List<String> leftovers() {
    List<String> all = new ArrayList<>(leftovers);
    all.addAll(rest.keySet());
    return all;
  }
}
