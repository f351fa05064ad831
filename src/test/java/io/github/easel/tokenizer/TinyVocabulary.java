package io.github.easel.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A vocabulary small enough to follow by hand, in the format of CLIP's: all bytes, all bytes at the
 * end of a word, a few merges, and two special tokens.
 */
public final class TinyVocabulary {

  /** First learnt first. */
  static final List<String> MERGES =
      List.of("a t</w>", "c at</w>", "t h", "th e</w>", "d o", "a b");

  static final String BEGIN = "<|startoftext|>";
  static final String END = "<|endoftext|>";

  private static final ObjectMapper JSON = new ObjectMapper();

  private TinyVocabulary() {}

  /** Writes vocab.json and merges.txt, and nothing else. */
  public static Path write(Path folder) throws IOException {
    JSON.writeValue(folder.resolve("vocab.json").toFile(), ids());
    Files.writeString(
        folder.resolve("merges.txt"), "#version: 0.2\n" + String.join("\n", MERGES) + "\n");
    return folder;
  }

  /** Token ids: bytes in their own order, so that an exclamation mark is 33. */
  static Map<String, Integer> ids() {
    Map<String, Integer> ids = new LinkedHashMap<>();
    for (String suffix : List.of("", ByteSymbols.END_OF_WORD)) {
      for (int value = 0; value < ByteSymbols.BYTES; value++) {
        ids.put(ByteSymbols.of(value) + suffix, ids.size());
      }
    }
    for (String merge : MERGES) {
      ids.put(merge.replace(" ", ""), ids.size());
    }
    ids.put(BEGIN, ids.size());
    ids.put(END, ids.size());
    return ids;
  }

  static int id(String token) {
    return Objects.requireNonNull(ids().get(token), token);
  }
}
