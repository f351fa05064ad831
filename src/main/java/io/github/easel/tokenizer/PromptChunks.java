package io.github.easel.tokenizer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A wording cut into chunks.
 *
 * @param chunks in their order, at least one
 * @param room the most words' tokens that a chunk holds, 75 in CLIP
 */
public record PromptChunks(List<TokenChunk> chunks, int room) {

  public PromptChunks {
    chunks = List.copyOf(chunks);
    if (chunks.isEmpty()) {
      throw new IllegalArgumentException("even an empty prompt is a chunk");
    }
  }

  /**
   * Tokens from the first to the last, those included that chunks were filled up with: the number
   * that token counters show.
   */
  public int used() {
    return (chunks.size() - 1) * room + chunks.get(chunks.size() - 1).used();
  }

  /** How many tokens these chunks hold: {@link #room} or a multiple of it. */
  public int limit() {
    return chunks.size() * room;
  }

  /** The words of all chunks from one on, empty if there are none. */
  public String textFrom(int chunk) {
    return chunks.stream()
        .skip(chunk)
        .map(TokenChunk::text)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
