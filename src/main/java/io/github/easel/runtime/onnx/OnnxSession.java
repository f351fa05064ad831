package io.github.easel.runtime.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.ElementType;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A network opened by ONNX Runtime. */
final class OnnxSession implements Session {

  private static final Logger LOG = LoggerFactory.getLogger(OnnxSession.class);

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Path file;
  private final long weightBytes;
  private final Map<String, Port> inputs;
  private final Map<String, Port> outputs;

  /** Takes the opened session over; closes it if its ports cannot be read. */
  static OnnxSession over(
      OrtEnvironment environment, OrtSession session, Path file, long weightBytes)
      throws OrtException {
    try {
      return new OnnxSession(environment, session, file, weightBytes);
    } catch (OrtException | RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private OnnxSession(OrtEnvironment environment, OrtSession session, Path file, long weightBytes)
      throws OrtException {
    this.environment = environment;
    this.session = session;
    this.file = file;
    this.weightBytes = weightBytes;
    this.inputs = ports(session.getInputInfo());
    this.outputs = ports(session.getOutputInfo());
  }

  private static Map<String, Port> ports(Map<String, NodeInfo> infos) {
    Map<String, Port> ports = new LinkedHashMap<>();
    infos.forEach((name, info) -> ports.put(name, port(name, info)));
    return ports;
  }

  private static Port port(String name, NodeInfo info) {
    if (!(info.getInfo() instanceof TensorInfo tensor)) {
      return new Port(name, ElementType.OTHER, List.of());
    }
    ElementType type =
        switch (tensor.type) {
          case FLOAT -> ElementType.FLOAT32;
          case FLOAT16 -> ElementType.FLOAT16;
          case INT32 -> ElementType.INT32;
          case INT64 -> ElementType.INT64;
          default -> ElementType.OTHER;
        };
    return new Port(name, type, Arrays.stream(tensor.getShape()).boxed().toList());
  }

  @Override
  public Path file() {
    return file;
  }

  @Override
  public long weightBytes() {
    return weightBytes;
  }

  @Override
  public Map<String, Port> inputs() {
    return inputs;
  }

  @Override
  public Map<String, Port> outputs() {
    return outputs;
  }

  @Override
  public Shape measure(Map<String, Shape> inputShapes, String output) {
    inputShapes.forEach((name, shape) -> checkShape(inputs, name, shape));
    Map<String, OnnxBuffer> buffers = new LinkedHashMap<>();
    Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, Shape> entry : inputShapes.entrySet()) {
        Port port = Objects.requireNonNull(inputs.get(entry.getKey()), entry.getKey());
        OnnxBuffer buffer = new OnnxBuffer(environment, port, entry.getValue());
        buffers.put(entry.getKey(), buffer);
        tensors.put(entry.getKey(), buffer.tensor());
      }
      try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
        return Shape.of(((OnnxTensor) result.get(0)).getInfo().getShape());
      }
    } catch (OrtException e) {
      throw OnnxFailures.opening(file, e);
    } finally {
      buffers.values().forEach(OnnxBuffer::close);
    }
  }

  @Override
  public BoundRun bind(Map<String, Shape> inputShapes, Map<String, Shape> outputShapes) {
    inputShapes.forEach((name, shape) -> checkShape(inputs, name, shape));
    outputShapes.forEach((name, shape) -> checkShape(outputs, name, shape));
    try {
      return new OnnxBoundRun(environment, session, file, this, inputShapes, outputShapes);
    } catch (OrtException e) {
      throw OnnxFailures.running(file, e);
    }
  }

  /** Some exports fix lengths that others leave free. */
  private void checkShape(Map<String, Port> ports, String name, Shape shape) {
    Port port = ports.get(name);
    if (port == null || !fits(port, shape)) {
      String expected = name + " of shape " + shape;
      throw GenerationException.unusable(file, expected, String.valueOf(port));
    }
  }

  private static boolean fits(Port port, Shape shape) {
    boolean fits = port.rank() == shape.rank();
    for (int i = 0; fits && i < shape.rank(); i++) {
      fits = port.axis(i) == Port.FREE || port.axis(i) == shape.axis(i);
    }
    return fits;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      LOG.warn("closing {}", file, e);
    }
  }
}
