package io.github.easel.network.onnx;

import io.github.easel.network.Activation;
import io.github.easel.network.Input;
import io.github.easel.network.Operations;
import io.github.easel.network.Padding;
import io.github.easel.network.Parameter;
import io.github.easel.network.Sinusoids;
import io.github.easel.network.onnx.GraphBuilder.Node;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes operations as the nodes that ONNX Runtime runs fastest, as measured in docs/lowering.md:
 * attention as one node, products with their bias (Gemm), group norms as instance norms.
 */
final class OnnxOperations implements Operations<OnnxValue> {

  private static final int TOKENS = 3;
  private static final int IMAGE = 4;
  private static final long BEHIND = -1;

  private final GraphBuilder graph;
  private final WeightReferences weights;
  private final Precision precision;
  private final Products products;
  private final Map<String, String> leadingAxes = new HashMap<>();
  private final Map<String, String> beforeRounding = new HashMap<>();

  OnnxOperations(
      GraphBuilder graph, WeightReferences weights, Precision precision, Products products) {
    this.graph = graph;
    this.weights = weights;
    this.precision = precision;
    this.products = products;
  }

  /** An input of the graph, in the numbers that this graph computes with. */
  OnnxValue input(Input input) {
    OnnxValue given = new OnnxValue(input.name(), input.axes().size());
    if (input.whole() || precision == Precision.SINGLE) {
      return given;
    }
    String rounded = rounded(input.name());
    beforeRounding.put(rounded, input.name());
    return new OnnxValue(rounded, given.rank());
  }

  /** A value as the graph gives it away: always in floats of 32 bits. */
  String output(OnnxValue value) {
    return precision == Precision.SINGLE
        ? value.name()
        : graph.node("Cast", value.name()).with("to", Precision.SINGLE.type()).make();
  }

  private String rounded(String value) {
    return precision == Precision.SINGLE
        ? value
        : graph.node("Cast", value).with("to", precision.type()).make();
  }

  private String floats(float... numbers) {
    return rounded(graph.floats(numbers));
  }

  @Override
  public OnnxValue parameter(Parameter parameter) {
    return new OnnxValue(weights.name(parameter), parameter.shape().rank());
  }

  @Override
  public OnnxValue linear(OnnxValue x, Parameter weight) {
    return linear(x, weight, Optional.empty());
  }

  @Override
  public OnnxValue linear(OnnxValue x, Parameter weight, Parameter bias) {
    return linear(x, weight, Optional.of(bias));
  }

  private OnnxValue linear(OnnxValue x, Parameter weight, Optional<Parameter> bias) {
    if (x.rank() == 2) {
      return new OnnxValue(products.linear(x.name(), weight, bias), 2);
    }
    String flat = reshape(x.name(), BEHIND, weight.shape().axis(1));
    String rows = products.linear(flat, weight, bias);
    String width = graph.wholeNumbers(weight.shape().axis(0));
    String shape = graph.node("Concat", leadingAxes(x), width).with("axis", 0).make();
    return new OnnxValue(graph.node("Reshape", rows, shape).make(), x.rank(), x.alike());
  }

  /** Lengths of all axes but the last. */
  private String leadingAxes(OnnxValue x) {
    return leadingAxes.computeIfAbsent(
        x.alike(), name -> graph.node("Shape", name).with("start", 0).with("end", BEHIND).make());
  }

  @Override
  public OnnxValue convolution(
      OnnxValue image, Parameter weight, Parameter bias, int stride, Padding padding) {
    String made = products.convolution(image.name(), weight, Optional.of(bias), stride, padding);
    return new OnnxValue(made, IMAGE);
  }

  @Override
  public OnnxValue convolution(OnnxValue image, Parameter weight, int stride, Padding padding) {
    String made = products.convolution(image.name(), weight, Optional.empty(), stride, padding);
    return new OnnxValue(made, IMAGE);
  }

  @Override
  public OnnxValue groupNorm(
      OnnxValue image, Parameter scale, Parameter shift, int groups, double epsilon) {
    float[] ones = new float[groups];
    Arrays.fill(ones, 1);
    String grouped = reshape(image.name(), 0, groups, BEHIND);
    String normed =
        graph
            .node("InstanceNormalization", grouped, floats(ones), floats(new float[groups]))
            .with("epsilon", (float) epsilon)
            .make();
    String back = graph.node("Reshape", normed, graph.node("Shape", image.name()).make()).make();
    String scaled = graph.node("Mul", back, weights.perChannel(scale)).make();
    return new OnnxValue(graph.node("Add", scaled, weights.perChannel(shift)).make(), IMAGE);
  }

