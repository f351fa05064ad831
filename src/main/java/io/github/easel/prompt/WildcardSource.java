package io.github.easel.prompt;

import io.github.easel.generation.Notice;
import io.github.easel.prompt.TemplateNode.Choice;
import io.github.easel.prompt.TemplateNode.Option;
import io.github.easel.prompt.TemplateNode.Row;
import io.github.easel.prompt.TemplateNode.Wildcard;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives an expansion its wildcards and keeps it from going round in circles or on for ever. */
final class WildcardSource {

  private static final int MOST_PIECES = 200_000;
  private static final int DEEPEST = 16;

  private final WildcardFolder folder;
  private final Deque<String> entered = new ArrayDeque<>();
  private final Set<Notice> notices = new LinkedHashSet<>();
  private int pieces;
  private boolean overgrown;

  WildcardSource(WildcardFolder folder) {
    this.folder = folder;
  }

  /** What the user should know, each thing once. */
  List<Notice> notices() {
    return List.copyOf(notices);
  }

  /** Whether one more piece may be added to a prompt of so many characters. */
  boolean mayGoOn(int characters) {
    pieces++;
    return fits(pieces > MOST_PIECES ? Integer.MAX_VALUE : characters);
  }

  /** Whether a prompt may have so many characters. */
  boolean fits(int characters) {
    if (characters <= DynamicPrompts.MOST_CHARACTERS) {
      return true;
    }
    if (!overgrown) {
      // It is asked very often, and told once.
      overgrown = true;
      String most = Integer.toString(DynamicPrompts.MOST_CHARACTERS);
      notices.add(new Notice(Notice.Kind.PROMPT_OVERGROWN, most));
    }
    return false;
  }

  /** The wildcard's lines, to be read as templates; none, with a notice, if it cannot be used. */
  List<Option> options(Wildcard wildcard) {
    if (entered.contains(wildcard.name()) || entered.size() == DEEPEST) {
      notices.add(new Notice(Notice.Kind.WILDCARD_CIRCLE, way(wildcard.name())));
      return List.of();
    }
    WildcardFolder.Lines lines = folder.lines(wildcard.name());
    notices.addAll(lines.problems());
    return lines.options();
  }

  void enter(Wildcard wildcard) {
    entered.push(wildcard.name());
  }

  void leave() {
    entered.pop();
  }

  /** The wildcard as words, for when there is nothing to put in its place. */
  static String typed(Wildcard wildcard) {
    return "__" + wildcard.name() + "__";
  }

  /** The wildcard of which a choice takes so many different lines, if it is such a choice. */
  static Optional<Wildcard> linesOf(Choice choice) {
    return choice.counted()
            && choice.options().size() == 1
            && choice.options().get(0).text() instanceof Row row
            && row.pieces().size() == 1
            && row.pieces().get(0) instanceof Wildcard wildcard
        ? Optional.of(wildcard)
        : Optional.empty();
  }

  private String way(String name) {
    StringBuilder way = new StringBuilder();
    Iterator<String> outermostFirst = entered.descendingIterator();
    while (outermostFirst.hasNext()) {
      way.append(outermostFirst.next()).append(" → ");
    }
    return way.append(name).toString();
  }
}
