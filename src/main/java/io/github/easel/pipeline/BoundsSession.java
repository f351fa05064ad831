package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A network with an output of bounds, which it keeps for itself: the widest of all runs. */
final class BoundsSession implements Session {

  private final Session session;
  private final String output;
  private final float[] bounds;
  private boolean ran;

  /**
   * Takes an opened network over.
   *
   * @param output the least and the greatest of something in turn
   * @param count how many numbers that has
   */
  BoundsSession(Session session, String output, int count) {
    this.session = session;
    this.output = output;
    bounds = new float[count];
  }

  /** Those of all runs, zero included. */
  float[] bounds() {
    if (!ran) {
      throw new IllegalStateException("no run yet");
    }
    return bounds.clone();
  }

  private void widen(FloatTensor seen) {
    ran = true;
    for (int i = 0; i < bounds.length; i++) {
      float other = seen.get(i);
      bounds[i] = i % 2 == 0 ? Math.min(bounds[i], other) : Math.max(bounds[i], other);
    }
  }

  @Override
  public Path file() {
    return session.file();
  }

  @Override
  public Map<String, Port> inputs() {
    return session.inputs();
  }

  @Override
  public Map<String, Port> outputs() {
    Map<String, Port> others = new LinkedHashMap<>(session.outputs());
    others.remove(output);
    return others;
  }

  @Override
  public BoundRun bind(Map<String, Shape> inputs, Map<String, Shape> outputs) {
    Map<String, Shape> all = new LinkedHashMap<>(outputs);
    all.put(output, Shape.of(bounds.length));
    return new Run(session.bind(inputs, all));
  }

  @Override
  public Shape measure(Map<String, Shape> inputs, String wanted) {
    return session.measure(inputs, wanted);
  }

  @Override
  public long weightBytes() {
    return session.weightBytes();
  }

  @Override
  public void rest() {
    session.rest();
  }

  @Override
  public void close() {
    session.close();
  }

  private final class Run implements BoundRun {

    private final BoundRun run;

    Run(BoundRun run) {
      this.run = run;
    }

    @Override
    public FloatTensor input(String name) {
      return run.input(name);
    }

    @Override
    public void fill(String name, double value) {
      run.fill(name, value);
    }

    @Override
    public void set(String name, int[] values) {
      run.set(name, values);
    }

    @Override
    public FloatTensor output(String name) {
      return run.output(name);
    }

    @Override
    public void execute(Cancellation cancellation) {
      run.execute(cancellation);
      widen(run.output(output));
    }

    @Override
    public long engineNanos() {
      return run.engineNanos();
    }

    @Override
    public void close() {
      run.close();
    }
  }
}
