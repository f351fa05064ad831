package io.github.easel.weights;

import io.github.easel.generation.Cancellation;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes weights that mean nothing, of the shapes of a real model: what a model costs in time and
 * memory can be measured without having it.
 */
public final class RandomWeights {

  private static final int CHUNK = 1 << 16;
  private static final int HALF_BIAS = 112; // 127 of single precision less 15 of half

  private RandomWeights() {}

  /**
   * Writes a safetensors file. Matrices and kernels are uniform with a variance of one by the
   * number of their inputs, so that values keep their size from layer to layer (Glorot and Bengio
   * 2010); vectors named "weight" are ones, others zeros.
   *
   * @param shapes by name
   * @param type F32 or F16
   * @param seed the same one gives the same file
   * @throws IOException if it cannot be written
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}; then there is no file
   */
  public static void write(
      Map<String, Shape> shapes, DataType type, long seed, Path file, Cancellation cancellation)
      throws IOException {
    if (type != DataType.F32 && type != DataType.F16) {
      throw new IllegalArgumentException(String.valueOf(type));
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<SafetensorsWriter.Planned> planned = new ArrayList<>();
    shapes.forEach(
        (name, shape) ->
            planned.add(
                new SafetensorsWriter.Planned(
                    name,
                    type,
                    shape,
                    out -> values(name, shape, type, random, out, cancellation))));
    SafetensorsWriter.write(planned, Map.of(), file);
  }

  private static void values(
      String name,
      Shape shape,
      DataType type,
      SplittableRandom random,
      WritableByteChannel out,
      Cancellation cancellation)
      throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(CHUNK * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    boolean vector = shape.rank() < 2;
    float constant = name.endsWith("weight") ? 1 : 0;
    long count = 1;
    for (long axis : shape.toArray()) {
      count *= axis;
    }
    double inputs = vector ? 1 : (double) count / shape.axis(0);
    float reach = (float) Math.sqrt(3 / inputs);
    for (long done = 0; done < count; done += CHUNK) {
      cancellation.check();
      chunk.clear();
      int some = (int) Math.min(CHUNK, count - done);
      for (int i = 0; i < some; i++) {
        float value = vector ? constant : reach * random.nextInt() * 0x1p-31f;
        put(value, type, chunk);
      }
      chunk.flip();
      while (chunk.hasRemaining()) {
        out.write(chunk);
      }
    }
  }

  private static void put(float value, DataType type, ByteBuffer chunk) {
    if (type == DataType.F32) {
      chunk.putFloat(value);
    } else {
      chunk.putShort(half(value));
    }
  }

  /** The nearest half-precision float towards zero; what is too small for one is zero. */
  private static short half(float value) {
    int bits = Float.floatToRawIntBits(value);
    int exponent = (bits >>> 23 & 0xFF) - HALF_BIAS;
    if (exponent <= 0) {
      return 0;
    }
    return (short) (bits >>> 16 & 0x8000 | exponent << 10 | bits >>> 13 & 0x3FF);
  }
}
