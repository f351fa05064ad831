package io.github.easel.prompt;

import io.github.easel.prompt.PromptScript.ExtraNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes tags such as {@code <lora:name:0.8>} out of a text: a word, a colon, and at least one
 * character up to the next {@code >}.
 *
 * @param text what is left
 * @param tags what was taken out, in its order
 */
record ExtraNetworkTags(String text, List<ExtraNetwork> tags) {

  ExtraNetworkTags {
    tags = List.copyOf(tags);
  }

  /** Takes out those that are wanted. */
  static ExtraNetworkTags takenFrom(String text, Predicate<ExtraNetwork> wanted) {
    int last = text.lastIndexOf('>');
    List<ExtraNetwork> tags = new ArrayList<>();
    StringBuilder left = new StringBuilder();
    int copied = 0;
    int place = text.indexOf('<');
    while (place >= 0 && place < last) {
      int colon = wordEnd(text, place + 1);
      int after = place + 1;
      if (colon > place + 1 && colon < last && text.charAt(colon) == ':') {
        int end = text.indexOf('>', colon);
        if (end > colon + 1 && wanted.test(tag(text, place, colon, end))) {
          left.append(text, copied, place);
          tags.add(tag(text, place, colon, end));
          copied = end + 1;
          after = copied;
        }
      }
      place = text.indexOf('<', after);
    }
    return new ExtraNetworkTags(left.append(text, copied, text.length()).toString(), tags);
  }

  private static ExtraNetwork tag(String text, int place, int colon, int end) {
    String arguments = text.substring(colon + 1, end);
    return new ExtraNetwork(text.substring(place + 1, colon), List.of(arguments.split(":", -1)));
  }

  private static int wordEnd(String text, int from) {
    int place = from;
    while (Characters.wordBeginsAt(text, place)) {
      place += Character.charCount(text.codePointAt(place));
    }
    return place;
  }
}
