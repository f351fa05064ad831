package io.github.easel.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a network, as its tests look at them. */
final class ParameterLists {

  private ParameterLists() {}

  /** Shapes by names. */
  static Map<String, String> shapes(Network network) {
    Map<String, String> shapes = new LinkedHashMap<>();
    Parameters.of(network).forEach(p -> shapes.put(p.name(), p.shape().toString()));
    return shapes;
  }

  /** How many numbers it has learned. */
  static long count(Network network) {
    return Parameters.of(network).stream().mapToLong(p -> p.shape().elements()).sum();
  }
}
