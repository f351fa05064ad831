package io.github.easel.runtime.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import io.github.easel.generation.Cancellation;
import io.github.easel.network.Activation;
import io.github.easel.network.Operations;
import io.github.easel.network.Padding;
import io.github.easel.network.Parameter;
import io.github.easel.network.Sinusoids;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Computes operations at once. All of them can be differentiated with respect to their values of
 * floats and their parameters.
 */
final class TorchOperations implements Operations<NDArray> {

  private static final Shape ONE = new Shape(1, 1);
  private static final double QUICK = 1.702;

  private final ParameterValues parameters;
  private final Cancellation cancellation;
  private final Optional<TorchParts> parts;
  private NDManager manager;

  /**
   * @param manager owns the results
   * @param parts keeps what is needed to compute parts again; if it is empty they are not
   * @param cancellation looked at before each operation
   */
  TorchOperations(
      NDManager manager,
      ParameterValues parameters,
      Optional<TorchParts> parts,
      Cancellation cancellation) {
    this.manager = manager;
    this.parameters = parameters;
    this.parts = parts;
    this.cancellation = cancellation;
  }

  @Override
  public NDArray part(List<NDArray> inputs, Function<List<NDArray>, NDArray> computation) {
    return parts.isEmpty()
        ? computation.apply(inputs)
        : parts.get().first(inputs, from -> owned(computation, from), manager);
  }

  /** Computes a part; all that it makes is owned as is said. */
  private NDArray owned(Function<List<NDArray>, NDArray> computation, TorchParts.Given given) {
    NDManager before = manager;
    manager = given.owner();
    try {
      return computation.apply(given.inputs());
    } finally {
      manager = before;
    }
  }

