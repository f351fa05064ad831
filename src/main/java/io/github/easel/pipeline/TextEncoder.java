package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** CLIP's text tower: token ids to the embeddings that the UNet attends to. */
final class TextEncoder implements AutoCloseable {

  /** What exports of Stable Diffusion XL call the states before the first and after each layer. */
  private static final String LAYER = "hidden_states.";

  private static final String KEPT = "kept_words";
  private static final String LEARNED = "learned_words";

  private final Session session;
  private final BoundRun run;
  private final String ids;
  private final String states;
  private final Optional<String> pooled;
  private final int width;
  private final int pooledWidth;
  private final int learnedWidth;

  /**
   * Takes an opened network over.
   *
   * @param length tokens in a chunk, 77 in CLIP
   * @param clipSkip of a graph that gives the states of all its layers, which one to take; others
   *     were opened for it
   */
  TextEncoder(Session session, int length, int clipSkip) {
    this.session = session;
    try {
      Ports inputs = new Ports(session.file(), "input", session.inputs());
      ids = inputs.require("input_ids").name();
      inputs.allow(Set.of(ids, KEPT, LEARNED));
      Ports outputs = new Ports(session.file(), "output", session.outputs());
      Port output = outputs.requireFloats(statesName(clipSkip), "text_embeddings");
      Optional<Port> whole = outputs.find("text_embeds");
      states = output.name();
      pooled = whole.map(Port::name);
      Map<String, Shape> shapes = new HashMap<>(Map.of(ids, Shape.of(1, length)));
      Optional<Port> learned = inputs.find(LEARNED);
      learnedWidth = learned.map(port -> (int) port.axis(2)).orElse(0);
      if (learned.isPresent()) {
        shapes.put(KEPT, Shape.of(1, length, 1));
        shapes.put(LEARNED, Shape.of(1, length, learnedWidth));
      }
      width = length(output, 2, shapes);
      pooledWidth = whole.isPresent() ? length(whole.get(), 1, shapes) : 0;
      Map<String, Shape> wanted = new HashMap<>();
      wanted.put(states, Shape.of(1, length, width));
      pooled.ifPresent(name -> wanted.put(name, Shape.of(1, pooledWidth)));
      run = session.bind(shapes, wanted);
    } catch (RuntimeException | Error e) {
      session.close();
      throw e;
    }
  }

  /** Stable Diffusion XL takes the layer before the last, and counts its clip skip from there. */
  private String statesName(int clipSkip) {
    int layers = -1;
    while (session.outputs().containsKey(LAYER + (layers + 1))) {
      layers++;
    }
    if (layers < 0) {
      return "last_hidden_state";
    }
    if (clipSkip >= layers) {
      throw new GenerationException(
          Failure.CLIP_SKIP_UNSUITABLE,
          "clip skip " + clipSkip + " of " + layers + " layers in " + session.file(),
          Integer.toString(clipSkip),
          Integer.toString(Math.max(1, layers - 1)));
    }
    return LAYER + (layers - clipSkip);
  }

  private int length(Port port, int axis, Map<String, Shape> shapes) {
    long known = port.axis(axis);
    return (int) (known == Port.FREE ? session.measure(shapes, port.name()).axis(axis) : known);
  }

  /** The length of one embedding: 768 in Stable Diffusion 1, 1024 in 2. */
  int width() {
    return width;
  }

  /** The length of the vector for the whole text; 0 if it gives none. */
  int pooledWidth() {
    return pooledWidth;
  }

  /** The length of a token's own embedding, where learned ones can be given; 0 where not. */
  int learnedWidth() {
    return learnedWidth;
  }

  /**
   * The embeddings of one chunk of a prompt, as tensors of its own.
   *
   * @param tokens ids, as many as the encoder was opened for
   */
  TextCondition encode(int[] tokens, Cancellation cancellation) {
    return encode(tokens, LearnedVectors.none(), cancellation);
  }

  /**
   * Likewise.
   *
   * @param learned what stands for ids beyond the vocabulary
   */
  TextCondition encode(int[] tokens, LearnedVectors learned, Cancellation cancellation) {
    run.set(ids, Arrays.stream(tokens).map(id -> learned.has(id) ? 0 : id).toArray());
    if (learnedWidth > 0) {
      learn(tokens, learned);
    }
    run.execute(cancellation);
    return new TextCondition(
        run.output(states).copy(), pooled.map(name -> run.output(name).copy()));
  }

  private void learn(int[] tokens, LearnedVectors learned) {
    FloatTensor kept = run.input(KEPT);
    run.fill(LEARNED, 0);
    FloatTensor vectors = run.input(LEARNED);
    for (int i = 0; i < tokens.length; i++) {
      boolean has = learned.has(tokens[i]);
      kept.set(i, has ? 0 : 1);
      if (has) {
        learned.copy(tokens[i], vectors, i, learnedWidth);
      }
    }
  }

  /** Bytes of its weights. */
  long weightBytes() {
    return session.weightBytes();
  }

  /** Lets go of its memory until it is next asked. */
  void rest() {
    session.rest();
  }

  @Override
  public void close() {
    run.close();
    session.close();
  }
}
