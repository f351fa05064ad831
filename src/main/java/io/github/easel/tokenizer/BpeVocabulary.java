package io.github.easel.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Byte-pair encoding (Sennrich, Haddow and Birch 2016, "Neural machine translation of rare words
 * with subword units", section 3.2) over bytes: a word starts as its bytes, the last one marked as
 * the end of the word, and again and again the pair that was learnt first is merged. Immutable.
 */
final class BpeVocabulary {

  private static final String HEADER = "#version";

  /** An id for bytes that the vocabulary has no token for. */
  private static final int NONE = -1;

  private final Map<String, Integer> ids;
  private final Map<Long, Merge> merges;
  private final int[] byteIds = new int[ByteSymbols.BYTES];
  private final int[] lastByteIds = new int[ByteSymbols.BYTES];

  /** What a pair becomes, and how early it was learnt. */
  private record Merge(int rank, int id) {}

  private BpeVocabulary(Map<String, Integer> ids, Map<Long, Merge> merges) {
    this.ids = ids;
    this.merges = merges;
    for (int value = 0; value < ByteSymbols.BYTES; value++) {
      String symbol = ByteSymbols.of(value);
      byteIds[value] = ids.getOrDefault(symbol, NONE);
      lastByteIds[value] = ids.getOrDefault(symbol + ByteSymbols.END_OF_WORD, NONE);
    }
  }

  /**
   * Reads a vocabulary.
   *
   * @param vocabulary a JSON object of tokens and ids, {@code vocab.json}
   * @param mergeList a pair a line, first learnt first, {@code merges.txt}
   * @throws io.github.easel.generation.GenerationException if a file is missing or damaged, or if
   *     the two do not belong together
   */
  static BpeVocabulary read(Path vocabulary, Path mergeList) {
    Map<String, Integer> ids = readIds(vocabulary);
    return new BpeVocabulary(ids, readMerges(mergeList, ids));
  }

  /** The id of a token. */
  OptionalInt id(String token) {
    Integer id = ids.get(token);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** One more than the highest id. */
  int size() {
    return ids.values().stream().mapToInt(id -> id + 1).max().orElse(0);
  }

  /**
   * The tokens of one word.
   *
   * @param word not empty
   * @param unknown stands for bytes that the vocabulary lacks
   */
  int[] encode(String word, int unknown) {
    int[] symbols = ByteSymbols.bytes(word);
    int count = symbols.length;
    for (int i = 0; i < count; i++) {
      symbols[i] = i < count - 1 ? byteIds[symbols[i]] : lastByteIds[symbols[i]];
    }
    while (count > 1) {
      long best = firstLearnt(symbols, count);
      Merge merge = merges.get(best);
      if (merge == null) {
        break;
      }
      count = mergeAll(symbols, count, best, merge.id());
    }
    for (int i = 0; i < count; i++) {
      symbols[i] = symbols[i] == NONE ? unknown : symbols[i];
    }
    return Arrays.copyOf(symbols, count);
  }

  /** The pair in the word with the lowest rank, or any pair if none can be merged. */
  private long firstLearnt(int[] symbols, int count) {
    int bestRank = Integer.MAX_VALUE;
    long best = pair(symbols[0], symbols[1]);
    for (int i = 0; i + 1 < count; i++) {
      long pair = pair(symbols[i], symbols[i + 1]);
      Merge merge = merges.get(pair);
      if (merge != null && merge.rank() < bestRank) {
        bestRank = merge.rank();
        best = pair;
      }
    }
    return best;
  }

  /** Merges every occurrence of a pair, from the left, and returns how many symbols are left. */
  private static int mergeAll(int[] symbols, int count, long pair, int merged) {
    int to = 0;
    int from = 0;
    while (from < count) {
      if (from + 1 < count && pair(symbols[from], symbols[from + 1]) == pair) {
        symbols[to++] = merged;
        from += 2;
      } else {
        symbols[to++] = symbols[from++];
      }
    }
    return to;
  }

  private static long pair(int left, int right) {
    return ((long) left << 32) | (right & 0xffffffffL);
  }

  private static Map<String, Integer> readIds(Path file) {
    JsonNode object = ModelFiles.object(file);
    Map<String, Integer> ids = new HashMap<>(object.size() * 2);
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      JsonNode id = entry.getValue();
      if (!id.isInt() || id.intValue() < 0) {
        throw GenerationException.unusable(
            file, "whole numbers from 0 as ids", "%s for %s".formatted(id, entry.getKey()));
      }
      ids.put(entry.getKey(), id.intValue());
    }
    if (ids.isEmpty()) {
      throw GenerationException.unusable(file, "tokens with their ids", "none");
    }
    return ids;
  }

  private static Map<Long, Merge> readMerges(Path file, Map<String, Integer> ids) {
    List<String> lines = ModelFiles.lines(file);
    Map<Long, Merge> merges = new HashMap<>(lines.size() * 2);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty() || (i == 0 && line.startsWith(HEADER))) {
        continue;
      }
      int space = line.indexOf(' ');
      Integer left = space < 0 ? null : ids.get(line.substring(0, space));
      Integer right = space < 0 ? null : ids.get(line.substring(space + 1));
      Integer merged =
          space < 0 ? null : ids.get(line.substring(0, space) + line.substring(space + 1));
      if (left == null || right == null || merged == null) {
        throw GenerationException.unusable(
            file,
            "pairs of tokens that the vocabulary joins",
            "\"%s\" in line %d".formatted(line, i + 1));
      }
      merges.putIfAbsent(pair(left, right), new Merge(i, merged));
    }
    return merges;
  }
}
