package io.github.easel.network.onnx;

import io.github.easel.generation.Cancellation;
import io.github.easel.network.Parameter;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.DataType;
import io.github.easel.weights.SafetensorsWriter;
import io.github.easel.weights.SafetensorsWriter.Planned;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.TensorValues;
import io.github.easel.weights.WeightMap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes a network's weights as {@link EightBitProducts} reads them, one after the other: per
 * output channel a scale, the greatest weight over {@link EightBits#MOST}, and whole numbers.
 */
final class EightBitWeights {

  private final WeightMap weights;
  private final Map<String, Observed> observed;
  private final Cancellation cancellation;
  private final List<Planned> planned = new ArrayList<>();

  EightBitWeights(WeightMap weights, Map<String, Observed> observed, Cancellation cancellation) {
    this.weights = weights;
    this.observed = observed;
    this.cancellation = cancellation;
  }

  /**
   * Writes them.
   *
   * @param floats those that stay floats, of 32 bits then
   */
  void write(PlannedProducts plan, Iterable<Parameter> floats, Path file) throws IOException {
    for (Parameter whole : floats) {
      StoredTensor tensor = weights.require(whole.name(), whole.storedShape());
      add(
          whole.name(),
          DataType.F32,
          whole.storedShape(),
          out -> TensorValues.writeFloat32(tensor, out, cancellation));
    }
    plan.linears().forEach(this::linear);
    plan.convolutions().forEach(this::convolution);
    SafetensorsWriter.write(planned, Map.of(), file);
  }

  private void linear(Parameter weight) {
    String key = EightBits.key(weight);
    int rows = (int) weight.shape().axis(0);
    int width = (int) weight.shape().axis(1);
    add(
        key + ".eight",
        DataType.I8,
        Shape.of(width, rows),
        out -> {
          FloatTensor values = values(weight);
          float[] scales = scales(values, rows);
          ByteBuffer bytes = buffer((long) rows * width);
          for (int column = 0; column < width; column++) {
            for (int row = 0; row < rows; row++) {
              bytes.put((byte) Math.round(values.get(row * width + column) / scales[row]));
            }
          }
          flush(bytes, out);
        });
    scales(weight);
  }

  private void convolution(Parameter weight, Optional<Parameter> bias) {
    String key = EightBits.key(weight);
    int rows = (int) weight.shape().axis(0);
    add(
        key + ".eight",
        DataType.I8,
        weight.shape(),
        out -> {
          FloatTensor values = values(weight);
          float[] scales = scales(values, rows);
          int width = values.size() / rows;
          ByteBuffer bytes = buffer(values.size());
          for (int i = 0; i < values.size(); i++) {
            bytes.put((byte) Math.round(values.get(i) / scales[i / width]));
          }
          flush(bytes, out);
        });
    scales(weight);
    Shape channels = Shape.of(rows);
    add(key + ".zeros", DataType.I8, channels, out -> flush(buffer(rows).position(rows), out));
    float step = Objects.requireNonNull(observed.get(key), key).in().scale();
    add(
        key + ".bias",
        DataType.I32,
        channels,
        out -> {
          float[] scales = scales(values(weight), rows);
          ByteBuffer bytes = buffer((long) rows * Integer.BYTES);
          Optional<FloatTensor> added = bias.map(this::values);
          for (int i = 0; i < rows; i++) {
            int index = i;
            double number = added.map(known -> (double) known.get(index)).orElse(0.0);
            bytes.putInt((int) Math.rint(number / ((double) step * scales[i])));
          }
          flush(bytes, out);
        });
  }

  private void scales(Parameter weight) {
    int rows = (int) weight.shape().axis(0);
    add(
        EightBits.key(weight) + ".scales",
        DataType.F32,
        Shape.of(rows),
        out -> {
          ByteBuffer bytes = buffer((long) rows * Float.BYTES);
          for (float scale : scales(values(weight), rows)) {
            bytes.putFloat(scale);
          }
          flush(bytes, out);
        });
  }

  private static float[] scales(FloatTensor values, int rows) {
    float[] scales = new float[rows];
    int width = values.size() / rows;
    for (int i = 0; i < values.size(); i++) {
      scales[i / width] = Math.max(scales[i / width], Math.abs(values.get(i)));
    }
    for (int i = 0; i < rows; i++) {
      scales[i] = scales[i] == 0 ? 1 : scales[i] / EightBits.MOST;
    }
    return scales;
  }

  private FloatTensor values(Parameter parameter) {
    cancellation.check();
    StoredTensor whole = weights.require(parameter.name(), parameter.storedShape());
    long from = parameter.firstRow();
    if (parameter.isWhole()) {
      return TensorValues.read(whole);
    }
    return TensorValues.read(whole.rows(from, from + parameter.shape().axis(0)));
  }

  private void add(String name, DataType type, Shape shape, SafetensorsWriter.Values values) {
    planned.add(new Planned(name, type, shape, values));
  }

  private static ByteBuffer buffer(long bytes) {
    return ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void flush(ByteBuffer bytes, WritableByteChannel out) throws IOException {
    bytes.flip();
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
