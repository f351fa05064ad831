package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.prompt.Wording;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.PromptChunks;
import io.github.easel.tokenizer.TokenChunk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the prompts of one picture with one tower. Each chunk is encoded once. */
final class TowerReading {

  private static final Wording EMPTY = Wording.of("");

  private final TextTower tower;
  private final Emphasis emphasis;
  private final Cancellation cancellation;
  private final Map<Wording, PromptChunks> chunks = new HashMap<>();
  private final Map<TokenChunk, TextCondition> encoded = new HashMap<>();

  TowerReading(TextTower tower, Emphasis emphasis, Cancellation cancellation) {
    this.tower = tower;
    this.emphasis = emphasis;
    this.cancellation = cancellation;
  }

  /** A wording in chunks. */
  PromptChunks chunks(Wording wording) {
    return chunks.computeIfAbsent(wording, tower.chunker()::chunks);
  }

  /**
   * A wording's chunks, one behind the other; the vector for the whole is that of the first, as in
   * A1111.
   *
   * @param count of chunks, filled up with empty ones
   */
  TextCondition read(Wording wording, int count) {
    List<TokenChunk> own = chunks(wording).chunks();
    TextCondition first = encoded(own.get(0));
    if (count == 1) {
      return first;
    }
    Shape one = first.states().shape();
    FloatTensor all = FloatTensor.zeros(Shape.of(1, count * one.axis(1), one.axis(2)));
    TokenChunk empty = chunks(EMPTY).chunks().get(0);
    for (int i = 0; i < count; i++) {
      FloatTensor chunk = encoded(i < own.size() ? own.get(i) : empty).states();
      all.copy(i * chunk.size(), chunk, 0, chunk.size());
    }
    return new TextCondition(all, first.pooled());
  }

  /** Weights act on the states; the vector for the whole text has none, as in A1111. */
  private TextCondition encoded(TokenChunk chunk) {
    TextCondition known = encoded.get(chunk);
    if (known == null) {
      known = tower.encode(chunk, cancellation);
      if (chunk.weighted()) {
        Weighting.apply(emphasis, known.states(), chunk.weights());
      }
      encoded.put(chunk, known);
    }
    return known;
  }
}