  @Override
  public OnnxValue layerNorm(OnnxValue x, Parameter scale, Parameter shift, double epsilon) {
    String made =
        graph
            .node("LayerNormalization", x.name(), weights.name(scale), weights.name(shift))
            .with("axis", BEHIND)
            .with("epsilon", (float) epsilon)
            .make();
    return like(made, x);
  }

  @Override
  public OnnxValue activation(OnnxValue x, Activation function) {
    Node node =
        switch (function) {
          case SILU -> graph.engineNode("QuickGelu", x.name()).with("alpha", 1f);
          case QUICK_GELU -> graph.engineNode("QuickGelu", x.name()).with("alpha", 1.702f);
          case GELU -> graph.engineNode("Gelu", x.name());
          case RELU -> graph.node("Relu", x.name());
          case TANH -> graph.node("Tanh", x.name());
        };
    return like(node.make(), x);
  }

  @Override
  public OnnxValue attention(
      OnnxValue query, OnnxValue key, OnnxValue value, int heads, boolean causal) {
    Node node =
        graph
            .engineNode("MultiHeadAttention", query.name(), key.name(), value.name())
            .with("num_heads", heads);
    return like((causal ? node.with("unidirectional", 1) : node).make(), query);
  }

  @Override
  public OnnxValue embedding(OnnxValue ids, Parameter table) {
    return new OnnxValue(graph.node("Gather", weights.name(table), ids.name()).make(), TOKENS);
  }

  @Override
  public OnnxValue tokenOf(OnnxValue states, OnnxValue ids, int id) {
    String looked =
        id < 0 ? ids.name() : graph.node("Equal", ids.name(), graph.wholeNumber(id)).make();
    // The engine finds the greatest of 32 bits only.
    String numbers = graph.node("Cast", looked).with("to", 6).make();
    String places = graph.node("ArgMax", numbers).with("axis", 1).with("keepdims", 1).make();
    return new OnnxValue(
        graph.node("GatherND", states.name(), places).with("batch_dims", 1).make(), 2);
  }

  @Override
  public OnnxValue prepend(Parameter token, OnnxValue tokens) {
    String batch = graph.node("Shape", tokens.name()).with("start", 0).with("end", 1).make();
    String axes = graph.wholeNumbers(1, token.shape().axis(0));
    String shape = graph.node("Concat", batch, axes).with("axis", 0).make();
    String first = graph.node("Expand", weights.name(token), shape).make();
    String made = graph.node("Concat", first, tokens.name()).with("axis", 1).make();
    return new OnnxValue(made, TOKENS);
  }

  @Override
  public OnnxValue tokenAt(OnnxValue states, int index) {
    String place = graph.wholeNumber(index);
    return new OnnxValue(graph.node("Gather", states.name(), place).with("axis", 1).make(), 2);
  }

  @Override
  public OnnxValue sinusoids(OnnxValue numbers, int width, boolean cosineFirst, double shift) {
    // a timestep of 999 times a frequency needs more digits than 16 bits have
    String exact = beforeRounding.getOrDefault(numbers.name(), numbers.name());
    String upright = graph.node("Unsqueeze", exact, graph.wholeNumbers(BEHIND)).make();
    String angles =
        graph.node("Mul", upright, graph.floats(Sinusoids.frequencies(width / 2, shift))).make();
    String sine = graph.node("Sin", angles).make();
    String cosine = graph.node("Cos", angles).make();
    String first = cosineFirst ? cosine : sine;
    String second = cosineFirst ? sine : cosine;
    String made = graph.node("Concat", first, second).with("axis", BEHIND).make();
    return new OnnxValue(rounded(made), numbers.rank() + 1);
  }

  @Override
  public OnnxValue add(OnnxValue a, OnnxValue b) {
    return both("Add", a, b);
  }

  @Override
  public OnnxValue multiply(OnnxValue a, OnnxValue b) {
    return both("Mul", a, b);
  }

  private OnnxValue both(String type, OnnxValue a, OnnxValue b) {
    return like(graph.node(type, a.name(), b.name()).make(), a.rank() >= b.rank() ? a : b);
  }

  @Override
  public OnnxValue scale(OnnxValue x, double factor) {
    return like(graph.node("Mul", x.name(), floats((float) factor)).make(), x);
  }

  @Override
  public OnnxValue shift(OnnxValue x, double addend) {
    return like(graph.node("Add", x.name(), floats((float) addend)).make(), x);
  }

  @Override
  public OnnxValue addToChannels(OnnxValue image, OnnxValue vector) {
    String upright = graph.node("Unsqueeze", vector.name(), graph.wholeNumbers(2, 3)).make();
    return new OnnxValue(graph.node("Add", image.name(), upright).make(), IMAGE);
  }

