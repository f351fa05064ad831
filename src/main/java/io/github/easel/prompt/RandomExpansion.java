package io.github.easel.prompt;

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
import java.util.SplittableRandom;

/** Makes one prompt of a template. It serves once. */
final class RandomExpansion {

  private final WildcardSource source;
  private final SplittableRandom random;
  private final StringBuilder made = new StringBuilder();

  RandomExpansion(WildcardFolder wildcards, long seed) {
    this.source = new WildcardSource(wildcards);
    this.random = new SplittableRandom(seed);
  }

  Expansion expand(String template) {
    write(TemplateParser.parse(template));
    if (made.length() > DynamicPrompts.MOST_CHARACTERS) {
      made.setLength(DynamicPrompts.MOST_CHARACTERS);
    }
    return new Expansion(List.of(made.toString()), source.notices());
  }

  private void write(TemplateNode node) {
    if (!source.mayGoOn(made.length())) {
      return;
    }
    if (node instanceof Words words) {
      made.append(words.text());
    } else if (node instanceof Line line) {
      write(TemplateParser.parse(line.template()));
    } else if (node instanceof Row row) {
      row.pieces().forEach(this::write);
    } else if (node instanceof Wildcard wildcard) {
      write(wildcard);
    } else if (node instanceof Choice choice) {
      write(choice);
    }
  }

  private void write(Wildcard wildcard) {
    List<Option> lines = source.options(wildcard);
    if (lines.isEmpty()) {
      made.append(WildcardSource.typed(wildcard));
    } else {
      source.enter(wildcard);
      write(lines.get(taken(lines)).text());
      source.leave();
    }
  }

  private void write(Choice choice) {
    Optional<Wildcard> wildcard = WildcardSource.linesOf(choice);
    List<Option> lines = wildcard.map(source::options).orElse(List.of());
    if (lines.isEmpty()) {
      writeSome(choice, choice.options());
    } else {
      wildcard.ifPresent(source::enter);
      writeSome(choice, lines);
      source.leave();
    }
  }

  private void writeSome(Choice choice, List<Option> options) {
    List<Option> left = new ArrayList<>(options);
    int count = Math.min(count(choice), left.size());
    for (int i = 0; i < count; i++) {
      made.append(i == 0 ? "" : choice.separator());
      write(left.remove(taken(left)).text());
    }
  }

  private int count(Choice choice) {
    int range = choice.most() - choice.least();
    return range == 0 ? choice.least() : choice.least() + (int) (random.nextDouble() * (range + 1));
  }

  /** The place of one option, by weight; of all, if all weigh nothing. */
  private int taken(List<Option> options) {
    double sum = 0;
    for (Option option : options) {
      sum += option.weight();
    }
    double point = random.nextDouble();
    if (sum == 0) {
      return (int) (point * options.size());
    }
    double reached = 0;
    int last = 0;
    for (int i = 0; i < options.size(); i++) {
      double weight = options.get(i).weight();
      reached += weight;
      if (weight > 0) {
        last = i;
        if (point * sum < reached) {
          break;
        }
      }
    }
    return last;
  }
}
