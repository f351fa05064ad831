package io.github.easel.training;

import io.github.easel.network.Activation;
import io.github.easel.network.Operations;
import io.github.easel.network.Padding;
import io.github.easel.network.Parameter;
import java.util.List;
import java.util.function.Function;

/**
 * Goes through a network with shapes in the place of values, and counts what PyTorch would keep and
 * do. Each operation keeps its result, and what else its gradient reads.
 */
final class Reckoning implements Operations<long[]> {

  /** Values that the parts' results have, in all. */
  private double ofParts;

  /** Values that are kept within the part that keeps most. */
  private double largestPart;

  private double kept;
  private double fleeting;
  private double multiplications;
  private boolean within;

  /** Values that are kept if all that gradients need is kept. */
  double kept() {
    return kept;
  }

  /** Values that are kept at once if parts are computed again. */
  double keptOfParts() {
    return ofParts + largestPart;
  }

  /** Values that the greatest operation needs beside, for a moment, with its gradient. */
  double fleeting() {
    return fleeting;
  }

  /** Of the way there. */
  double multiplications() {
    return multiplications;
  }

  private static double values(long[] shape) {
    double product = 1;
    for (long axis : shape) {
      product *= axis;
    }
    return product;
  }

  /** A result of that shape, of which so many copies are kept. */
  private long[] keep(double copies, long... shape) {
    return keep(copies * values(shape), 3 * values(shape), shape);
  }

  private long[] keep(double remembered, double moment, long... shape) {
    kept += remembered;
    fleeting = Math.max(fleeting, moment);
    return shape;
  }

  @Override
  public long[] part(List<long[]> inputs, Function<List<long[]>, long[]> computation) {
    if (within) {
      return computation.apply(inputs);
    }
    double before = kept;
    within = true;
    long[] output = computation.apply(inputs);
    within = false;
    largestPart = Math.max(largestPart, kept - before);
    ofParts += values(output);
    return output;
  }

  @Override
  public long[] parameter(Parameter parameter) {
    return parameter.shape().toArray();
  }

  @Override
  public long[] linear(long[] x, Parameter weight) {
    long[] made = x.clone();
    made[made.length - 1] = weight.shape().axis(0);
    multiplications += values(x) * weight.shape().axis(0);
    return keep(1, made);
  }

  @Override
  public long[] linear(long[] x, Parameter weight, Parameter bias) {
    return linear(x, weight);
  }

  @Override
  public long[] convolution(
      long[] image, Parameter weight, Parameter bias, int stride, Padding padding) {
    return convolution(image, weight, stride, padding);
  }

  @Override
  public long[] convolution(long[] image, Parameter weight, int stride, Padding padding) {
    long[] kernel = weight.shape().toArray();
    long reach = padding.before() + padding.after() - kernel[2];
    long[] made = {
      image[0], kernel[0], (image[2] + reach) / stride + 1, (image[3] + reach) / stride + 1
    };
    multiplications += values(made) * kernel[1] * kernel[2] * kernel[3];
    return keep(1, made);
  }

  @Override
  public long[] groupNorm(
      long[] image, Parameter scale, Parameter shift, int groups, double epsilon) {
    return keep(1, image);
  }

  @Override
  public long[] layerNorm(long[] x, Parameter scale, Parameter shift, double epsilon) {
    return keep(1, x);
  }

  @Override
  public long[] activation(long[] x, Activation function) {
    boolean gated = function == Activation.SILU || function == Activation.QUICK_GELU;
    return keep(gated ? 2 : 1, x); // the sigmoid
  }

  @Override
  public long[] attention(long[] query, long[] key, long[] value, int heads, boolean causal) {
    double scores = (double) query[0] * heads * query[1] * key[1];
    multiplications += 2 * values(query) * key[1];
    // query, key and value by heads, the softmax, the result; the scores and both their gradients
    double copies = 3 * values(query) + 2 * values(key);
    return keep(copies + scores, 3 * scores, query);
  }

  @Override
  public long[] embedding(long[] ids, Parameter table) {
    return keep(1, ids[0], ids[1], table.shape().axis(1));
  }

  @Override
  public long[] tokenOf(long[] states, long[] ids, int id) {
    return keep(1, states[0], states[2]);
  }

  @Override
  public long[] prepend(Parameter token, long[] tokens) {
    return keep(1, tokens[0], tokens[1] + 1, tokens[2]);
  }

  @Override
  public long[] tokenAt(long[] states, int index) {
    return keep(0, states[0], states[2]);
  }

  @Override
  public long[] sinusoids(long[] numbers, int width, boolean cosineFirst, double shift) {
    long[] made = java.util.Arrays.copyOf(numbers, numbers.length + 1);
    made[numbers.length] = width;
    return keep(1, made);
  }

  @Override
  public long[] add(long[] a, long[] b) {
    return keep(1, wider(a, b));
  }

  @Override
  public long[] multiply(long[] a, long[] b) {
    return keep(1, wider(a, b));
  }

  /** Of two shapes that go together. */
  private static long[] wider(long[] a, long[] b) {
    long[] made = a.length >= b.length ? a.clone() : b.clone();
    long[] other = a.length >= b.length ? b : a;
    for (int i = 1; i <= other.length; i++) {
      int at = made.length - i;
      made[at] = Math.max(made[at], other[other.length - i]);
    }
    return made;
  }

  @Override
  public long[] scale(long[] x, double factor) {
    return keep(1, x);
  }

  @Override
  public long[] shift(long[] x, double addend) {
    return keep(1, x);
  }

  @Override
  public long[] addToChannels(long[] image, long[] vector) {
    return keep(1, image);
  }

  @Override
  public long[] concatenate(int axis, List<long[]> values) {
    long[] made = values.get(0).clone();
    made[axis] = values.stream().mapToLong(shape -> shape[axis]).sum();
    return keep(1, made);
  }

  @Override
  public long[] toTokens(long[] image) {
    return keep(1, image[0], image[2] * image[3], image[1]);
  }

  @Override
  public long[] toImage(long[] tokens, long[] like) {
    return keep(0, tokens[0], tokens[2], like[2], like[3]);
  }

  /** Training looks at all tokens: what the stride will be is not known here. */
  @Override
  public long[] everyNth(long[] tokens, long[] like, long[] stride) {
    return tokens;
  }

  @Override
  public long[] flatten(long[] x) {
    return keep(0, x[0], x[1] * x[2]);
  }

  @Override
  public long[] upsample(long[] image) {
    return keep(1, image[0], image[1], 2 * image[2], 2 * image[3]);
  }

  @Override
  public long[] pixelShuffle(long[] image) {
    return keep(1, image[0], image[1] / 4, 2 * image[2], 2 * image[3]);
  }

  @Override
  public long[] places(long[] like, int count) {
    return keep(1, 1, (long) count * count, like[2], like[3]);
  }
}
