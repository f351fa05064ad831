package io.github.easel.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the parameters of a network by going through it without computing anything. */
public final class Parameters {

  private Parameters() {}

  /** All of them, whole, in the order of their first use. */
  public static List<Parameter> of(Network network) {
    Collector collector = new Collector();
    Map<String, Nothing> inputs = new HashMap<>();
    network.inputs().forEach(input -> inputs.put(input.name(), Nothing.VALUE));
    network.outputs(collector, inputs);
    return new ArrayList<>(collector.found.values());
  }

  private enum Nothing {
    VALUE
  }

  private static final class Collector implements Operations<Nothing> {

    private final Map<String, Parameter> found = new LinkedHashMap<>();

    private Nothing use(Parameter... parameters) {
      for (Parameter parameter : parameters) {
        found.putIfAbsent(
            parameter.name(), Parameter.of(parameter.name(), parameter.storedShape().toArray()));
      }
      return Nothing.VALUE;
    }

    @Override
    public Nothing parameter(Parameter parameter) {
      return use(parameter);
    }

    @Override
    public Nothing linear(Nothing x, Parameter weight) {
      return use(weight);
    }

    @Override
    public Nothing linear(Nothing x, Parameter weight, Parameter bias) {
      return use(weight, bias);
    }

    @Override
    public Nothing convolution(
        Nothing image, Parameter weight, Parameter bias, int stride, Padding padding) {
      return use(weight, bias);
    }

    @Override
    public Nothing convolution(Nothing image, Parameter weight, int stride, Padding padding) {
      return use(weight);
    }

    @Override
    public Nothing groupNorm(
        Nothing image, Parameter scale, Parameter shift, int groups, double epsilon) {
      return use(scale, shift);
    }

    @Override
    public Nothing layerNorm(Nothing x, Parameter scale, Parameter shift, double epsilon) {
      return use(scale, shift);
    }

    @Override
    public Nothing activation(Nothing x, Activation function) {
      return x;
    }

    @Override
    public Nothing attention(Nothing query, Nothing key, Nothing value, int heads, boolean causal) {
      return query;
    }

    @Override
    public Nothing embedding(Nothing ids, Parameter table) {
      return use(table);
    }

    @Override
    public Nothing tokenOf(Nothing states, Nothing ids, int id) {
      return states;
    }

    @Override
    public Nothing prepend(Parameter token, Nothing tokens) {
      return use(token);
    }

    @Override
    public Nothing tokenAt(Nothing states, int index) {
      return states;
    }

    @Override
    public Nothing sinusoids(Nothing numbers, int width, boolean cosineFirst, double shift) {
      return numbers;
    }

    @Override
    public Nothing add(Nothing a, Nothing b) {
      return a;
    }

    @Override
    public Nothing multiply(Nothing a, Nothing b) {
      return a;
    }

    @Override
    public Nothing scale(Nothing x, double factor) {
      return x;
    }

    @Override
    public Nothing shift(Nothing x, double addend) {
      return x;
    }

    @Override
    public Nothing addToChannels(Nothing image, Nothing vector) {
      return image;
    }

    @Override
    public Nothing concatenate(int axis, List<Nothing> values) {
      return Nothing.VALUE;
    }

    @Override
    public Nothing toTokens(Nothing image) {
      return image;
    }

    @Override
    public Nothing toImage(Nothing tokens, Nothing like) {
      return tokens;
    }

    @Override
    public Nothing everyNth(Nothing tokens, Nothing like, Nothing stride) {
      return tokens;
    }

    @Override
    public Nothing flatten(Nothing x) {
      return x;
    }

    @Override
    public Nothing upsample(Nothing image) {
      return image;
    }

    @Override
    public Nothing pixelShuffle(Nothing image) {
      return image;
    }

    @Override
    public Nothing places(Nothing like, int count) {
      return like;
    }
  }
}
