package io.github.easel.runtime.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Runs over buffers that were made once: inputs are read from direct memory, outputs are pinned to
 * it, so that a run allocates nothing of its size.
 */
final class OnnxBoundRun implements BoundRun {

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final Path file;
  private final Map<String, OnnxBuffer> inputs = new LinkedHashMap<>();
  private final Map<String, OnnxBuffer> outputs = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> inputTensors = new LinkedHashMap<>();
  private final Map<String, OnnxTensor> outputTensors = new LinkedHashMap<>();
  private long engineNanos;

  OnnxBoundRun(
      OrtEnvironment environment,
      OrtSession ortSession,
      Path file,
      Session session,
      Map<String, Shape> inputShapes,
      Map<String, Shape> outputShapes)
      throws OrtException {
    this.environment = environment;
    this.session = ortSession;
    this.file = file;
    try {
      allocate(session.inputs(), session.inputs().keySet(), inputShapes, inputs);
      allocate(session.outputs(), outputShapes.keySet(), outputShapes, outputs);
    } catch (OrtException | RuntimeException | Error e) {
      close();
      throw e;
    }
    inputs.forEach((name, buffer) -> inputTensors.put(name, buffer.tensor()));
    outputs.forEach((name, buffer) -> outputTensors.put(name, buffer.tensor()));
  }

  private void allocate(
      Map<String, Port> ports,
      Set<String> names,
      Map<String, Shape> shapes,
      Map<String, OnnxBuffer> buffers)
      throws OrtException {
    for (String name : names) {
      Port port = known(ports, name);
      Shape shape = known(shapes, name);
      buffers.put(name, new OnnxBuffer(environment, port, shape));
    }
  }

  private <T> T known(Map<String, T> map, String name) {
    T value = map.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "'" + name + "' is not in " + map.keySet() + " of " + file);
    }
    return value;
  }

  @Override
  public FloatTensor input(String name) {
    return known(inputs, name).floats();
  }

  @Override
  public void fill(String name, double value) {
    OnnxBuffer buffer = known(inputs, name);
    for (int i = 0; i < buffer.size(); i++) {
      buffer.put(i, value);
    }
  }

  @Override
  public void set(String name, int[] values) {
    OnnxBuffer buffer = known(inputs, name);
    if (values.length != buffer.size()) {
      throw new IllegalArgumentException(
          values.length + " values for the " + buffer.size() + " of " + name);
    }
    for (int i = 0; i < values.length; i++) {
      buffer.put(i, values[i]);
    }
  }

  @Override
  public FloatTensor output(String name) {
    return known(outputs, name).floats();
  }

  @Override
  public void execute(Cancellation cancellation) {
    cancellation.check();
    inputs.values().forEach(OnnxBuffer::beforeRun);
    try (Terminator terminator = new Terminator()) {
      Cancellation.Registration registration = cancellation.onCancel(terminator::terminate);
      try {
        long begin = System.nanoTime();
        session.run(inputTensors, Set.of(), outputTensors, terminator.options).close();
        engineNanos += System.nanoTime() - begin;
      } finally {
        registration.close();
      }
    } catch (OrtException e) {
      if (cancellation.isCancelled()) {
        throw new GenerationException(Failure.CANCELLED, "cancelled within a run", e);
      }
      throw OnnxFailures.running(file, e);
    }
    outputs.values().forEach(OnnxBuffer::afterRun);
  }

  @Override
  public long engineNanos() {
    return engineNanos;
  }

  @Override
  public void close() {
    inputs.values().forEach(OnnxBuffer::close);
    outputs.values().forEach(OnnxBuffer::close);
  }

  /**
   * Ends a run from another thread. The lock keeps a late cancellation from touching options that
   * the finished run has freed already, which would crash the process.
   */
  private static final class Terminator implements AutoCloseable {

    private final RunOptions options;
    private boolean closed;

    Terminator() throws OrtException {
      options = new RunOptions();
    }

    synchronized void terminate() {
      if (!closed) {
        try {
          options.setTerminate(true);
        } catch (OrtException e) {
          throw new GenerationException(Failure.INTERNAL, "cannot end a run", e, "cancel");
        }
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      options.close();
    }
  }
}
