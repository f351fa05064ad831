package io.github.easel.pipeline;

import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The first and the last layers of a UNet, which predict from what its deep layers made some calls
 * before ({@link io.github.easel.network.UNetEnds}).
 */
final class DenoiserEnds implements AutoCloseable {

  private final Session session;
  private final DenoiserPorts ports;
  private final LastRun<Size> runs;
  private @Nullable DenoiserBatch batch;
  private @Nullable FloatTensor deep;

  private record Size(Shape samples, int tokens) {}

  /** Takes an opened network over. */
  DenoiserEnds(Session session, TextShape text) {
    this.session = session;
    runs =
        new LastRun<>(
            size ->
                session.bind(
                    ports().inputShapes(size.samples, size.tokens),
                    ports().outputShapes(size.samples, 0)));
    try {
      ports = DenoiserPorts.of(session, text);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  private DenoiserPorts ports() {
    return ports;
  }

  /** Channels of the deep features. */
  long width() {
    return ports.deepIn().orElseThrow().axis(1);
  }

  /**
   * Makes ready for samples of a shape.
   *
   * @param samples [batch, channels, height, width]
   */
  void prepare(Shape samples, int tokens, Circumstances told) {
    BoundRun run = runs.of(new Size(samples, tokens));
    batch = new DenoiserBatch(run, ports, (int) samples.axis(0));
    batch.tell(told);
    deep = run.input(ports.deepIn().orElseThrow().name());
  }

  /** What the deep layers made, from now on. */
  void goOnFrom(FloatTensor features) {
    Objects.requireNonNull(deep).set(features);
  }

  DenoiserBatch batch() {
    return Objects.requireNonNull(batch);
  }

  @Override
  public void close() {
    runs.close();
    session.close();
  }
}
