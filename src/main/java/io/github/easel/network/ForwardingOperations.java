package io.github.easel.network;

import java.util.List;
import java.util.function.Function;

/** Operations that mean what those of another lowering mean; for those that change a few. */
abstract class ForwardingOperations<V> implements Operations<V> {

  private final Operations<V> meant;

  ForwardingOperations(Operations<V> meant) {
    this.meant = meant;
  }

  @Override
  public V parameter(Parameter parameter) {
    return meant.parameter(parameter);
  }

  @Override
  public V linear(V x, Parameter weight) {
    return meant.linear(x, weight);
  }

  @Override
  public V linear(V x, Parameter weight, Parameter bias) {
    return meant.linear(x, weight, bias);
  }

  @Override
  public V part(List<V> inputs, Function<List<V>, V> computation) {
    return meant.part(inputs, computation);
  }

  @Override
  public V convolution(V image, Parameter weight, Parameter bias, int stride, Padding padding) {
    return meant.convolution(image, weight, bias, stride, padding);
  }

  @Override
  public V convolution(V image, Parameter weight, int stride, Padding padding) {
    return meant.convolution(image, weight, stride, padding);
  }

  @Override
  public V groupNorm(V image, Parameter scale, Parameter shift, int groups, double epsilon) {
    return meant.groupNorm(image, scale, shift, groups, epsilon);
  }

  @Override
  public V layerNorm(V x, Parameter scale, Parameter shift, double epsilon) {
    return meant.layerNorm(x, scale, shift, epsilon);
  }

  @Override
  public V activation(V x, Activation function) {
    return meant.activation(x, function);
  }

  @Override
  public V attention(V query, V key, V value, int heads, boolean causal) {
    return meant.attention(query, key, value, heads, causal);
  }

  @Override
  public V embedding(V ids, Parameter table) {
    return meant.embedding(ids, table);
  }

  @Override
  public V tokenOf(V states, V ids, int id) {
    return meant.tokenOf(states, ids, id);
  }

  @Override
  public V prepend(Parameter token, V tokens) {
    return meant.prepend(token, tokens);
  }

  @Override
  public V tokenAt(V states, int index) {
    return meant.tokenAt(states, index);
  }

  @Override
  public V sinusoids(V numbers, int width, boolean cosineFirst, double shift) {
    return meant.sinusoids(numbers, width, cosineFirst, shift);
  }

  @Override
  public V add(V a, V b) {
    return meant.add(a, b);
  }

  @Override
  public V multiply(V a, V b) {
    return meant.multiply(a, b);
  }

  @Override
  public V scale(V x, double factor) {
    return meant.scale(x, factor);
  }

  @Override
  public V shift(V x, double addend) {
    return meant.shift(x, addend);
  }

  @Override
  public V addToChannels(V image, V vector) {
    return meant.addToChannels(image, vector);
  }

  @Override
  public V concatenate(int axis, List<V> values) {
    return meant.concatenate(axis, values);
  }

  @Override
  public V toTokens(V image) {
    return meant.toTokens(image);
  }

  @Override
  public V toImage(V tokens, V like) {
    return meant.toImage(tokens, like);
  }

  @Override
  public V everyNth(V tokens, V like, V stride) {
    return meant.everyNth(tokens, like, stride);
  }

  @Override
  public V flatten(V x) {
    return meant.flatten(x);
  }

  @Override
  public V upsample(V image) {
    return meant.upsample(image);
  }

  @Override
  public V pixelShuffle(V image) {
    return meant.pixelShuffle(image);
  }

  @Override
  public V places(V like, int count) {
    return meant.places(like, count);
  }
}
