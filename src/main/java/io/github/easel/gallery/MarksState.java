package io.github.easel.gallery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** The marks and boards as they are after all lines of a journal. */
final class MarksState {

  private final Map<String, Marks> marks = new LinkedHashMap<>();
  private final SortedSet<String> boards = new TreeSet<>();

  Marks of(String picture) {
    return marks.getOrDefault(picture, Marks.NONE);
  }

  /** The pictures that have marks. */
  Map<String, Marks> all() {
    return Collections.unmodifiableMap(marks);
  }

  SortedSet<String> boards() {
    return Collections.unmodifiableSortedSet(boards);
  }

  /** How many lines would say it all. */
  int size() {
    return marks.size() + boards.size();
  }

  void apply(MarksLine line) {
    if (line instanceof MarksLine.Marked marked) {
      if (marked.marks().equals(Marks.NONE)) {
        marks.remove(marked.picture());
      } else {
        marks.put(marked.picture(), marked.marks());
        boards.addAll(marked.marks().boards());
      }
    } else if (line instanceof MarksLine.Made made) {
      boards.add(made.board());
    } else if (line instanceof MarksLine.Renamed renamed && boards.contains(renamed.board())) {
      replace(renamed.board(), one -> one.off(renamed.board()).on(renamed.other()));
      boards.add(renamed.other());
    } else if (line instanceof MarksLine.Deleted deleted) {
      replace(deleted.board(), one -> one.off(deleted.board()));
    }
  }

  private void replace(String board, UnaryOperator<Marks> change) {
    boards.remove(board);
    for (String picture : List.copyOf(marks.keySet())) {
      Marks now = of(picture);
      if (now.boards().contains(board)) {
        apply(new MarksLine.Marked(picture, change.apply(now)));
      }
    }
  }

  /** The fewest lines that say it all. */
  List<MarksLine> lines() {
    List<MarksLine> lines = new ArrayList<>();
    boards.forEach(board -> lines.add(new MarksLine.Made(board)));
    marks.forEach((picture, one) -> lines.add(new MarksLine.Marked(picture, one)));
    return lines;
  }
}
