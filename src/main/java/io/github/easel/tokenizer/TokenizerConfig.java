package io.github.easel.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.GenerationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What a model's tokenizer files say beside the vocabulary.
 *
 * @param begin stands before every prompt
 * @param end stands after every prompt
 * @param padding id that fills up to the length
 * @param unknown id for bytes that the vocabulary lacks
 * @param length ids that the text encoder takes, from 3
 * @param special tokens that a prompt may contain as they are, with their ids
 */
record TokenizerConfig(
    Token begin, Token end, int padding, int unknown, int length, Map<String, Integer> special) {

  static final String VOCABULARY_FILE = "vocab.json";
  static final String CONFIG_FILE = "tokenizer_config.json";
  static final String SPECIAL_TOKENS_FILE = "special_tokens_map.json";

  private static final String CLIP_BEGIN = "<|startoftext|>";
  private static final String CLIP_END = "<|endoftext|>";
  private static final int CLIP_LENGTH = 77;
  private static final int LEAST_LENGTH = 3;
  private static final int MOST_LENGTH = 4096;

  /** A special token and its id. */
  record Token(String text, int id) {}

  TokenizerConfig {
    special = Map.copyOf(special);
  }

  /** The same with another id that fills up. */
  TokenizerConfig withPadding(int id) {
    return new TokenizerConfig(begin, end, id, unknown, length, special);
  }

  /**
   * Reads the files that are there; CLIP's own choices stand in for what they do not say.
   *
   * @throws io.github.easel.generation.GenerationException if a file is damaged, or names a token
   *     that the vocabulary does not have
   */
  static TokenizerConfig read(Path folder, BpeVocabulary vocabulary) {
    List<Source> sources =
        Stream.of(CONFIG_FILE, SPECIAL_TOKENS_FILE)
            .map(folder::resolve)
            .filter(Files::exists)
            .map(file -> new Source(file, ModelFiles.object(file)))
            .toList();
    return new Reader(folder, sources, vocabulary).read();
  }

  /**
   * The same with another padding, which is then a special token.
   *
   * @throws GenerationException if the vocabulary does not have it
   */
  TokenizerConfig padded(Path folder, String text, BpeVocabulary vocabulary) {
    int id =
        vocabulary
            .id(text)
            .orElseThrow(
                () ->
                    GenerationException.unusable(
                        folder.resolve(VOCABULARY_FILE), "a token " + text, "none"));
    Map<String, Integer> all = new HashMap<>(special);
    all.put(text, id);
    return new TokenizerConfig(begin, end, id, unknown, length, all);
  }

  private record Source(Path file, JsonNode object) {}

  /**
   * Puts the answers together.
   *
   * @param sources asked in this order; the first answer counts
   */
  private record Reader(Path folder, List<Source> sources, BpeVocabulary vocabulary) {

    TokenizerConfig read() {
      Map<String, Integer> added = addedTokens();
      Token begin = token("bos_token", CLIP_BEGIN, added);
      Token end = token("eos_token", CLIP_END, added);
      Token padding = token("pad_token", end.text(), added);
      Token unknown = token("unk_token", end.text(), added);
      for (Token token : List.of(begin, end, padding, unknown)) {
        added.put(token.text(), token.id());
      }
      return new TokenizerConfig(begin, end, padding.id(), unknown.id(), length(), added);
    }

    private Token token(String field, String absent, Map<String, Integer> added) {
      for (Source source : sources) {
        JsonNode value = source.object().path(field);
        JsonNode content = value.isObject() ? value.path("content") : value;
        if (content.isTextual()) {
          return token(source.file(), field, content.asText(), added);
        }
      }
      return token(folder.resolve(VOCABULARY_FILE), field, absent, added);
    }

    private Token token(Path file, String field, String text, Map<String, Integer> added) {
      OptionalInt id =
          added.containsKey(text) ? OptionalInt.of(added.get(text)) : vocabulary.id(text);
      if (text.isEmpty() || id.isEmpty()) {
        throw GenerationException.unusable(file, "a token of the vocabulary as " + field, text);
      }
      return new Token(text, id.getAsInt());
    }

    private Map<String, Integer> addedTokens() {
      Map<String, Integer> added = new HashMap<>();
      for (Source source : sources) {
        for (Map.Entry<String, JsonNode> entry :
            source.object().path("added_tokens_decoder").properties()) {
          String text = entry.getValue().path("content").asText();
          if (text.isEmpty() || !entry.getKey().matches("\\d{1,9}")) {
            throw GenerationException.unusable(
                source.file(), "added tokens with ids", entry.getKey() + ": " + entry.getValue());
          }
          added.put(text, Integer.parseInt(entry.getKey()));
        }
      }
      return added;
    }

    /** Files without a real limit hold a number far beyond any encoder; CLIP's counts then. */
    private int length() {
      for (Source source : sources) {
        JsonNode length = source.object().path("model_max_length");
        if (length.isNumber() && length.doubleValue() < LEAST_LENGTH) {
          throw GenerationException.unusable(
              source.file(), "model_max_length of 3 or more", length.asText());
        }
        if (length.isNumber() && length.doubleValue() <= MOST_LENGTH) {
          return length.intValue();
        }
      }
      return CLIP_LENGTH;
    }
  }
}
