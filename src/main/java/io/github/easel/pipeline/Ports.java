package io.github.easel.pipeline;

import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.ElementType;
import io.github.easel.runtime.Port;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a graph's ports by name. Exporters disagree on names, types and ranks, never on meanings;
 * what a graph lacks or wants beyond our knowledge is said when it opens, not when it draws.
 */
record Ports(Path file, String kind, Map<String, Port> ports) {

  /** The first of the names that the graph has, with any type that Easel feeds or reads. */
  Port require(String... names) {
    return find(names)
        .filter(port -> port.type() != ElementType.OTHER)
        .orElseThrow(() -> unusable(kind + " " + String.join(" or ", names)));
  }

  /** Likewise, of floats. */
  Port requireFloats(String... names) {
    Port port = require(names);
    if (!port.type().isFloat()) {
      throw unusable(kind + " " + port.name() + " of floats");
    }
    return port;
  }

  Optional<Port> find(String... names) {
    for (String name : names) {
      Port port = ports.get(name);
      if (port != null) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }

  /** Refuses graphs that want something that nobody will give them. */
  void allow(Set<String> known) {
    if (!known.containsAll(ports.keySet())) {
      throw unusable(kind + "s " + known);
    }
  }

  private GenerationException unusable(String expected) {
    List<String> found = ports.values().stream().map(Port::toString).toList();
    return GenerationException.unusable(file, expected, String.join(", ", found));
  }
}
