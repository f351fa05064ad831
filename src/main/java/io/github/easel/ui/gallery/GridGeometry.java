package io.github.easel.ui.gallery;

import java.util.List;

/**
 * Where pictures lie in a grid of squares under headings: figures only, so that a hundred thousand
 * cost no more than the days that they were made on.
 */
final class GridGeometry {

  /** Between two pictures. */
  static final double GAP = 8;

  /** The height of a heading, with what is over and under it. */
  static final double HEADING = 36;

  private final List<Section> sections;
  private final double[] tops;
  private final int columns;
  private final double side;

  /** A place in the grid: its upper left corner. */
  record Spot(double x, double y) {}

  /** Places from one to the one before the other. */
  record Span(int from, int to) {}

  /**
   * @param columns pictures in a line, 1 or more
   * @param side of a picture's square
   */
  GridGeometry(List<Section> sections, int columns, double side) {
    this.sections = sections;
    this.columns = columns;
    this.side = side;
    tops = new double[sections.size() + 1];
    for (int i = 0; i < sections.size(); i++) {
      tops[i + 1] = tops[i] + heading(i) + lines(sections.get(i)) * line();
    }
  }

  /** How many squares near to that size fit beside each other. */
  static int columns(double width, double wanted) {
    return Math.max(2, (int) Math.round((width + GAP) / (wanted + GAP)));
  }

  /** The side of so many squares that fill the width. */
  static double side(double width, int columns) {
    return Math.max(32, Math.floor((width + GAP) / columns - GAP));
  }

  private double line() {
    return side + GAP;
  }

  private double heading(int section) {
    return sections.get(section).heading() == Section.None.NONE ? 0 : HEADING;
  }

  private int lines(Section section) {
    return (section.size() + columns - 1) / columns;
  }

  double side() {
    return side;
  }

  /** From the top of all to the bottom of all. */
  double height() {
    return tops[sections.size()];
  }

  /** Of a section's heading. */
  double top(int section) {
    return tops[section];
  }

  /** Where a section's heading is to be seen: while one is within the section, at the top. */
  double headingTop(int section, double offset) {
    return Math.max(tops[section], Math.min(offset, tops[section + 1] - HEADING));
  }

  /** What has to be seen over a picture: the heading that may lie there, else a gap. */
  double over(int place) {
    return Math.max(GAP, heading(sectionOf(place)));
  }

  /** The section that holds the place. */
  int sectionOf(int place) {
    int low = 0;
    int high = sections.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (sections.get(middle).from() <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The section at that height. */
  int sectionAt(double y) {
    int low = 0;
    int high = sections.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (tops[middle] <= y) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  Spot spot(int place) {
    int number = sectionOf(place);
    int within = place - sections.get(number).from();
    int above = within / columns;
    int before = within % columns;
    return new Spot(before * line(), tops[number] + heading(number) + above * line());
  }

  /** The pictures that can be seen between two heights, whole lines. */
  Span between(double top, double bottom) {
    if (sections.isEmpty()) {
      return new Span(0, 0);
    }
    return new Span(firstBelow(top), lastAbove(bottom));
  }

  private int firstBelow(double y) {
    int number = sectionAt(y);
    Section section = sections.get(number);
    double within = y - tops[number] - heading(number) + GAP;
    int line = (int) Math.max(0, Math.floor(within / line()));
    return Math.min(section.to(), section.from() + line * columns);
  }

  private int lastAbove(double y) {
    int number = sectionAt(y);
    Section section = sections.get(number);
    double within = y - tops[number] - heading(number);
    int lines = (int) Math.max(0, Math.ceil(within / line()));
    return Math.min(section.to(), section.from() + lines * columns);
  }

  /** The picture at that spot, or -1. */
  int at(double x, double y) {
    if (sections.isEmpty() || x < 0 || y < 0 || x >= columns * line() || y >= height()) {
      return -1;
    }
    int number = sectionAt(y);
    double within = y - tops[number] - heading(number);
    if (within < 0 || within % line() >= side || x % line() >= side) {
      return -1;
    }
    Section section = sections.get(number);
    int above = (int) (within / line());
    int before = (int) (x / line());
    int place = section.from() + above * columns + before;
    return place < section.to() ? place : -1;
  }

  /** The place some lines above (negative) or below, in the same column where there is one. */
  int vertical(int place, int by) {
    int number = sectionOf(place);
    int column = (place - sections.get(number).from()) % columns;
    int line = (place - sections.get(number).from()) / columns + by;
    while (line < 0 && number > 0) {
      number--;
      line += lines(sections.get(number));
    }
    while (line >= lines(sections.get(number)) && number + 1 < sections.size()) {
      line -= lines(sections.get(number));
      number++;
    }
    Section section = sections.get(number);
    int within = Math.max(0, Math.min(line, lines(section) - 1)) * columns + column;
    return section.from() + Math.min(within, section.size() - 1);
  }

  /** The lines that a height holds, at least one. */
  int linesIn(double height) {
    return Math.max(1, (int) (height / line()));
  }
}
