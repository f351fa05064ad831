package io.github.easel.prompt;

import java.util.List;

/** A piece of a dynamic prompt. */
sealed interface TemplateNode {

  /** Words as they are. */
  record Words(String text) implements TemplateNode {}

  /** A line of a wildcard file, which is read as a template only if it is taken. */
  record Line(String template) implements TemplateNode {}

  /** One piece behind another. */
  record Row(List<TemplateNode> pieces) implements TemplateNode {

    public Row {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * A line from the files of that name.
   *
   * @param name without the underscores
   */
  record Wildcard(String name) implements TemplateNode {}

  /**
   * Some of several options.
   *
   * @param options at least one
   * @param least how many are taken, at least
   * @param most at most; not less than {@code least}, but it may be more than there are
   * @param separator what stands between them
   */
  record Choice(List<Option> options, int least, int most, String separator)
      implements TemplateNode {

    public Choice {
      options = List.copyOf(options);
    }

    /** Whether how many are to be taken was said. */
    boolean counted() {
      return least != 1 || most != 1;
    }
  }

  /**
   * One of the options.
   *
   * @param weight how often it is taken in comparison with the others, 0 or more
   */
  record Option(double weight, TemplateNode text) {}
}
