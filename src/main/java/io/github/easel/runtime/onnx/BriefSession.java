package io.github.easel.runtime.onnx;

import io.github.easel.generation.Cancellation;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network that is open only from the first word about a run's inputs until the run has ended.
 * Opening it again costs time, its weights cost no memory meanwhile.
 */
final class BriefSession implements Session {

  private final Supplier<Session> opening;
  private final Path file;
  private final Map<String, Port> inputs;
  private final Map<String, Port> outputs;

  /** Opens the network once, to learn its ports and that it can be used. */
  BriefSession(Supplier<Session> opening) {
    this.opening = opening;
    try (Session once = opening.get()) {
      file = once.file();
      inputs = once.inputs();
      outputs = once.outputs();
    }
  }

  @Override
  public Path file() {
    return file;
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
  public Shape measure(Map<String, Shape> shapes, String output) {
    try (Session once = opening.get()) {
      return once.measure(shapes, output);
    }
  }

  @Override
  public BoundRun bind(Map<String, Shape> inputShapes, Map<String, Shape> outputShapes) {
    BriefRun run = new BriefRun(inputShapes, outputShapes);
    run.awake(); // shapes that do not fit are refused now and not later
    run.rest();
    return run;
  }

  @Override
  public void close() {}

  private final class BriefRun implements BoundRun {

    private final Map<String, Shape> inputShapes;
    private final Map<String, Shape> outputShapes;
    private final Map<String, FloatTensor> results = new HashMap<>();
    private @Nullable Session session;
    private @Nullable BoundRun run;
    private long engineNanos;

    BriefRun(Map<String, Shape> inputShapes, Map<String, Shape> outputShapes) {
      this.inputShapes = inputShapes;
      this.outputShapes = outputShapes;
    }

    private BoundRun awake() {
      BoundRun bound = run;
      if (bound == null) {
        Session opened = opening.get();
        session = opened;
        try {
          bound = opened.bind(inputShapes, outputShapes);
        } catch (RuntimeException | Error e) {
          rest();
          throw e;
        }
        run = bound;
      }
      return bound;
    }

    private void rest() {
      if (run != null) {
        run.close();
        run = null;
      }
      if (session != null) {
        session.close();
        session = null;
      }
    }

    @Override
    public FloatTensor input(String name) {
      return awake().input(name);
    }

    @Override
    public void fill(String name, double value) {
      awake().fill(name, value);
    }

    @Override
    public void set(String name, int[] values) {
      awake().set(name, values);
    }

    @Override
    public FloatTensor output(String name) {
      return Objects.requireNonNull(results.get(name), "there was no run");
    }

    @Override
    public void execute(Cancellation cancellation) {
      BoundRun bound = awake();
      try {
        bound.execute(cancellation);
        outputShapes.keySet().forEach(name -> results.put(name, bound.output(name).copy()));
        engineNanos += bound.engineNanos();
      } finally {
        rest();
      }
    }

    @Override
    public long engineNanos() {
      return engineNanos;
    }

    @Override
    public void close() {
      rest();
      results.clear();
    }
  }
}