  /** Only the result outlives an operation, beside what its gradient needs. */
  private NDArray compute(Supplier<NDArray> operation) {
    cancellation.check();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray result = operation.get();
      NDScope.unregister(result);
      result.attach(manager);
      return result;
    }
  }

  private NDArray number(double value) {
    return Arrays.number(manager, value);
  }

  @Override
  public NDArray parameter(Parameter parameter) {
    return parameters.value(parameter);
  }

  @Override
  public NDArray linear(NDArray x, Parameter weight) {
    return compute(() -> Linear.linear(x, parameter(weight)).singletonOrThrow());
  }

  @Override
  public NDArray linear(NDArray x, Parameter weight, Parameter bias) {
    return compute(() -> Linear.linear(x, parameter(weight), parameter(bias)).singletonOrThrow());
  }

  @Override
  public NDArray convolution(
      NDArray image, Parameter weight, Parameter bias, int stride, Padding padding) {
    return compute(
        () -> convolution(image, parameter(weight), stride, padding).add(channels(bias)));
  }

  @Override
  public NDArray convolution(NDArray image, Parameter weight, int stride, Padding padding) {
    return compute(() -> convolution(image, parameter(weight), stride, padding));
  }

  private static NDArray convolution(NDArray image, NDArray weight, int stride, Padding padding) {
    Shape steps = new Shape(stride, stride);
    int before = padding.before();
    int after = padding.after();
    boolean even = before == after;
    NDArray padded = even ? image : image.pad(new Shape(before, after, before, after), 0);
    Shape zeros = even ? new Shape(before, before) : new Shape(0, 0);
    return Conv2d.conv2d(padded, weight, null, steps, zeros, ONE).singletonOrThrow();
  }

  /** A vector as [length, 1, 1], to go with an image. */
  private NDArray channels(Parameter vector) {
    return parameter(vector).reshape(-1, 1, 1);
  }

  @Override
  public NDArray groupNorm(
      NDArray image, Parameter scale, Parameter shift, int groups, double epsilon) {
    return compute(
        () -> {
          Shape shape = image.getShape();
          NDArray grouped = image.reshape(shape.get(0), groups, -1);
          Shape each = new Shape(grouped.getShape().get(2));
          NDArray ones = manager.ones(each);
          NDArray normed = normed(grouped, each, ones, ones.zerosLike(), epsilon);
          return normed.reshape(shape).mul(channels(scale)).add(channels(shift));
        });
  }

  private static NDArray normed(
      NDArray x, Shape axes, NDArray scale, NDArray shift, double epsilon) {
    return LayerNorm.layerNorm(x, axes, scale, shift, (float) epsilon).singletonOrThrow();
  }

  @Override
  public NDArray layerNorm(NDArray x, Parameter scale, Parameter shift, double epsilon) {
    Shape last = Arrays.shape(scale.shape());
    return compute(() -> normed(x, last, parameter(scale), parameter(shift), epsilon));
  }

  @Override
  public NDArray activation(NDArray x, Activation function) {
    return compute(
        () ->
            switch (function) {
              case SILU -> x.mul(ai.djl.nn.Activation.sigmoid(x));
              case QUICK_GELU -> x.mul(ai.djl.nn.Activation.sigmoid(x.mul(number(QUICK))));
              case GELU -> ai.djl.nn.Activation.gelu(x);
              case RELU -> ai.djl.nn.Activation.relu(x);
              case TANH -> x.tanh();
            });
  }

  @Override
  public NDArray attention(NDArray query, NDArray key, NDArray value, int heads, boolean causal) {
    return compute(
        () -> {
          Shape shape = query.getShape();
          double scale = 1 / Math.sqrt((double) shape.get(2) / heads);
          NDArray keys = inHeads(key, heads).transpose(0, 1, 3, 2);
          NDArray scores = inHeads(query.mul(number(scale)), heads).matMul(keys);
          NDArray seen = causal ? scores.add(unseen((int) shape.get(1))) : scores;
          NDArray attended = seen.softmax(-1).matMul(inHeads(value, heads));
          return attended.transpose(0, 2, 1, 3).reshape(shape);
        });
  }

  /** [batch, tokens, width] to [batch, heads, tokens, width / heads]. */
  private static NDArray inHeads(NDArray tokens, int heads) {
    Shape shape = tokens.getShape();
    return tokens.reshape(shape.get(0), shape.get(1), heads, -1).transpose(0, 2, 1, 3);
  }

  /** 0 where a token may look, minus infinity where it may not: at those behind it. */
  private NDArray unseen(int tokens) {
    float[] mask = new float[tokens * tokens];
    for (int row = 0; row < tokens; row++) {
      java.util.Arrays.fill(
          mask, row * tokens + row + 1, (row + 1) * tokens, Float.NEGATIVE_INFINITY);
    }
    return Arrays.floats(manager, mask).reshape(tokens, tokens);
  }

  @Override
  public NDArray embedding(NDArray ids, Parameter table) {
    return compute(
        () -> Embedding.embedding(ids, parameter(table), SparseFormat.DENSE).singletonOrThrow());
  }

  @Override
  public NDArray tokenOf(NDArray states, NDArray ids, int id) {
    return compute(
        () -> {
          Shape shape = states.getShape();
          NDArray looked = id < 0 ? ids : ids.eq(id).toType(DataType.INT64, false);
          NDArray places =
              looked.argMax(1).reshape(-1, 1, 1).broadcast(shape.get(0), 1, shape.get(2));
          return states.gather(places, 1).reshape(shape.get(0), shape.get(2));
        });
  }

  @Override
  public NDArray prepend(Parameter token, NDArray tokens) {
    return compute(
        () -> {
          Shape shape = tokens.getShape();
          NDArray first =
              parameter(token).reshape(1, 1, -1).broadcast(shape.get(0), 1, shape.get(2));
          return first.concat(tokens, 1);
        });
  }

  @Override
  public NDArray tokenAt(NDArray states, int index) {
    return compute(
        () ->
            states.get(new NDIndex(":,{}", index < 0 ? states.getShape().get(1) + index : index)));
  }

  @Override
  public NDArray sinusoids(NDArray numbers, int width, boolean cosineFirst, double shift) {
    return compute(
        () -> {
          float[] falling = Sinusoids.frequencies(width / 2, shift);
          NDArray frequencies = Arrays.floats(manager, falling);
          NDArray angles = numbers.expandDims(-1).mul(frequencies);
          NDArray sine = angles.sin();
          NDArray cosine = angles.cos();
          return cosineFirst ? cosine.concat(sine, -1) : sine.concat(cosine, -1);
        });
  }

  @Override
  public NDArray add(NDArray a, NDArray b) {
    return compute(() -> a.add(b));
  }

  @Override
  public NDArray multiply(NDArray a, NDArray b) {
    return compute(() -> a.mul(b));
  }

  @Override
  public NDArray scale(NDArray x, double factor) {
    return compute(() -> x.mul(number(factor)));
  }

  @Override
  public NDArray shift(NDArray x, double addend) {
    return compute(() -> x.add(number(addend)));
  }

  @Override
  public NDArray addToChannels(NDArray image, NDArray vector) {
    return compute(() -> image.add(vector.expandDims(-1).expandDims(-1)));
  }

  @Override
  public NDArray concatenate(int axis, List<NDArray> values) {
    return compute(() -> NDArrays.concat(new NDList(values), axis));
  }

  @Override
  public NDArray toTokens(NDArray image) {
    Shape shape = image.getShape();
    return compute(() -> image.reshape(shape.get(0), shape.get(1), -1).transpose(0, 2, 1));
  }

  @Override
  public NDArray toImage(NDArray tokens, NDArray like) {
    return compute(() -> tokens.transpose(0, 2, 1).reshape(like.getShape()));
  }

  @Override
  public NDArray everyNth(NDArray tokens, NDArray like, NDArray stride) {
    Shape sides = like.getShape();
    String step = "::" + stride.toType(DataType.INT64, true).getLong();
    return compute(
        () ->
            tokens
                .reshape(tokens.getShape().get(0), sides.get(2), sides.get(3), -1)
                .get(":, " + step + ", " + step)
                .reshape(tokens.getShape().get(0), -1, tokens.getShape().get(2)));
  }

  @Override
  public NDArray flatten(NDArray x) {
    return compute(() -> x.reshape(x.getShape().get(0), -1));
  }

  @Override
  public NDArray upsample(NDArray image) {
    return compute(() -> image.repeat(2, 2).repeat(3, 2));
  }

  @Override
  public NDArray pixelShuffle(NDArray image) {
    Shape shape = image.getShape();
    long channels = shape.get(1) / 4;
    long height = shape.get(2);
    long width = shape.get(3);
    return compute(
        () ->
            image
                .reshape(shape.get(0), channels, 2, 2, height, width)
                .transpose(0, 1, 4, 2, 5, 3)
                .reshape(shape.get(0), channels, 2 * height, 2 * width));
  }

  @Override
  public NDArray places(NDArray like, int count) {
    int height = (int) like.getShape().get(2);
    int width = (int) like.getShape().get(3);
    return compute(
        () -> {
          NDArray down = waves(height, count).reshape(count, 1, height, 1);
          NDArray across = waves(width, count).reshape(1, count, 1, width);
          return down.mul(across).reshape(1, (long) count * count, height, width);
        });
  }

  /** Cosines [count, length]. */
  private NDArray waves(int length, int count) {
    float[] multiples = Sinusoids.multiplesOfPi(count);
    float[] values = new float[count * length];
    for (int i = 0; i < values.length; i++) {
      int pixel = i % length;
      values[i] = (float) Math.cos(multiples[i / length] * (pixel + 0.5) / length);
    }
    return Arrays.floats(manager, values).reshape(count, length);
  }
}
