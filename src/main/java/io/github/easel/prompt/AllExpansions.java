package io.github.easel.prompt;

import io.github.easel.generation.Notice;
import io.github.easel.prompt.DynamicPrompts.Expansion;
import io.github.easel.prompt.TemplateNode.Choice;
import io.github.easel.prompt.TemplateNode.Line;
import io.github.easel.prompt.TemplateNode.Option;
import io.github.easel.prompt.TemplateNode.Row;
import io.github.easel.prompt.TemplateNode.Wildcard;
import io.github.easel.prompt.TemplateNode.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes all prompts of a template, or the first ones of them. It serves once. */
final class AllExpansions {

  private final WildcardSource source;
  private final int most;

  AllExpansions(WildcardFolder wildcards, int most) {
    this.source = new WildcardSource(wildcards);
    this.most = most;
  }

  Expansion expand(String template) {
    // Every list below is cut behind one more than is wished for, which tells that there are more.
    List<String> all = texts(TemplateParser.parse(template));
    List<Notice> notices = new ArrayList<>(source.notices());
    if (all.size() > most) {
      notices.add(new Notice(Notice.Kind.COMBINATIONS_CUT, Integer.toString(most)));
      all = all.subList(0, most);
    }
    return new Expansion(all, notices);
  }

  private List<String> texts(TemplateNode node) {
    if (!source.mayGoOn(0)) {
      return List.of("");
    }
    if (node instanceof Words words) {
      return List.of(words.text());
    }
    if (node instanceof Line line) {
      return texts(TemplateParser.parse(line.template()));
    }
    if (node instanceof Row row) {
      return joined(row.pieces(), "");
    }
    if (node instanceof Wildcard wildcard) {
      return lines(wildcard);
    }
    return node instanceof Choice choice ? chosen(choice) : List.of();
  }

  /** All texts of the first piece, each with all texts of the second, and so on. */
  private List<String> joined(List<TemplateNode> pieces, String separator) {
    List<String> done = List.of("");
    for (int i = 0; i < pieces.size(); i++) {
      List<String> longer = pairs(done, i == 0 ? "" : separator, texts(pieces.get(i)));
      // Empty only once the prompt has grown beyond all measure.
      done = longer.isEmpty() ? done : longer;
    }
    return done;
  }

  /** Each beginning with each end, as far as they fit. */
  private List<String> pairs(List<String> begins, String separator, List<String> ends) {
    List<String> pairs = new ArrayList<>();
    int shortest = ends.stream().mapToInt(String::length).min().orElse(0);
    for (String begin : begins) {
      int length = begin.length() + separator.length();
      if (!source.fits(length + shortest)) {
        continue;
      }
      for (String end : ends) {
        if (source.fits(length + end.length())) {
          pairs.add(begin + separator + end);
        }
        if (pairs.size() > most) {
          return pairs;
        }
      }
    }
    return pairs;
  }

  private List<String> lines(Wildcard wildcard) {
    List<Option> lines = source.options(wildcard);
    if (lines.isEmpty()) {
      return List.of(WildcardSource.typed(wildcard));
    }
    source.enter(wildcard);
    List<String> texts = new ArrayList<>();
    for (Option line : lines) {
      addUpToMost(texts, texts(line.text()));
      if (texts.size() > most) {
        break;
      }
    }
    source.leave();
    return texts;
  }

  private List<String> chosen(Choice choice) {
    Optional<Wildcard> wildcard = WildcardSource.linesOf(choice);
    List<Option> lines = wildcard.map(source::options).orElse(List.of());
    if (lines.isEmpty()) {
      return chosen(choice, choice.options());
    }
    wildcard.ifPresent(source::enter);
    List<String> texts = chosen(choice, lines);
    source.leave();
    return texts;
  }

  private List<String> chosen(Choice choice, List<Option> options) {
    List<String> texts = new ArrayList<>();
    int least = Math.min(choice.least(), options.size());
    int last = Math.min(choice.most(), options.size());
    for (int count = least; count <= last && texts.size() <= most; count++) {
      int[] places = IntStream.range(0, count).toArray();
      do {
        List<TemplateNode> pieces =
            IntStream.of(places).mapToObj(options::get).map(Option::text).toList();
        addUpToMost(texts, joined(pieces, choice.separator()));
      } while (texts.size() <= most && next(places, options.size()));
    }
    return texts;
  }

  /** Moves on to the next combination in lexicographic order; false after the last one. */
  private static boolean next(int[] places, int size) {
    int moving = places.length - 1;
    while (moving >= 0 && places[moving] == size - places.length + moving) {
      moving--;
    }
    if (moving < 0) {
      return false;
    }
    places[moving]++;
    for (int i = moving + 1; i < places.length; i++) {
      places[i] = places[i - 1] + 1;
    }
    return true;
  }

  private void addUpToMost(List<String> texts, List<String> more) {
    texts.addAll(more.subList(0, Math.min(more.size(), most + 1 - texts.size())));
  }
}
