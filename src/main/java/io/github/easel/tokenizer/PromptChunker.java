package io.github.easel.tokenizer;

import io.github.easel.prompt.WeightedText;
import io.github.easel.prompt.Wording;
import io.github.easel.tokenizer.ClipTokenizer.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts prompts of any length into chunks that the text encoder takes, as A1111 does: every run of
 * text is tokenized by itself; a chunk that is full ends behind its last comma, if that is among
 * its last {@value #BACK_OFF} tokens, and what follows the comma moves to the next chunk; a new
 * segment begins a new chunk. May be shared between threads.
 */
public final class PromptChunker {

  /** A1111's "increase coherency by padding from the last comma within n tokens". */
  static final int BACK_OFF = 20;

  /** No token has this id. */
  private static final int NONE = -1;

  private final ClipTokenizer tokenizer;
  private final int room;
  private final int comma;
  private final LearnedWords learned;

  /** A chunker for prompts that this tokenizer reads. */
  public PromptChunker(ClipTokenizer tokenizer) {
    this(tokenizer, LearnedWords.none());
  }

  private PromptChunker(ClipTokenizer tokenizer, LearnedWords learned) {
    this.tokenizer = tokenizer;
    this.learned = learned;
    this.room = tokenizer.maxLength() - 2;
    this.comma = tokenizer.comma().orElse(NONE);
  }

  /**
   * The same, but it knows learned words. Their vectors get the ids behind the last token's, from
   * {@link #firstLearned} on, in the words' order. The vectors of a word are never parted by the
   * end of a chunk.
   */
  public PromptChunker knowing(List<LearnedWord> words) {
    return new PromptChunker(tokenizer, LearnedWords.of(tokenizer, words));
  }

  /** The id of the first vector of learned words. */
  public int firstLearned() {
    return tokenizer.vocabularySize();
  }

  /** How many words' tokens a chunk holds, 75 in CLIP. */
  public int room() {
    return room;
  }

  /** Which of the learned words stand in a wording, each once. */
  public Set<LearnedWord> learnedIn(Wording wording) {
    Set<LearnedWord> found = new LinkedHashSet<>();
    wording.segments().stream()
        .flatMap(List::stream)
        .forEach(run -> find(run.text(), token -> {}, entry -> found.add(entry.word())));
    return found;
  }

  /** Goes through a text's tokens and, in the place of theirs, learned words. */
  private void find(String text, Consumer<Shown> plain, Consumer<LearnedWords.Entry> learnt) {
    List<Integer> ids = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Piece piece : tokenizer.pieces(text)) {
      String shown = piece.text();
      for (int id : piece.ids()) {
        ids.add(id);
        texts.add(shown);
        shown = "";
      }
    }
    int place = 0;
    while (place < ids.size()) {
      Optional<LearnedWords.Entry> entry = learned.at(ids, place);
      if (entry.isPresent()) {
        learnt.accept(entry.get());
        place += entry.get().tokens().size();
      } else {
        plain.accept(new Shown(ids.get(place), texts.get(place)));
        place++;
      }
    }
  }

  /** A token and the text of the word that it begins. */
  private record Shown(int id, String text) {}

  /** The chunks of a wording; an empty one has one chunk without words. */
  public PromptChunks chunks(Wording wording) {
    Assembly assembly = new Assembly();
    List<List<WeightedText>> segments = wording.segments();
    for (int i = 0; i < segments.size(); i++) {
      segments.get(i).forEach(assembly::add);
      if (i + 1 < segments.size()) {
        assembly.close();
      }
    }
    return assembly.finish();
  }

  /**
   * One token that is on its way into a chunk.
   *
   * @param text of the word that it begins; empty for a word's other tokens
   */
  private record Token(int id, float weight, String text) {}

  /** The chunks so far and the one that is being filled. */
  private final class Assembly {

    private final List<TokenChunk> done = new ArrayList<>();
    private List<Token> open = new ArrayList<>();
    private int lastComma = NONE;

    void add(WeightedText run) {
      String text = run.text();
      float weight = (float) run.weight();
      if (!text.isEmpty() && Character.isWhitespace(text.charAt(0))) {
        spaceOut();
      }
      find(
          text,
          token -> add(new Token(token.id(), weight, token.text())),
          entry -> add(entry, weight));
      if (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
        spaceOut();
      }
    }

    private void add(LearnedWords.Entry entry, float weight) {
      LearnedWord word = entry.word();
      if (open.size() + word.count() > room) {
        close();
      }
      String shown = word.name() + " ";
      for (int i = 0; i < word.count(); i++) {
        add(new Token(firstLearned() + entry.row() + i, weight, shown));
        shown = "";
      }
    }

    private void add(Token token) {
      if (open.size() == room) {
        makeRoom(token.id() == comma);
      }
      if (token.id() == comma) {
        lastComma = open.size();
      }
      open.add(token);
    }

    private void makeRoom(boolean forComma) {
      if (forComma || lastComma == NONE || open.size() - lastComma > BACK_OFF) {
        close();
        return;
      }
      List<Token> kept = open.subList(0, lastComma + 1);
      List<Token> moved = new ArrayList<>(open.subList(lastComma + 1, open.size()));
      open = new ArrayList<>(kept);
      close();
      open = moved;
    }

    void close() {
      int used = open.size();
      float[] weights = new float[room + 2];
      Arrays.fill(weights, 1);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < used; i++) {
        weights[1 + i] = open.get(i).weight();
        text.append(open.get(i).text());
      }
      int[] ids = tokenizer.framed(open.stream().mapToInt(Token::id).toArray());
      done.add(new TokenChunk(ids, weights, used, text.toString().strip()));
      open = new ArrayList<>();
      lastComma = NONE;
    }

    PromptChunks finish() {
      if (!open.isEmpty() || done.isEmpty()) {
        close();
      }
      return new PromptChunks(done, room);
    }

    /** White space around a run is no token, but people read it. */
    private void spaceOut() {
      int last = open.size() - 1;
      if (last >= 0 && !open.get(last).text().endsWith(" ")) {
        Token token = open.get(last);
        open.set(last, new Token(token.id(), token.weight(), token.text() + " "));
      }
    }
  }
}