  @Override
  public OnnxValue concatenate(int axis, List<OnnxValue> values) {
    String[] names = values.stream().map(OnnxValue::name).toArray(String[]::new);
    return new OnnxValue(
        graph.node("Concat", names).with("axis", axis).make(), values.get(0).rank());
  }

  @Override
  public OnnxValue toTokens(OnnxValue image) {
    String rows = reshape(image.name(), 0, 0, BEHIND);
    return new OnnxValue(graph.node("Transpose", rows).with("perm", 0, 2, 1).make(), TOKENS);
  }

  @Override
  public OnnxValue toImage(OnnxValue tokens, OnnxValue like) {
    String rows = graph.node("Transpose", tokens.name()).with("perm", 0, 2, 1).make();
    String shape = graph.node("Shape", like.name()).make();
    return new OnnxValue(graph.node("Reshape", rows, shape).make(), IMAGE);
  }

  @Override
  public OnnxValue everyNth(OnnxValue tokens, OnnxValue like, OnnxValue stride) {
    String batch = graph.node("Shape", tokens.name()).with("start", 0).with("end", 1).make();
    String sides = graph.node("Shape", like.name()).with("start", 2).make();
    String width = graph.wholeNumbers(BEHIND);
    String shape = graph.node("Concat", batch, sides, width).with("axis", 0).make();
    String pixels = graph.node("Reshape", tokens.name(), shape).make();
    // nobody means the zero of a run that only asks for shapes
    String step = graph.node("Max", stride.name(), graph.wholeNumbers(1)).make();
    String steps = graph.node("Concat", step, step).with("axis", 0).make();
    String starts = graph.wholeNumbers(0, 0);
    String ends = graph.wholeNumbers(Long.MAX_VALUE, Long.MAX_VALUE);
    String some = graph.node("Slice", pixels, starts, ends, graph.wholeNumbers(1, 2), steps).make();
    String channels = graph.node("Shape", tokens.name()).with("start", 2).make();
    String rows = graph.node("Concat", batch, width, channels).with("axis", 0).make();
    return new OnnxValue(graph.node("Reshape", some, rows).make(), TOKENS);
  }

  @Override
  public OnnxValue flatten(OnnxValue x) {
    return new OnnxValue(reshape(x.name(), 0, BEHIND), 2);
  }

  private String reshape(String value, long... axes) {
    return graph.node("Reshape", value, graph.wholeNumbers(axes)).make();
  }

  @Override
  public OnnxValue upsample(OnnxValue image) {
    String made =
        graph
            .node("Resize", image.name(), "", graph.floats(1, 1, 2, 2))
            .with("mode", "nearest")
            .with("coordinate_transformation_mode", "asymmetric")
            .with("nearest_mode", "floor")
            .make();
    return new OnnxValue(made, IMAGE);
  }

  @Override
  public OnnxValue pixelShuffle(OnnxValue image) {
    Node node = graph.node("DepthToSpace", image.name());
    return new OnnxValue(node.with("blocksize", 2).with("mode", "CRD").make(), IMAGE);
  }

  @Override
  public OnnxValue places(OnnxValue like, int count) {
    String down = graph.node("Unsqueeze", waves(like, 2, count), graph.wholeNumbers(1, 3)).make();
    String across = graph.node("Unsqueeze", waves(like, 3, count), graph.wholeNumbers(0, 2)).make();
    String all = graph.node("Mul", down, across).make(); // [i, j, height, width]
    String sides = graph.node("Shape", all).with("start", 2).make();
    String channels = graph.wholeNumbers(1, (long) count * count);
    String shape = graph.node("Concat", channels, sides).with("axis", 0).make();
    return new OnnxValue(rounded(graph.node("Reshape", all, shape).make()), IMAGE);
  }

  /** Cosines [count, length] over an axis. */
  private String waves(OnnxValue like, int axis, int count) {
    Node shape = graph.node("Shape", like.name()).with("start", axis).with("end", axis + 1L);
    String length = graph.node("Squeeze", shape.make()).make();
    String indices = graph.node("Range", graph.wholeNumber(0), length, graph.wholeNumber(1)).make();
    String steps = graph.node("Cast", indices).with("to", 1).make();
    String middles = graph.node("Add", steps, graph.floats(0.5f)).make();
    String pixels = graph.node("Cast", length).with("to", 1).make();
    String parts = graph.node("Div", middles, pixels).make();
    String frequencies = graph.floats(Sinusoids.multiplesOfPi(count));
    String upright = graph.node("Unsqueeze", frequencies, graph.wholeNumbers(1)).make();
    return graph.node("Cos", graph.node("Mul", upright, parts).make()).make();
  }

  private static OnnxValue like(String name, OnnxValue x) {
    return new OnnxValue(name, x.rank(), x.rank() == TOKENS ? x.alike() : name);
  }
}
