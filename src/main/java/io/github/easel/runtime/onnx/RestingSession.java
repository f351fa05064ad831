package io.github.easel.runtime.onnx;

import io.github.easel.generation.Cancellation;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network that can be let go of and opens again by itself when it is next used. That costs time;
 * meanwhile weights and working memory are free for others.
 */
final class RestingSession implements Session {

  private final Supplier<Session> opening;
  private final Path file;
  private final Map<String, Port> inputs;
  private final Map<String, Port> outputs;
  private final long weightBytes;
  private final List<RestingRun> runs = new ArrayList<>();
  private @Nullable Session current;

  /** Opens the network, so that what is wrong with it is known at once. */
  RestingSession(Supplier<Session> opening) {
    this.opening = opening;
    Session opened = opening.get();
    file = opened.file();
    inputs = opened.inputs();
    outputs = opened.outputs();
    weightBytes = opened.weightBytes();
    current = opened;
  }

  private Session awake() {
    Session opened = current;
    if (opened == null) {
      opened = opening.get();
      current = opened;
    }
    return opened;
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
  public long weightBytes() {
    return weightBytes;
  }

  @Override
  public Shape measure(Map<String, Shape> shapes, String output) {
    return awake().measure(shapes, output);
  }

  @Override
  public BoundRun bind(Map<String, Shape> inputShapes, Map<String, Shape> outputShapes) {
    RestingRun run = new RestingRun(inputShapes, outputShapes);
    run.awake(); // shapes that do not fit are refused now and not later
    runs.add(run);
    return run;
  }

  @Override
  public void rest() {
    runs.forEach(RestingRun::rest);
    if (current != null) {
      current.close();
      current = null;
    }
  }

  @Override
  public void close() {
    rest();
    runs.clear();
  }

  private final class RestingRun implements BoundRun {

    private final Map<String, Shape> inputShapes;
    private final Map<String, Shape> outputShapes;
    private @Nullable BoundRun run;
    private long nanosBefore;

    RestingRun(Map<String, Shape> inputShapes, Map<String, Shape> outputShapes) {
      this.inputShapes = inputShapes;
      this.outputShapes = outputShapes;
    }

    private BoundRun awake() {
      BoundRun bound = run;
      if (bound == null) {
        bound = RestingSession.this.awake().bind(inputShapes, outputShapes);
        run = bound;
      }
      return bound;
    }

    private void rest() {
      if (run != null) {
        nanosBefore += run.engineNanos();
        run.close();
        run = null;
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
      return awake().output(name);
    }

    @Override
    public void execute(Cancellation cancellation) {
      awake().execute(cancellation);
    }

    @Override
    public long engineNanos() {
      return nanosBefore + (run == null ? 0 : run.engineNanos());
    }

    @Override
    public void close() {
      rest();
      runs.remove(this);
    }
  }
}
