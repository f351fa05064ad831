package io.github.easel.training;

import io.github.easel.generation.RefusedValue;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Captions as ids. {@code *} stands for the word that is learned, which takes several places.
 *
 * @param count places that the word takes
 */
record Captions(ClipTokenizer tokenizer, int count) {

  /** The word that is learned. */
  static final String WORD = "*";

  /**
   * One caption.
   *
   * @param ids as many as the encoder reads
   * @param at the first place of the learned word; -1 if it is not there
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Line(int[] ids, int at) {}

  Line line(String caption) {
    int word = caption.indexOf(WORD);
    if (count == 0 || word < 0) {
      return new Line(tokenizer.beginning(caption.replace(WORD, " ")), -1);
    }
    int[] before = inner(caption.substring(0, word));
    int[] after = inner(caption.substring(word + 1).replace(WORD, " "));
    int room = tokenizer.maxLength() - 2 - count;
    int kept = Math.min(before.length, room);
    int more = Math.min(after.length, room - kept);
    int[] ids = tokenizer.beginning("");
    int filling = ids[ids.length - 1];
    int end = tokenizer.tokens("")[1];
    System.arraycopy(before, 0, ids, 1, kept);
    int anything = before.length > 0 ? before[0] : filling;
    Arrays.fill(ids, 1 + kept, 1 + kept + count, anything == end ? 0 : anything);
    System.arraycopy(after, 0, ids, 1 + kept + count, more);
    ids[1 + kept + count + more] = end;
    Arrays.fill(ids, 2 + kept + count + more, ids.length, filling);
    return new Line(ids, 1 + kept);
  }

  /** The ids of a text between begin and end. */
  int[] inner(String text) {
    int[] all = tokenizer.tokens(text);
    return Arrays.copyOfRange(all, 1, all.length - 1);
  }

  /** Ids as the networks take them, [captions, tokens]. */
  static FloatTensor ids(List<Line> lines) {
    int length = lines.get(0).ids().length;
    FloatTensor ids = FloatTensor.zeros(Shape.of(lines.size(), length));
    for (int i = 0; i < ids.size(); i++) {
      ids.set(i, lines.get(i / length).ids()[i % length]);
    }
    return ids;
  }

  List<Line> lines(List<String> captions) {
    List<Line> lines = new ArrayList<>();
    captions.forEach(caption -> lines.add(line(caption)));
    return lines;
  }

  /** Refuses more vectors than a word may have. */
  static void checkCount(int count) {
    TrainingSettings.check(RefusedValue.Kind.TEACH_VECTORS, count, Inversion.MOST_VECTORS);
  }
}
