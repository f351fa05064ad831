package io.github.easel.network;

import java.util.List;
import java.util.Optional;

/**
 * Operations with parameters that are named within one part of a network.
 *
 * @param operations what they are made of
 * @param prefix of the names, ending in a dot, or empty
 * @param stride between the tokens of a large image that others look at, where that can be chosen
 * @param <V> the lowering's values
 */
record Layers<V>(Operations<V> operations, String prefix, Optional<V> stride) {

  /** Where all tokens look at all. */
  Layers(Operations<V> operations, String prefix) {
    this(operations, prefix, Optional.empty());
  }

  /** A part of this part. */
  Layers<V> in(String name) {
    return new Layers<>(operations, prefix + name + ".", stride);
  }

  /** A numbered part of a list. */
  Layers<V> in(String list, int index) {
    return in(list + "." + index);
  }

  Parameter weight(String layer, long... axes) {
    return Parameter.of(prefix + layer + ".weight", axes);
  }

  Parameter bias(String layer, long length) {
    return Parameter.of(prefix + layer + ".bias", length);
  }

  V linear(V x, String layer, long in, long out) {
    return operations.linear(x, weight(layer, out, in), bias(layer, out));
  }

  V linearWithoutBias(V x, String layer, long in, long out) {
    return operations.linear(x, weight(layer, out, in));
  }

  /** A convolution of 3 by 3 that keeps the size. */
  V convolution(V image, String layer, long in, long out) {
    return convolution(image, layer, in, out, 1, Padding.ONE);
  }

  /** A convolution of 3 by 3. */
  V convolution(V image, String layer, long in, long out, int stride, Padding padding) {
    return operations.convolution(
        image, weight(layer, out, in, 3, 3), bias(layer, out), stride, padding);
  }

  /** A convolution of single pixels. */
  V pointwise(V image, String layer, long in, long out) {
    return operations.convolution(
        image, weight(layer, out, in, 1, 1), bias(layer, out), 1, Padding.NONE);
  }

  V groupNorm(V image, String layer, long channels, int groups, double epsilon) {
    return operations.groupNorm(
        image, weight(layer, channels), bias(layer, channels), groups, epsilon);
  }

  V layerNorm(V x, String layer, long width, double epsilon) {
    return operations.layerNorm(x, weight(layer, width), bias(layer, width), epsilon);
  }

  /** The tokens of an image that others look at. */
  V everyNth(V tokens, V image) {
    return stride.map(step -> operations.everyNth(tokens, image, step)).orElse(tokens);
  }

  V silu(V x) {
    return operations.activation(x, Activation.SILU);
  }

  V add(V a, V b) {
    return operations.add(a, b);
  }

  V concatenateChannels(V a, V b) {
    return operations.concatenate(1, List.of(a, b));
  }
}
