package io.github.easel.gallery;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the words by which it is found: runs of letters, digits and marks, without case
 * and without the accents of Latin, Greek and Cyrillic letters; a Chinese or Japanese character is
 * a word by itself, as nothing parts words there.
 *
 * <p>FTS5's own {@code unicode61} knows Unicode 6.1 only, and takes Georgian capitals (Mtavruli, of
 * Unicode 11) for spaces. So the index is given words that were folded here, parted by spaces.
 */
final class WordFolding {

  /** Letters beyond these are left out of a word: nobody types them, and indexes grow by them. */
  static final int LONGEST = 100;

  private WordFolding() {}

  /** The words in their order. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    for (int i = 0; i < plain.length(); i = plain.offsetByCodePoints(i, 1)) {
      int letter = plain.codePointAt(i);
      if (isAccent(letter)) {
        continue;
      }
      if (!isPartOfWord(letter)) {
        end(word, words);
      } else if (standsAlone(letter)) {
        end(word, words);
        words.add(Character.toString(letter));
      } else {
        word.appendCodePoint(fold(letter));
      }
    }
    end(word, words);
    return words;
  }

  /** The whole text without case, for names that are compared whole. */
  static String folded(String text) {
    StringBuilder all = new StringBuilder(text.length());
    text.strip().codePoints().map(WordFolding::fold).forEach(all::appendCodePoint);
    return all.toString();
  }

  private static int fold(int letter) {
    // By way of the capital, so that the two forms of the small sigma and such become one.
    return Character.toLowerCase(Character.toUpperCase(letter));
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.isEmpty()) {
      return;
    }
    String whole = Normalizer.normalize(word, Normalizer.Form.NFC);
    boolean tooLong = whole.codePointCount(0, whole.length()) > LONGEST;
    words.add(tooLong ? whole.substring(0, whole.offsetByCodePoints(0, LONGEST)) : whole);
    word.setLength(0);
  }

  private static boolean isAccent(int letter) {
    return letter >= 0x0300 && letter <= 0x036F; // the block of combining diacritical marks
  }

  private static boolean isPartOfWord(int letter) {
    return Character.isLetterOrDigit(letter)
        || switch (Character.getType(letter)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  private static boolean standsAlone(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }
}
