package io.github.easel.runtime.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.platform.Fp16Conversions;
import io.github.easel.runtime.ElementType;
import io.github.easel.runtime.Port;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The memory of one input or output: the engine's tensor over a direct buffer in the port's own
 * type, and for 32-bit floats the same memory as our tensor. For 16-bit floats ours is a second
 * buffer, converted before or after a run.
 */
final class OnnxBuffer implements AutoCloseable {

  private final Port port;
  private final ByteBuffer bytes;
  private final OnnxTensor tensor;
  private final @Nullable FloatTensor floats;

  OnnxBuffer(OrtEnvironment environment, Port port, Shape shape) throws OrtException {
    this.port = port;
    int count = shape.elements();
    if (port.type() == ElementType.FLOAT32) {
      FloatTensor own = FloatTensor.zeros(shape);
      this.floats = own;
      this.bytes = ByteBuffer.allocate(0);
      this.tensor = OnnxTensor.createTensor(environment, own.buffer(), shape.toArray());
      return;
    }
    OnnxJavaType type = javaType(port);
    this.bytes = ByteBuffer.allocateDirect(count * type.size).order(ByteOrder.nativeOrder());
    this.floats = port.type() == ElementType.FLOAT16 ? FloatTensor.zeros(shape) : null;
    this.tensor = OnnxTensor.createTensor(environment, bytes, shape.toArray(), type);
  }

  private static OnnxJavaType javaType(Port port) {
    return switch (port.type()) {
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case INT32 -> OnnxJavaType.INT32;
      case INT64 -> OnnxJavaType.INT64;
      case FLOAT32, OTHER -> throw new IllegalArgumentException("no buffer for " + port);
    };
  }

  OnnxTensor tensor() {
    return tensor;
  }

  FloatTensor floats() {
    if (floats == null) {
      throw new IllegalArgumentException(port + " does not hold floats");
    }
    return floats;
  }

  /** One element of an integer port, or of a float port's float side. */
  void put(int index, double value) {
    switch (port.type()) {
      case INT32 -> bytes.putInt(index * Integer.BYTES, (int) Math.round(value));
      case INT64 -> bytes.putLong(index * Long.BYTES, Math.round(value));
      default -> floats().set(index, (float) value);
    }
  }

  int size() {
    return switch (port.type()) {
      case INT32 -> bytes.capacity() / Integer.BYTES;
      case INT64 -> bytes.capacity() / Long.BYTES;
      default -> floats().size();
    };
  }

  /** Before a run: 16-bit floats take over what was written to our tensor. */
  void beforeRun() {
    if (port.type() == ElementType.FLOAT16) {
      FloatBuffer source = floats().buffer();
      for (int i = 0; i < source.capacity(); i++) {
        bytes.putShort(i * Short.BYTES, Fp16Conversions.floatToFp16(source.get(i)));
      }
    }
  }

  /** After a run: our tensor takes over what the engine wrote as 16-bit floats. */
  void afterRun() {
    if (port.type() == ElementType.FLOAT16) {
      FloatTensor target = floats();
      for (int i = 0; i < target.size(); i++) {
        target.set(i, Fp16Conversions.fp16ToFloat(bytes.getShort(i * Short.BYTES)));
      }
    }
  }

  @Override
  public void close() {
    tensor.close();
  }
}
