package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Map;
import java.util.Set;

/** CLIP's text tower: token ids to the embeddings that the UNet attends to. */
final class TextEncoder implements AutoCloseable {

  private final Session session;
  private final BoundRun run;
  private final String ids;
  private final String states;
  private final int width;

  /**
   * Takes an opened network over.
   *
   * @param length tokens in a chunk, 77 in CLIP
   */
  TextEncoder(Session session, int length) {
    this.session = session;
    try {
      Ports inputs = new Ports(session.file(), "input", session.inputs());
      ids = inputs.require("input_ids").name();
      inputs.allow(Set.of(ids));
      Port output =
          new Ports(session.file(), "output", session.outputs())
              .requireFloats("last_hidden_state", "text_embeddings");
      states = output.name();
      Map<String, Shape> shapes = Map.of(ids, Shape.of(1, length));
      long known = output.axis(2);
      width = (int) (known == Port.FREE ? session.measure(shapes, states).axis(2) : known);
      run = session.bind(shapes, Map.of(states, Shape.of(1, length, width)));
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /** The length of one embedding: 768 in Stable Diffusion 1, 1024 in 2. */
  int width() {
    return width;
  }

  /**
   * The embeddings of one chunk of a prompt, as a tensor of its own.
   *
   * @param tokens ids, as many as the encoder was opened for
   * @return [1, tokens, width]
   */
  FloatTensor encode(int[] tokens, Cancellation cancellation) {
    run.set(ids, tokens);
    run.execute(cancellation);
    return run.output(states).copy();
  }

  @Override
  public void close() {
    run.close();
    session.close();
  }
}
