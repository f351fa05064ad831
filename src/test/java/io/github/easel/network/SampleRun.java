package io.github.easel.network;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.TensorValues;
import io.github.easel.weights.WeightMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Random weights and inputs of a network.
 *
 * @param weights in a file of their own
 * @param inputs whole numbers as floats too
 */
public record SampleRun(Network network, WeightMap weights, Map<String, FloatTensor> inputs) {

  private static final int SIDE = 8;
  private static final int PADDED = 4;

  /** Makes them of a seed, in a folder. */
  public static SampleRun of(Network network, long seed, Path folder) throws IOException {
    Random random = new Random(seed);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : Parameters.of(network)) {
      tensors.put(parameter.name(), weight(parameter, random));
    }
    Path file = folder.resolve("weights.safetensors");
    SafetensorsWriter.write(tensors, file);
    Map<String, FloatTensor> inputs = new LinkedHashMap<>();
    for (Input input : network.inputs()) {
      inputs.put(input.name(), input(input, random));
    }
    return new SampleRun(network, new WeightMap(file, Safetensors.open(file).tensors()), inputs);
  }

  /** With other inputs. */
  public SampleRun with(Map<String, FloatTensor> others) {
    return new SampleRun(network, weights, others);
  }

  /**
   * A step away: weights and inputs of floats plus a multiple of a direction, by their names.
   *
   * @param folder for the weights
   */
  public SampleRun moved(Map<String, FloatTensor> direction, double step, Path folder)
      throws IOException {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : Parameters.of(network)) {
      FloatTensor values =
          TensorValues.read(weights.require(parameter.name(), parameter.storedShape()));
      tensors.put(parameter.name(), moved(parameter.name(), values, direction, step));
    }
    Path file = folder.resolve("moved.safetensors");
    SafetensorsWriter.write(tensors, file);
    Map<String, FloatTensor> others = new LinkedHashMap<>();
    inputs.forEach((name, values) -> others.put(name, moved(name, values, direction, step)));
    return new SampleRun(network, new WeightMap(file, Safetensors.open(file).tensors()), others);
  }

  private static FloatTensor moved(
      String name, FloatTensor values, Map<String, FloatTensor> directions, double step) {
    FloatTensor direction = directions.get(name);
    if (direction == null) {
      return values;
    }
    FloatTensor moved = values.copy();
    for (int i = 0; i < moved.size(); i++) {
      moved.set(i, (float) (moved.get(i) + step * direction.get(i)));
    }
    return moved;
  }

  /** Such that values stay about as large as they are, layer by layer. */
  private static FloatTensor weight(Parameter parameter, Random random) {
    Shape shape = parameter.shape();
    int rows = shape.rank() > 1 ? (int) shape.axis(0) : 1;
    boolean scale = shape.rank() == 1 && parameter.name().endsWith(".weight");
    double spread = shape.rank() > 1 ? Math.sqrt((double) rows / shape.elements()) : 0.1;
    FloatTensor values = FloatTensor.zeros(shape);
    for (int i = 0; i < values.size(); i++) {
      values.set(i, (float) ((scale ? 1 : 0) + spread * random.nextGaussian()));
    }
    return values;
  }

  private static FloatTensor input(Input input, Random random) {
    long[] axes = input.axes().stream().mapToLong(SampleRun::length).toArray();
    FloatTensor values = FloatTensor.zeros(Shape.of(axes));
    for (int i = 0; i < values.size(); i++) {
      values.set(
          i,
          switch (input.name()) {
            case "input_ids" -> id(i % SampleNetworks.TOKENS, random);
            case "timestep" -> 500.25f;
            case "token_stride" -> 2;
            case "time_ids" -> random.nextInt(1024);
            default -> (float) random.nextGaussian();
          });
    }
    return values;
  }

  /** Padded with the end of the text, which is in each text more than once. */
  private static int id(int place, Random random) {
    return place < PADDED ? random.nextInt(SampleNetworks.VOCABULARY) : SampleNetworks.END;
  }

  private static long length(Input.Axis axis) {
    return switch (axis.name()) {
      case "" -> axis.length();
      case "batch" -> 2;
      case "steps" -> 1;
      case "tokens" -> SampleNetworks.TOKENS;
      case "picture_height", "picture_width" -> 2 * SIDE;
      // Behind the halving of the networks that are controlled.
      case "down_residual_2_height", "down_residual_2_width" -> SIDE / 2;
      case "down_residual_3_height", "down_residual_3_width" -> SIDE / 2;
      case "mid_residual_height", "mid_residual_width" -> SIDE / 2;
      default -> SIDE;
    };
  }
}
