package io.github.easel.tokenizer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A tokenizer of our own in CLIP's format that knows bytes only, for models whose weights mean
 * nothing: its ids reach as far as CLIP's, so that nothing else need know.
 */
public final class PlaceholderVocabulary {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlaceholderVocabulary() {}

  /**
   * Writes vocab.json and merges.txt.
   *
   * @param size entries of the text encoder's table, from 514; the last two are begin and end
   * @throws IOException if they cannot be written
   */
  public static void write(Path folder, int size) throws IOException {
    ObjectNode ids = JSON.createObjectNode();
    for (String suffix : List.of("", ByteSymbols.END_OF_WORD)) {
      for (int value = 0; value < ByteSymbols.BYTES; value++) {
        ids.put(ByteSymbols.of(value) + suffix, ids.size());
      }
    }
    ids.put("<|startoftext|>", size - 2);
    ids.put("<|endoftext|>", size - 1);
    byte[] vocabulary = JSON.writeValueAsBytes(ids);
    byte[] merges = "#version: 0.2\n".getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(TokenizerConfig.VOCABULARY_FILE), out -> out.write(vocabulary));
    AtomicFile.write(folder.resolve("merges.txt"), out -> out.write(merges));
  }
}
