package io.github.easel.tokenizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * CLIP's tokenizer (Radford et al. 2021, "Learning transferable visual models from natural language
 * supervision", section 2.4): lower-cased byte-pair encoding between a begin and an end token.
 *
 * <p>It follows transformers' slow CLIPTokenizer with ftfy: first the special tokens are cut out as
 * they are written, then the text between them is repaired ({@link TextCleaner}), lower-cased and
 * split into words, digits and runs of other characters. A padding token that is ordinary text,
 * such as Stable Diffusion 2's "!", is therefore read as the padding id within prompts too, as
 * there.
 *
 * <p>May be shared between threads.
 */
public final class ClipTokenizer {

  private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final String CONTRACTION = "'s|'t|'re|'ve|'m|'ll|'d";
  private static final String WORD = "\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+";

  private final BpeVocabulary vocabulary;
  private final TokenizerConfig config;
  private final Pattern special;
  private final Pattern words;
  private final WordCache cache = new WordCache();

  private ClipTokenizer(BpeVocabulary vocabulary, TokenizerConfig config) {
    this.vocabulary = vocabulary;
    this.config = config;
    this.special = Pattern.compile(anyOf(List.copyOf(config.special().keySet())));
    String edges = anyOf(List.of(config.begin().text(), config.end().text()));
    this.words =
        Pattern.compile(
            edges + "|" + CONTRACTION + "|" + WORD, CASELESS | Pattern.UNICODE_CHARACTER_CLASS);
  }

  /**
   * Reads a model's tokenizer folder: {@code vocab.json} and {@code merges.txt}, and if they are
   * there {@code tokenizer_config.json} and {@code special_tokens_map.json}.
   *
   * @throws io.github.easel.generation.GenerationException with MODEL_FILE_MISSING or
   *     MODEL_FILE_UNUSABLE if a file is not there or damaged
   */
  public static ClipTokenizer open(Path folder) {
    BpeVocabulary vocabulary =
        BpeVocabulary.read(
            folder.resolve(TokenizerConfig.VOCABULARY_FILE), folder.resolve("merges.txt"));
    return new ClipTokenizer(vocabulary, TokenizerConfig.read(folder, vocabulary));
  }

  /** The same with another id that fills up. */
  public ClipTokenizer withPadding(int id) {
    return new ClipTokenizer(vocabulary, config.withPadding(id));
  }

  /**
   * Likewise, but what fills up to the length is another token than the folder says: the second
   * text encoder of Stable Diffusion XL shares the vocabulary of the first, and files that hold
   * both bring it once.
   */
  public static ClipTokenizer open(Path folder, String padding) {
    ClipTokenizer usual = open(folder);
    return new ClipTokenizer(
        usual.vocabulary, usual.config.padded(folder, padding, usual.vocabulary));
  }

  /** How many ids the text encoder takes at a time, begin and end included: 77 for CLIP. */
  public int maxLength() {
    return config.length();
  }

  /** One more than the highest id there is: the least size of the encoder's embedding. */
  public int vocabularySize() {
    int largest = config.special().values().stream().mapToInt(id -> id).max().orElse(0);
    return Math.max(vocabulary.size(), largest + 1);
  }

  /** All ids of a prompt between begin and end, however many, without padding. */
  public int[] tokens(String text) {
    List<int[]> pieces = new ArrayList<>();
    pieces.add(new int[] {config.begin().id()});
    for (Part part : parts(text)) {
      part.words().forEach(word -> pieces.add(word.ids()));
    }
    pieces.add(new int[] {config.end().id()});
    return pieces.stream().flatMapToInt(Arrays::stream).toArray();
  }

  /**
   * The ids of a text as CLIP's towers compare it with pictures: between begin and end, filled up
   * to {@link #maxLength}; what does not fit is cut off.
   */
  public int[] beginning(String text) {
    int[] all = tokens(text);
    int room = Math.min(all.length - 2, config.length() - 2);
    return framed(Arrays.copyOfRange(all, 1, 1 + room));
  }

  /** All words of a text with their ids, however many, as they are shown to people. */
  List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    for (Part part : parts(text)) {
      List<Word> found = part.words();
      for (int i = 0; i < found.size(); i++) {
        int end = i + 1 < found.size() ? found.get(i + 1).start() : part.text().length();
        String shown = part.text().substring(found.get(i).start(), end);
        pieces.add(new Piece(shown, found.get(i).ids()));
      }
    }
    return pieces;
  }

  /**
   * One word.
   *
   * @param text with the white space that follows it
   * @param ids its tokens, at least one
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Piece(String text, int[] ids) {}

  /** The id of a comma that stands by itself, if the vocabulary has one. */
  OptionalInt comma() {
    return vocabulary.id("," + ByteSymbols.END_OF_WORD);
  }

  /** Between begin and end, filled up to {@link #maxLength}. */
  int[] framed(int[] own) {
    int[] ids = new int[config.length()];
    Arrays.fill(ids, config.padding());
    ids[0] = config.begin().id();
    System.arraycopy(own, 0, ids, 1, own.length);
    ids[1 + own.length] = config.end().id();
    return ids;
  }

  /**
   * A stretch of text between special tokens, or such a token.
   *
   * @param text as it is shown to people: repaired, in its own case where that is possible
   */
  private record Part(String text, List<Word> words) {}

  /** The ids of one word and where it starts in its part. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Word(int start, int[] ids) {}

  private List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = special.matcher(text);
    int from = 0;
    while (matcher.find()) {
      parts.add(part(text.substring(from, matcher.start())));
      int id = config.special().getOrDefault(matcher.group(), config.unknown());
      parts.add(new Part(matcher.group(), List.of(new Word(0, new int[] {id}))));
      from = matcher.end();
    }
    parts.add(part(text.substring(from)));
    return parts;
  }

  private Part part(String text) {
    String cleaned = TextCleaner.clean(text);
    String lower = cleaned.toLowerCase(Locale.ROOT);
    List<Word> found = new ArrayList<>();
    Matcher matcher = words.matcher(lower);
    while (matcher.find()) {
      found.add(new Word(matcher.start(), ids(matcher.group())));
    }
    // some letters become two in lower case, and places would not agree
    return new Part(cleaned.length() == lower.length() ? cleaned : lower, found);
  }

  private int[] ids(String word) {
    for (TokenizerConfig.Token edge : List.of(config.begin(), config.end())) {
      if (edge.text().equalsIgnoreCase(word)) {
        return new int[] {edge.id()};
      }
    }
    return cache.get(word, missing -> vocabulary.encode(missing, config.unknown()));
  }

  /** The longest comes first, so that no token hides a longer one. */
  private static String anyOf(List<String> texts) {
    return texts.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }
}
